package io.github.assumerole.goal.credentials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.goal.GoalTest;
import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.LocalProxy;
import io.github.assumerole.standin.StandardWorld;
import io.github.assumerole.standin.TlsRelay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proxies, certificate authorities and attempts that the environment sets. */
class NetworkTest extends GoalTest {
    private static final String STS = "sts.eu-central-1.amazonaws.com";

    @BeforeEach
    void configureRole() {
        parameter("region", "eu-central-1");
        parameter("roleArn", StandardWorld.CI_DEPLOY);
        parameter("maxAttempts", "1");
    }

    @Test
    void callsAwsThroughProxyWithCaBundle() throws Exception {
        noParameter("endpointUrl");
        try (TlsRelay relay = TlsRelay.to(aws.endpoint(), STS, directory.toPath());
                LocalProxy proxy = LocalProxy.to(relay.address(), "bob@corp", "s3c:ret")) {
            build.systemProperty("env.https_proxy", "bob%40corp:s3c:ret@127.0.0.1:" + proxy.port());
            build.systemProperty("env.AWS_CA_BUNDLE", bundle(relay.certificate()));

            assumeRole().execute();

            assertEquals(1, assumed());
            assertEquals(List.of("CONNECT " + STS + ":443"), seen(proxy));
            assertLoggedNoSecret();
        }
    }

    @Test
    void reportsProxyOfEnvironmentThatRequiresLogin() {
        noParameter("endpointUrl");
        try (LocalProxy proxy = LocalProxy.to(aws.endpoint(), "bob", "secret")) {
            build.systemProperty("env.HTTPS_PROXY", "http://127.0.0.1:" + proxy.port());

            List<String> lines = failed(assumeRole());

            assertTrue(
                    lines.get(0)
                            .endsWith("the proxy 127.0.0.1:" + proxy.port() + ", set by HTTPS_PROXY, rejected the"
                                    + " request to https://" + STS
                                    + ": \"HTTP/1.1 407 Proxy Authentication Required\""),
                    lines::toString);
        }
    }

    @Test
    void requestsTokenOfGitHubThroughProxy() throws Exception {
        noParameter("endpointUrl");
        noParameter("profile");
        build.systemProperty("env.ACTIONS_ID_TOKEN_REQUEST_URL", "https://token.github.invalid/x?y=z");
        build.systemProperty("env.ACTIONS_ID_TOKEN_REQUEST_TOKEN", "bearer-of-the-job");
        try (LocalProxy proxy = LocalProxy.answering("407 Proxy Authentication Required")) {
            build.systemProperty("env.HTTPS_PROXY", "http://127.0.0.1:" + proxy.port());

            List<String> lines = failed(assumeRole("webIdentity=github"));

            assertTrue(
                    lines.get(0)
                            .endsWith("a proxy rejected the request to token.github.invalid:"
                                    + " \"HTTP/1.1 407 Proxy Authentication Required\"."),
                    lines::toString);
            assertEquals(List.of("CONNECT token.github.invalid:443"), seen(proxy));
        }
    }

    @Test
    void callsLoopbackDirectlyDespiteProxy() throws Exception {
        try (LocalProxy proxy = LocalProxy.toNowhere()) {
            build.systemProperty("env.HTTP_PROXY", "http://127.0.0.1:" + proxy.port());

            assumeRole().execute();

            assertEquals(1, assumed());
            assertEquals(List.of(), proxy.requests());
        }
    }

    @Test
    void rejectsServerOfUnknownAuthority() throws Exception {
        try (TlsRelay relay = TlsRelay.to(aws.endpoint(), "localhost", directory.toPath())) {
            parameter("endpointUrl", "https://localhost:" + relay.address().getPort());

            String message = String.join("\n", failed(assumeRole()));

            assertTrue(message.contains("TLS failed"), message);
            assertTrue(message.contains("set AWS_CA_BUNDLE to a PEM file with that CA"), message);
            assertFalse(message.contains("uses HTTPS"), message);
            assertEquals(0, aws.calls().size());

            build.systemProperty("env.AWS_CA_BUNDLE", bundle(relay.certificate()));
            assumeRole().execute();
            assertEquals(1, assumed());
        }
    }

    @Test
    void namesBundleWithoutAuthorityOfServer() throws Exception {
        Path other = Files.createDirectory(directory.toPath().resolve("other"));
        try (TlsRelay relay = TlsRelay.to(aws.endpoint(), "localhost", directory.toPath());
                TlsRelay untrusted = TlsRelay.to(aws.endpoint(), "localhost", other)) {
            parameter("endpointUrl", "https://localhost:" + untrusted.address().getPort());
            String bundle = bundle(relay.certificate());
            build.systemProperty("env.AWS_CA_BUNDLE", bundle);

            List<String> lines = failed(assumeRole());

            assertEquals(
                    "- add the CA that issued the server's certificate to " + bundle
                            + ", the file of AWS_CA_BUNDLE or ca_bundle, which replaces the CAs of the JVM",
                    lines.get(lines.size() - 1).strip());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            AWS_CA_BUNDLE    | nowhere.pem   | the file nowhere.pem does not exist; expected a file with PEM certificates
            AWS_MAX_ATTEMPTS | 0             | "0" is not a number of attempts; expected 1 or more
            HTTPS_PROXY      | socks5://x:1  | is not the URL of an HTTP proxy, as in http://proxy.example.com:3128; correct it, or configure the proxy in settings.xml
            """)
    void rejectsInvalidVariablesBeforeAnyCall(String name, String value, String problem) {
        noParameter("maxAttempts");
        noParameter("endpointUrl");
        build.systemProperty("env." + name, value);

        assertEquals(List.of(name + ": " + problem.replace('"', '\'')), rejected(assumeRole()));
    }

    /** The embedded AWS is called by HTTP, and on this machine. */
    @ParameterizedTest
    @CsvSource({"AWS_CA_BUNDLE, nowhere.pem", "HTTPS_PROXY, socks5://x:1"})
    void ignoresInvalidVariableThatNoCallUses(String name, String value) throws Exception {
        build.systemProperty("env." + name, value);

        assumeRole().execute();

        assertEquals(1, assumed());
    }

    @Test
    void rejectsInvalidProxyOfPlainHttp() {
        build.systemProperty("env.HTTP_PROXY", "socks5://x:1");

        assertTrue(rejected(assumeRole()).get(0).startsWith("HTTP_PROXY: is not the URL of an HTTP proxy"));
    }

    @ParameterizedTest
    @CsvSource({"'', 2, 2", "3, 2, 3", "'', '', 4"})
    void usesAttemptsOfEnvironmentUnlessConfigured(String parameter, String variable, int attempts) {
        noParameter("maxAttempts");
        if (!parameter.isEmpty()) {
            parameter("maxAttempts", parameter);
        }
        build.systemProperty("env.AWS_MAX_ATTEMPTS", variable);
        aws.faultAlways("AssumeRole", Fault.error(503, "ServiceUnavailable", "Sorry"));

        failed(assumeRole());

        assertEquals(attempts, assumed());
    }

    private String bundle(String certificate) throws Exception {
        return Files.writeString(Path.of(directory.getPath(), "ca.pem"), certificate)
                .toString();
    }

    private static List<String> seen(LocalProxy proxy) {
        return proxy.requests().stream()
                .map(request -> request.method() + " " + request.target())
                .toList();
    }
}
