package io.github.assumerole.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.Caller;
import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The caller of the base credentials. */
class CallerTest {
    private static final String WHOLE_ARN =
            "set the full role ARN, which needs no such call: arn:aws:iam::<account>:role/<name>";

    private final AwsScenario scene = new AwsScenario();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void returnsCallerOfSts() {
        assertEquals(
                new Caller(StandardWorld.BOB_ARN, Optional.of(StandardWorld.BUILD_ACCOUNT)),
                scene.open().caller());
        assertEquals(1, scene.aws.calls().size());
    }

    @Test
    void acceptsOtherPartition() {
        Caller wang = scene.as(StandardWorld.WANG_KEY_ID, StandardWorld.WANG_SECRET)
                .region(Optional.of("cn-north-1"))
                .open()
                .caller();

        assertEquals("aws-cn", wang.partition());
        assertEquals(Optional.of(StandardWorld.CHINA_ACCOUNT), wang.accountId());
    }

    /** Ceph RGW does not support this call. */
    @Test
    void failsWhenServerDoesNotSupportTheCall() {
        scene.aws.faultAlways("GetCallerIdentity", Fault.rgwError(405, "MethodNotAllowed"));

        AwsAccessException failure = refused();

        assertEquals("Cannot determine the account of the role name", failure.attempted());
        assertTrue(failure.cameBack().startsWith("STS answered no error code, HTTP 405, request "), failure.cameBack());
        assertTrue(failure.cameBack().contains(scene.aws.endpoint().toString()), failure.cameBack());
        assertTrue(
                failure.cameBack().endsWith("\nThe credentials are from the system properties."), failure.cameBack());
        assertEquals(
                List.of("the server may not support this call, as some S3-compatible servers do not", WHOLE_ARN),
                failure.advice());
    }

    static Stream<Named<Fault>> nonsense() {
        String anonymous = "<GetCallerIdentityResponse><GetCallerIdentityResult/></GetCallerIdentityResponse>";
        return Stream.of(
                Named.of("HTML", Fault.html(200)),
                Named.of("nothing", Fault.empty(200)),
                Named.of("nobody", Fault.body(200, "text/xml", anonymous)));
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void failsWhenResponseHasNoCaller(Fault nonsense) {
        scene.aws.faultAlways("GetCallerIdentity", nonsense);

        AwsAccessException failure = refused();

        assertTrue(failure.cameBack().contains("is not valid for STS"), failure.cameBack());
        assertEquals(WHOLE_ARN, failure.advice().get(failure.advice().size() - 1));
    }

    @Test
    void failsWhenServerIsUnreachable() {
        scene.aws.faultAlways("GetCallerIdentity", Fault.cut());

        AwsAccessException failure = refused();

        assertTrue(failure.cameBack().startsWith("no response from " + scene.aws.endpoint()), failure.cameBack());
        assertTrue(failure.advice().get(0).contains("<stsEndpointUrl>"), failure.getMessage());
    }

    @Test
    void failsWhenCredentialsAreRejected() {
        scene.as("AKIAUNKNOWN", "not-a-key-of-anybody");

        AwsAccessException failure = refused();

        assertTrue(failure.cameBack().startsWith("STS answered InvalidClientTokenId, HTTP 403"), failure.cameBack());
        assertTrue(
                failure.advice().get(0).startsWith("check the access key ID from the system properties"),
                failure.getMessage());
    }

    @Test
    void makesNoCallWithoutCredentials() {
        AwsAccessException failure =
                scene.withoutCredentials().refusal(() -> scene.open().caller());

        assertTrue(failure.cameBack().startsWith("no AWS credentials were found."), failure.cameBack());
        assertTrue(scene.aws.calls().isEmpty());
    }

    private AwsAccessException refused() {
        return scene.refusal(() -> scene.open().caller());
    }
}
