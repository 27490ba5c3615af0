package io.github.assumerole.aws.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.aws.AwsScenario;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.HttpProxy;
import io.github.assumerole.role.HttpProxy.Login;
import io.github.assumerole.role.Secret;
import io.github.assumerole.standin.LocalProxy;
import io.github.assumerole.standin.StandardWorld;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a proxy returns is reported as the proxy's. */
class ProxyFailureTest {
    private static final String LOGIN = "<username> and <password> of the <proxy> in settings.xml, or"
            + " HTTPS_PROXY=http://USER:PASSWORD@HOST:PORT with special characters percent-encoded";

    private final AwsScenario scene = new AwsScenario().maxAttempts(3);

    @AfterEach
    void close() {
        scene.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            https://sts.invalid | true  | "HTTP/1.1 407 Proxy Authentication Required"
            https://sts.invalid | false | "HTTP/1.1 407 Proxy Authentication Required"
            http://sts.invalid  | true  | "HTTP 407 Proxy Authentication Required"
            http://sts.invalid  | false | "HTTP 407 Proxy Authentication Required"
            """)
    void reportsMissingOrWrongLogin(String server, boolean login, String answer) {
        try (LocalProxy proxy = LocalProxy.to(scene.aws.endpoint(), "bob", "open sesame")) {
            AwsAccessException failure = failure(server, proxy, login);

            assertEquals(
                    "the proxy 127.0.0.1:" + proxy.port() + ", set by HTTPS_PROXY, rejected the request to " + server
                            + ": " + answer,
                    failure.cameBack().lines().findFirst().orElseThrow());
            assertEquals(
                    List.of(
                            (login
                                            ? "correct the user and the password of the proxy, which rejected them: "
                                            : "set the user and the password of the proxy: ")
                                    + LOGIN,
                            "check that the proxy accepts Basic authentication, the only kind that this plugin"
                                    + " supports",
                            "if the server needs no proxy, name its host in <nonProxyHosts> of settings.xml or in"
                                    + " NO_PROXY"),
                    failure.advice());
            assertFalse(failure.isTransient());
            if (server.startsWith("https")) {
                assertEquals(1, proxy.requests().size());
            }
            assertEquals(List.of(), scene.aws.calls());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"403 Forbidden", "405 Method Not Allowed", "302 Found"})
    void reportsRejectedTunnelWithoutRetry(String answer) {
        try (LocalProxy proxy = LocalProxy.answering(answer)) {
            AwsAccessException failure = failure("https://sts.invalid", proxy, false);

            assertTrue(
                    failure.cameBack()
                            .startsWith("the proxy 127.0.0.1:" + proxy.port() + ", set by HTTPS_PROXY, rejected the"
                                    + " request to https://sts.invalid: \"HTTP/1.1 " + answer + "\""),
                    failure.cameBack());
            assertEquals(
                    "allow this server in the configuration of the proxy",
                    failure.advice().get(0));
            assertEquals(1, proxy.requests().size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"502 Bad Gateway", "503 Service Unavailable", "429 Too Many Requests"})
    void retriesWhenProxyCannotReachServer(String answer) {
        try (LocalProxy proxy = LocalProxy.answering(answer)) {
            AwsAccessException failure = failure("https://sts.invalid", proxy, false);

            assertTrue(
                    failure.cameBack()
                            .startsWith("no response from https://sts.invalid (through the proxy 127.0.0.1:"
                                    + proxy.port() + ", set by HTTPS_PROXY): the proxy answered \"HTTP/1.1 " + answer
                                    + "\".\n"),
                    failure.cameBack());
            assertEquals(
                    "check that the proxy 127.0.0.1:" + proxy.port()
                            + ", set by HTTPS_PROXY, is running and can reach this server",
                    failure.advice().get(0));
            assertTrue(failure.isTransient());
            assertEquals(3, proxy.requests().size());
        }
    }

    @Test
    void namesProxyThatIsDown() {
        LocalProxy proxy = LocalProxy.toNowhere();
        proxy.close();

        AwsAccessException failure = failure("https://sts.invalid", proxy, false);

        assertTrue(
                failure.cameBack()
                        .startsWith("no response from https://sts.invalid (through the proxy 127.0.0.1:" + proxy.port()
                                + ", set by HTTPS_PROXY): "),
                failure.cameBack());
        assertTrue(failure.advice().get(0).endsWith("is running and can reach this server"));
    }

    @Test
    void reportsRejectionOfListing() {
        try (LocalProxy proxy = LocalProxy.answering("407 Proxy Authentication Required")) {
            var session = scene.assume(StandardWorld.CI_DEPLOY);
            use("https://s3.invalid", proxy, false);

            AwsAccessException failure = scene.listingFailure(session);

            assertTrue(failure.cameBack().contains("rejected the request to https://s3.invalid"), failure.cameBack());
            assertTrue(failure.advice().get(0).endsWith(LOGIN), failure.getMessage());
            assertEquals(1, proxy.requests().size());
        }
    }

    private AwsAccessException failure(String server, LocalProxy proxy, boolean login) {
        use(server, proxy, login);
        return scene.failure(StandardWorld.CI_DEPLOY);
    }

    private void use(String server, LocalProxy proxy, boolean login) {
        Optional<Login> wrong =
                Optional.of(new Login("bob", Secret.of("wrong"))).filter(it -> login);
        scene.endpoint(Optional.of(URI.create(server)))
                .proxy(new HttpProxy(proxy.host(), proxy.port(), wrong, List.of(), "HTTPS_PROXY"));
    }
}
