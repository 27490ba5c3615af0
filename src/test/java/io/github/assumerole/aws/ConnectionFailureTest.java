package io.github.assumerole.aws;

import static io.github.assumerole.aws.AwsScenario.advice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The network or AWS itself fails. */
class ConnectionFailureTest {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration FOREVER = Duration.ofSeconds(60);

    private final AwsScenario scene = new AwsScenario();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void limitsStalledCallToTimeout() {
        scene.aws.faultAlways("AssumeRole", Fault.stall(FOREVER));
        scene.callTimeout(PATIENCE).maxAttempts(4);

        AwsAccessException failure = withinPatience(() -> scene.refusal(StandardWorld.CI_DEPLOY));

        assertTrue(
                failure.cameBack().startsWith(scene.aws.endpoint() + " did not answer in time."), failure.cameBack());
        assertTrue(advice(failure).contains("<callTimeoutSeconds>"), advice(failure));
    }

    @Test
    void limitsDrippingResponseToTimeout() {
        SessionCredentials session = scene.assume(StandardWorld.CI_DEPLOY);
        scene.aws.faultAlways("ListBuckets", Fault.drip(Duration.ofMillis(100)));
        scene.callTimeout(PATIENCE).maxAttempts(4);

        AwsAccessException failure = withinPatience(() -> scene.refusalToList(session));

        assertTrue(
                failure.cameBack().startsWith(scene.aws.endpoint() + " did not answer in time."), failure.cameBack());
    }

    @Test
    void reportsClosedPort() throws IOException {
        AwsAccessException failure = scene.endpoint(Optional.of(URI.create("http://127.0.0.1:" + closedPort())))
                .refusal(StandardWorld.CI_DEPLOY);

        assertTrue(failure.cameBack()
                .matches("no response from http://127.0.0.1:\\d+: Connection" + " refused.*\\.(?s:.*)"));
        assertInstanceOf(ConnectException.class, failure.getCause());
        assertTrue(advice(failure).contains("check that the endpoint is correct and running"), advice(failure));
    }

    @Test
    void reportsUnknownHost() {
        AwsAccessException failure = scene.endpoint(Optional.of(URI.create("http://sts.nowhere.invalid")))
                .refusal(StandardWorld.CI_DEPLOY);

        assertTrue(
                failure.cameBack()
                        .startsWith("no response from http://sts.nowhere.invalid: unknown host sts.nowhere.invalid."),
                failure.cameBack());
        assertInstanceOf(UnknownHostException.class, failure.getCause());
        assertTrue(advice(failure).contains("check the spelling of <region>"), advice(failure));
    }

    @Test
    void rejectsServerWithoutTls() {
        URI https = URI.create("https://127.0.0.1:" + scene.aws.endpoint().getPort());

        AwsAccessException failure = scene.endpoint(Optional.of(https)).refusal(StandardWorld.CI_DEPLOY);

        assertTrue(failure.cameBack().startsWith("no response from " + https + ": TLS failed, "), failure.cameBack());
        assertInstanceOf(SSLException.class, failure.getCause());
        assertTrue(advice(failure).contains("check that the endpoint uses HTTPS"), advice(failure));
    }

    @Test
    void reportsBrokenConnectionAfterRetries() {
        scene.aws.faultAlways("AssumeRole", Fault.cut());

        AwsAccessException failure = scene.maxAttempts(3).refusal(StandardWorld.CI_DEPLOY);

        assertEquals(3, scene.aws.calls("AssumeRole").size());
        assertTrue(
                failure.cameBack()
                        .startsWith("no response from " + scene.aws.endpoint() + ": Unexpected end of file from"
                                + " server."),
                failure.cameBack());
    }

    @Test
    void recoversFromOneBrokenConnection() {
        scene.aws.fault("AssumeRole", Fault.cut());

        scene.maxAttempts(2).assume(StandardWorld.CI_DEPLOY);

        assertEquals(2, scene.aws.calls("AssumeRole").size());
    }

    @Test
    void reportsServerErrorAfterRetries() {
        scene.aws.faultAlways("AssumeRole", Fault.error(500, "InternalFailure", "We are sorry."));

        AwsAccessException failure = scene.maxAttempts(3).refusal(StandardWorld.CI_DEPLOY);

        assertEquals(3, scene.aws.calls("AssumeRole").size());
        assertTrue(failure.cameBack().startsWith("STS answered InternalFailure, HTTP 500, request "));
    }

    @Test
    void reportsThrottlingAfterRetries() {
        scene.aws.faultAlways("AssumeRole", Fault.error(400, "Throttling", "Rate exceeded"));

        AwsAccessException failure = scene.maxAttempts(2).refusal(StandardWorld.CI_DEPLOY);

        assertEquals(2, scene.aws.calls("AssumeRole").size());
        assertTrue(failure.cameBack().startsWith("STS answered Throttling, HTTP 400"), failure.cameBack());
        assertTrue(advice(failure).contains("raise <maxAttempts> and <callTimeoutSeconds>"), advice(failure));
    }

    @Test
    void reportsSlowDownAfterRetries() {
        SessionCredentials session = scene.assume(StandardWorld.CI_DEPLOY);
        scene.aws.faultAlways("ListBuckets", Fault.error(503, "SlowDown", "Please reduce your request rate."));

        AwsAccessException failure = scene.maxAttempts(2).refusalToList(session);

        assertEquals(2, scene.aws.calls("ListBuckets").size());
        assertTrue(failure.cameBack().startsWith("S3 answered SlowDown, HTTP 503"), failure.cameBack());
        assertTrue(
                advice(failure).contains("kept throttling requests for all <maxAttempts> attempts"), advice(failure));
    }

    private static AwsAccessException withinPatience(Supplier<AwsAccessException> call) {
        long start = System.nanoTime();
        AwsAccessException failure = call.get();
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        assertTrue(taken.compareTo(PATIENCE.plusSeconds(5)) < 0, "took " + taken);
        assertFalse(Thread.currentThread().isInterrupted(), "the build goes on, and must not find itself interrupted");
        return failure;
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
