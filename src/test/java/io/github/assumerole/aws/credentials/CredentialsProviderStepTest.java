package io.github.assumerole.aws.credentials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.role.AwsAccessException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.SdkClientException;

/** What to try if a profile has no credentials, such as one with single sign-on. */
class CredentialsProviderStepTest {
    private static final String OTHER =
            "to use other credentials, set <profile> or AWS_PROFILE to another profile, or to none";

    static Stream<IOException> withoutResponse() {
        return Stream.of(
                new ConnectException("Connection refused"),
                new UnknownHostException("portal.sso.eu-central-1.amazonaws.com"),
                new SocketTimeoutException("Read timed out"),
                new SSLHandshakeException("Remote host terminated the handshake"));
    }

    /** A new login would need the same server. */
    @ParameterizedTest
    @MethodSource("withoutResponse")
    void advisesOnTheNetworkWithoutResponse(IOException network) {
        AwsAccessException failure = failure(SdkClientException.create("Unable to execute HTTP request", network));

        assertEquals(
                "no AWS credentials were found. Checked, in this order:\n  - the profile ci: Unable to execute HTTP"
                        + " request",
                failure.cameBack());
        assertEquals(
                List.of(
                        "check the network from this machine, and the region (sso_region, region) and the endpoints"
                                + " (AWS_ENDPOINT_URL, endpoint_url) of the profile",
                        OTHER),
                failure.advice());
        assertTrue(failure.isTransient());
    }

    @Test
    void advisesToLogInAfterAnyOtherFailure() {
        AwsAccessException failure =
                failure(SdkClientException.create("The token is missing", new NoSuchFileException("token")));

        assertEquals(
                List.of(
                        "if its login has expired: run `aws sso login --profile ci` or `aws login --profile ci`",
                        OTHER),
                failure.advice());
        assertFalse(failure.isTransient());
    }

    private static AwsAccessException failure(RuntimeException thrown) {
        AwsAccessException failure = assertThrows(
                AwsAccessException.class,
                () -> CredentialsProviderStep.inProfile(
                        "ci",
                        () -> {
                            throw thrown;
                        },
                        "Cannot assume ci"));
        assertEquals("Cannot assume ci", failure.attempted());
        return failure;
    }
}
