package io.github.assumerole.standin.sdk;

import static io.github.assumerole.standin.sdk.SdkClients.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.standin.LocalAws;
import io.github.assumerole.standin.StandardWorld;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.Tag;

class RoleChainingTest {
    private static final Tag TAG = Tag.builder().key("Team").value("build").build();

    private final LocalAws aws = LocalAws.start();
    private final SdkClients sdk = new SdkClients(aws);

    @AfterEach
    void close() {
        sdk.close();
        aws.close();
    }

    @Test
    void aSessionOfATrustedRoleMayAssumeTheNext() {
        AwsCredentials runner = sdk.assume(BOB, StandardWorld.CI_RUNNER);

        assertEquals(
                "arn:aws:sts::444455556666:assumed-role/ci-deploy/next",
                assume(runner, request -> {}).assumedRoleUser().arn());
        assertEquals(
                "arn:aws:sts::111122223333:assumed-role/ci-runner/test",
                aws.calls("AssumeRole").get(1).callerArn());
    }

    @Test
    void aChainedSessionLastsOneHourAtMost() {
        AwsCredentials runner = sdk.assume(BOB, StandardWorld.CI_RUNNER);

        assertEquals(
                new ErrorResponse(
                        400,
                        "ValidationError",
                        "The requested DurationSeconds exceeds the 1 hour session limit"
                                + " for roles assumed by role chaining"),
                ErrorResponse.of(() -> assume(runner, request -> request.durationSeconds(3601))));
    }

    @Test
    void aRoleNeedsThePermissionToAssumeAnother() {
        AwsCredentials deploy = sdk.assume(BOB, StandardWorld.CI_DEPLOY);

        assertEquals(
                "403 AccessDenied",
                ErrorResponse.of(() -> sdk.assume(deploy, StandardWorld.CI_RUNNER))
                        .statusAndCode());
    }

    @Test
    void anInheritedTagCannotBeSetAgain() {
        AwsCredentials runner = tagged(request -> request.transitiveTagKeys("Team"));
        Tag other = Tag.builder().key("TEAM").value("other").build();

        assertEquals(
                "One of the specified transitive tag keys can't be set"
                        + " because it conflicts with a transitive tag key from the calling session.",
                ErrorResponse.of(() -> assume(runner, request -> request.tags(other)))
                        .message());
    }

    @Test
    void aTagThatIsNotTransitiveEndsWithItsSession() {
        AwsCredentials runner = tagged(request -> {});

        assertEquals(
                "arn:aws:sts::444455556666:assumed-role/ci-deploy/next",
                assume(runner, request -> request.tags(TAG)).assumedRoleUser().arn());
    }

    @Test
    void aSourceIdentityIsInheritedAndStays() {
        AwsCredentials runner = session(request -> request.sourceIdentity("alice"));

        assertEquals("alice", assume(runner, request -> {}).sourceIdentity());
        assertEquals(
                "403 AccessDenied",
                ErrorResponse.of(() -> assume(runner, request -> request.sourceIdentity("mallory")))
                        .statusAndCode());
    }

    private AwsCredentials tagged(Consumer<AssumeRoleRequest.Builder> more) {
        return session(request -> more.accept(request.tags(TAG)));
    }

    private AwsCredentials session(Consumer<AssumeRoleRequest.Builder> more) {
        return SdkClients.session(sdk.sts(BOB)
                .assumeRole(request ->
                        more.accept(request.roleArn(StandardWorld.CI_RUNNER).roleSessionName("first")))
                .credentials());
    }

    private AssumeRoleResponse assume(AwsCredentials caller, Consumer<AssumeRoleRequest.Builder> more) {
        return sdk.sts(caller)
                .assumeRole(request ->
                        more.accept(request.roleArn(StandardWorld.CI_DEPLOY).roleSessionName("next")));
    }
}
