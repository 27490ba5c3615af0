package io.github.assumerole.aws.credentials;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MissingModuleTest {
    @Test
    void findsMissingModuleInCauses() {
        Throwable oidc = new IllegalStateException(
                "The SSO session has expired",
                new IllegalStateException(new ClassNotFoundException(
                        "software.amazon.awssdk.services.ssooidc.SsoOidcProfileTokenProviderFactory")));
        Throwable json = new NoClassDefFoundError("software/amazon/awssdk/protocols/json/AwsJsonProtocolFactory");

        assertEquals(
                List.of("ssooidc"), MissingModule.behind(oidc).orElseThrow().artifacts());
        assertEquals(
                List.of("aws-json-protocol"),
                MissingModule.behind(json).orElseThrow().artifacts());
    }

    @Test
    void findsNoMissingModuleInOtherFailures() {
        Exception itself = new IllegalStateException("sso");

        assertEquals(Optional.empty(), MissingModule.behind(itself));
        assertEquals(Optional.empty(), MissingModule.behind(new ClassNotFoundException("com.example.sso.Thing")));
        assertEquals(Optional.empty(), MissingModule.behind(new ClassNotFoundException()));
    }
}
