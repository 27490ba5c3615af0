package io.github.assumerole.aws;

import static io.github.assumerole.aws.AwsScenario.advice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Failures of the network and of AWS itself. */
class ConnectionFailureTest {
    private final AwsScenario scene = new AwsScenario();

    @AfterEach
    void close() {
        scene.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            http://127.0.0.1:1         | ConnectException     | Connection refused                | that the endpoint is correct and running
            http://sts.nowhere.invalid | UnknownHostException | unknown host sts.nowhere.invalid. | the spelling of <region>
            https://127.0.0.1:PORT     | SSLException         | TLS failed,                       | that the endpoint uses HTTPS
            """)
    void reportsReasonOfFailedConnection(String endpoint, String cause, String reason, String check) {
        URI called = URI.create(
                endpoint.replace("PORT", String.valueOf(scene.aws.endpoint().getPort())));

        AwsAccessException failure = scene.endpoint(Optional.of(called)).failure(StandardWorld.CI_DEPLOY);

        assertTrue(failure.cameBack().startsWith("no response from " + called + ": " + reason), failure.cameBack());
        assertEquals(cause, failure.getCause().getClass().getSimpleName());
        assertTrue(advice(failure).contains("check " + check), advice(failure));
    }

    @Test
    void suggestsLongerTimeout() {
        scene.aws.faultAlways("AssumeRole", Fault.stall(Duration.ofMinutes(1)));

        AwsAccessException failure = scene.callTimeout(Duration.ofMillis(150)).failure(StandardWorld.CI_DEPLOY);

        assertTrue(
                failure.cameBack().startsWith(scene.aws.endpoint() + " did not answer in time."), failure.cameBack());
        assertTrue(advice(failure).contains("<callTimeoutSeconds>"), advice(failure));
    }

    static Stream<Arguments> transientFaults() {
        return Stream.of(
                Arguments.of(Fault.cut(), ": Unexpected end of file from server.", "check the network"),
                Arguments.of(
                        Fault.error(500, "InternalFailure", "Sorry."),
                        "STS answered InternalFailure, HTTP 500",
                        "or raise <maxAttempts>"),
                Arguments.of(
                        Fault.error(400, "Throttling", "Rate exceeded"),
                        "STS answered Throttling, HTTP 400",
                        "raise <maxAttempts> and <callTimeoutSeconds>"));
    }

    @ParameterizedTest
    @MethodSource("transientFaults")
    void reportsTransientFaultAfterRetries(Fault fault, String reason, String cure) {
        scene.aws.faultAlways("AssumeRole", fault);

        AwsAccessException failure = scene.maxAttempts(3).failure(StandardWorld.CI_DEPLOY);

        assertEquals(3, scene.aws.calls("AssumeRole").size());
        assertTrue(failure.cameBack().contains(reason), failure.cameBack());
        assertTrue(advice(failure).contains(cure), advice(failure));
    }
}
