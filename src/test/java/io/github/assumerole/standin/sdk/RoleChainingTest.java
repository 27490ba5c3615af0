package io.github.assumerole.standin.sdk;

import static io.github.assumerole.standin.sdk.SdkClients.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.standin.StandardWorld;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.Tag;

class RoleChainingTest extends EmbeddedAwsTest {
    private static final Tag TAG = Tag.builder().key("Team").value("build").build();

    @Test
    void sessionOfATrustedRoleCanAssumeTheNext() {
        AwsCredentials runner = runner(request -> {});

        assertEquals(
                "arn:aws:sts::444455556666:assumed-role/ci-deploy/test",
                deploy(runner, request -> {}).assumedRoleUser().arn());
        assertEquals(
                "arn:aws:sts::111122223333:assumed-role/ci-runner/test",
                aws.calls("AssumeRole").get(1).callerArn());
    }

    @Test
    void chainedSessionIsLimitedToOneHour() {
        AwsCredentials runner = runner(request -> {});

        assertEquals(
                new ErrorResponse(
                        400,
                        "ValidationError",
                        "The requested DurationSeconds exceeds the 1 hour session limit"
                                + " for roles assumed by role chaining"),
                ErrorResponse.of(() -> deploy(runner, request -> request.durationSeconds(3601))));
    }

    @Test
    void roleNeedsPermissionToAssumeAnother() {
        AwsCredentials deploy = sdk.assume(BOB, StandardWorld.CI_DEPLOY);

        assertEquals("403 AccessDenied", ErrorResponse.codeOf(() -> sdk.assume(deploy, StandardWorld.CI_RUNNER)));
    }

    @Test
    void inheritedTagCannotBeSetAgain() {
        AwsCredentials runner = runner(request -> request.tags(TAG).transitiveTagKeys("Team"));
        Tag other = Tag.builder().key("TEAM").value("other").build();

        assertEquals(
                "One of the specified transitive tag keys can't be set"
                        + " because it conflicts with a transitive tag key from the calling session.",
                ErrorResponse.messageOf(() -> deploy(runner, request -> request.tags(other))));
    }

    @Test
    void otherTagsAreNotInherited() {
        AwsCredentials runner = runner(request -> request.tags(TAG));

        assertEquals(
                "arn:aws:sts::444455556666:assumed-role/ci-deploy/test",
                deploy(runner, request -> request.tags(TAG)).assumedRoleUser().arn());
    }

    @Test
    void sourceIdentityIsInheritedAndCannotChange() {
        AwsCredentials runner = runner(request -> request.sourceIdentity("alice"));

        assertEquals("alice", deploy(runner, request -> {}).sourceIdentity());
        assertEquals(
                "403 AccessDenied",
                ErrorResponse.codeOf(() -> deploy(runner, request -> request.sourceIdentity("mallory"))));
    }

    private AwsCredentials runner(Consumer<AssumeRoleRequest.Builder> more) {
        return SdkClients.session(sdk.assume(BOB, StandardWorld.CI_RUNNER, more).credentials());
    }

    private AssumeRoleResponse deploy(AwsCredentials caller, Consumer<AssumeRoleRequest.Builder> more) {
        return sdk.assume(caller, StandardWorld.CI_DEPLOY, more);
    }
}
