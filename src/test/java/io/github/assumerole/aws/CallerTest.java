package io.github.assumerole.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.Caller;
import io.github.assumerole.standin.Call;
import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The caller of the base credentials. */
class CallerTest {
    private static final String FULL_ARN =
            "set the full role ARN, which needs no such call: arn:aws:iam::<account>:role/<name>";

    private final AwsScenario scene = new AwsScenario();

    @AfterEach
    void close() {
        scene.close();
    }

    @ParameterizedTest
    @CsvSource({
        StandardWorld.BOB_KEY_ID + "," + StandardWorld.BOB_SECRET + ", eu-central-1," + StandardWorld.BUILD_ACCOUNT,
        StandardWorld.WANG_KEY_ID + "," + StandardWorld.WANG_SECRET + ", cn-north-1," + StandardWorld.CHINA_ACCOUNT
    })
    void returnsCallerOfSts(String keyId, String secret, String region, String account) {
        Caller caller =
                scene.as(keyId, secret).region(Optional.of(region)).open().caller();

        assertEquals(Optional.of(account), caller.accountId());
        assertEquals(
                List.of(caller.arn()),
                scene.aws.calls().stream().map(Call::callerArn).toList());
    }

    /** Ceph RGW does not support this call. */
    @Test
    void failsWhenServerDoesNotSupportTheCall() {
        scene.aws.faultAlways("GetCallerIdentity", Fault.rgwError(405, "MethodNotAllowed"));

        AwsAccessException failure = failure();

        assertEquals("Cannot determine the account of the role name", failure.attempted());
        assertTrue(failure.cameBack().startsWith("STS answered no error code, HTTP 405, request "), failure.cameBack());
        assertTrue(failure.cameBack().contains(scene.aws.endpoint().toString()), failure.cameBack());
        assertTrue(
                failure.cameBack().endsWith("\nThe credentials are from the system properties."), failure.cameBack());
        assertEquals(
                List.of("the server may not support this call, as some S3-compatible servers do not", FULL_ARN),
                failure.advice());
    }

    static Stream<Arguments> failedResponses() {
        String anonymous = "<GetCallerIdentityResponse><GetCallerIdentityResult/></GetCallerIdentityResponse>";
        return Stream.of(
                Arguments.of(Fault.body(200, "text/xml", anonymous), " is not valid for STS"),
                Arguments.of(Fault.cut(), "no response from "));
    }

    @ParameterizedTest
    @MethodSource("failedResponses")
    void failsWhenResponseHasNoCaller(Fault fault, String reason) {
        scene.aws.faultAlways("GetCallerIdentity", fault);

        AwsAccessException failure = failure();

        assertTrue(failure.cameBack().contains(reason), failure.cameBack());
        assertTrue(failure.getMessage().contains("<stsEndpointUrl>"), failure.getMessage());
        assertEquals(FULL_ARN, failure.advice().get(failure.advice().size() - 1));
    }

    @Test
    void failsWhenCredentialsAreRejected() {
        scene.as("AKIAUNKNOWN", "not-a-key-of-anybody");

        AwsAccessException failure = failure();

        assertTrue(failure.cameBack().startsWith("STS answered InvalidClientTokenId, HTTP 403"), failure.cameBack());
        assertTrue(
                failure.advice().get(0).startsWith("check the access key ID from the system properties"),
                failure.getMessage());
    }

    @Test
    void makesNoCallWithoutCredentials() {
        AwsAccessException failure =
                scene.withoutCredentials().failure(() -> scene.open().caller());

        assertTrue(failure.cameBack().startsWith("no AWS credentials were found."), failure.cameBack());
        assertTrue(scene.aws.calls().isEmpty());
    }

    private AwsAccessException failure() {
        return scene.failure(() -> scene.open().caller());
    }
}
