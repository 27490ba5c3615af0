package io.github.assumerole.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.role.AccessFailed;
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

/** Whom the credentials belong to that a build starts from. */
class CallerTest {
    private static final String WHOLE_ARN =
            "write the role's whole ARN, which needs no such call: arn:aws:iam::<account>:role/<name>";

    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void isWhomStsSays() {
        assertEquals(
                new Caller(StandardWorld.BOB_ARN, Optional.of(StandardWorld.BUILD_ACCOUNT)),
                scene.open().caller());
        assertEquals(1, scene.aws.calls().size());
    }

    @Test
    void mayLiveInAnotherPartition() {
        Caller wang = scene.as(StandardWorld.WANG_KEY_ID, StandardWorld.WANG_SECRET)
                .region(Optional.of("cn-north-1"))
                .open()
                .caller();

        assertEquals("aws-cn", wang.partition());
        assertEquals(Optional.of(StandardWorld.CHINA_ACCOUNT), wang.accountId());
    }

    /** Ceph RGW has no such operation. */
    @Test
    void aServerThatDoesNotKnowTheQuestionIsToldAsSuch() {
        scene.aws.faultAlways("GetCallerIdentity", Fault.rgwError(405, "MethodNotAllowed"));

        AccessFailed failure = refused();

        assertEquals("Cannot tell which account the role's name belongs to", failure.attempted());
        assertTrue(failure.cameBack().startsWith("STS answered no error code, HTTP 405, request "), failure.cameBack());
        assertTrue(failure.cameBack().contains(scene.aws.endpoint().toString()), failure.cameBack());
        assertTrue(
                failure.cameBack().endsWith("\nThe credentials are from the system properties."), failure.cameBack());
        assertEquals(
                List.of("the server may not know this question, as some that stand in for AWS do not", WHOLE_ARN),
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
    void anAnswerWithoutACallerIsNone(Fault nonsense) {
        scene.aws.faultAlways("GetCallerIdentity", nonsense);

        AccessFailed failure = refused();

        assertTrue(failure.cameBack().contains("is not one of STS"), failure.cameBack());
        assertEquals(WHOLE_ARN, failure.advice().get(failure.advice().size() - 1));
    }

    @Test
    void aServerThatIsAwayIsToldAsEver() {
        scene.aws.faultAlways("GetCallerIdentity", Fault.cut());

        AccessFailed failure = refused();

        assertTrue(failure.cameBack().startsWith("no answer from " + scene.aws.endpoint()), failure.cameBack());
        assertTrue(failure.advice().get(0).contains("<stsEndpointUrl>"), failure.getMessage());
    }

    @Test
    void credentialsThatAreNoGoodAreToldAsSuch() {
        scene.as("AKIAUNKNOWN", "not-a-key-of-anybody");

        AccessFailed failure = refused();

        assertTrue(failure.cameBack().startsWith("STS answered InvalidClientTokenId, HTTP 403"), failure.cameBack());
        assertTrue(
                failure.advice().get(0).startsWith("check the access key id from the system properties"),
                failure.getMessage());
    }

    @Test
    void withoutCredentialsNobodyIsAsked() {
        AccessFailed failure =
                scene.withoutCredentials().refusal(() -> scene.open().caller());

        assertTrue(failure.cameBack().startsWith("no AWS credentials were found."), failure.cameBack());
        assertTrue(scene.aws.calls().isEmpty());
    }

    private AccessFailed refused() {
        return scene.refusal(() -> scene.open().caller());
    }
}
