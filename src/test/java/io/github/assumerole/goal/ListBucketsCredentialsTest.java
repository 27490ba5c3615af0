package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.role.Secret;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.role.SessionCredentials.IssueDetails;
import io.github.assumerole.standin.StandardWorld;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.Test;

/**
 * Whose buckets list-buckets lists: of the role, else of what was published, else, when allowed, of the environment.
 */
class ListBucketsCredentialsTest extends GoalTest {
    ListBucketsCredentialsTest() {
        super("list-buckets");
    }

    @Test
    void assumesTheConfiguredRole(
            @InjectMojo(goal = "list-buckets") @MojoParameter(name = "roleArn", value = StandardWorld.CI_DEPLOY)
                    ListBucketsMojo goal)
            throws Exception {
        goal.execute();

        assertSummary("5 buckets in account 444455556666, as role ci-deploy");
        assertEquals(0, Build.names(project, "aws.").count());
    }

    @Test
    void prefersTheConfiguredRoleToWhatWasPublished(
            @InjectMojo(goal = "assume-role") @MojoParameter(name = "roleArn", value = StandardWorld.CI_DEPLOY)
                    AssumeRoleMojo before,
            @InjectMojo(goal = "list-buckets") @MojoParameter(name = "roleArn", value = StandardWorld.EMPTY_CI_DEPLOY)
                    ListBucketsMojo goal)
            throws Exception {
        before.execute();
        goal.execute();

        assertSummary("no buckets in account 777788889999, as role ci-deploy");
    }

    @Test
    void prefersWhatWasPublishedToTheEnvironment(
            @InjectMojo(goal = "assume-role") @MojoParameter(name = "roleArn", value = StandardWorld.CI_DEPLOY)
                    AssumeRoleMojo before,
            @InjectMojo(goal = "list-buckets") @MojoParameter(name = "allowDefaultCredentials", value = "true")
                    ListBucketsMojo goal)
            throws Exception {
        before.execute();
        goal.execute();

        assertSummary("5 buckets in account 444455556666, as role ci-deploy");
        assertEquals(1, assumed());
    }

    @Test
    void asksForTheRoleOfTheBuildOnlyOnce(
            @InjectMojo(goal = "assume-role") @MojoParameter(name = "roleArn", value = StandardWorld.CI_DEPLOY)
                    AssumeRoleMojo before,
            @InjectMojo(goal = "list-buckets") @MojoParameter(name = "roleArn", value = StandardWorld.CI_DEPLOY)
                    ListBucketsMojo goal)
            throws Exception {
        before.execute();
        goal.execute();

        assertEquals(1, assumed());
    }

    @Test
    void usesTheEnvironmentsOwnCredentialsWhenAllowed(
            @InjectMojo(goal = "list-buckets") @MojoParameter(name = "allowDefaultCredentials", value = "true")
                    ListBucketsMojo goal)
            throws Exception {
        goal.execute();

        assertSummary("1 bucket in account 111122223333");
        assertTrue(log.lines()
                .contains("[INFO] Using the environment's own credentials, those of " + StandardWorld.BOB_ARN));
    }

    @Test
    void tellsWhereItLookedInVain(
            @InjectMojo(goal = "list-buckets") @MojoParameter(name = "propertyPrefix", value = "target.")
                    ListBucketsMojo goal) {
        assertEquals(
                List.of(
                        "Cannot list any buckets: no credentials found. Checked, in this order:",
                        "  - roleArn: not configured",
                        "  - assume-role with propertyPrefix target.: did not run in app in this build",
                        "  - base credentials: allowDefaultCredentials is false",
                        "What to try:",
                        "  - set <roleArn>, or -Dassume-role.roleArn=arn:aws:iam::<account>:role/<name>",
                        "  - run assume-role before this goal in the same module, with the same <propertyPrefix>",
                        "  - to use the account of the base credentials: -Dassume-role.allowDefaultCredentials"),
                refused(goal));
    }

    @Test
    void ignoresWhatWasPublishedUnderAnotherPrefix(
            @InjectMojo(goal = "assume-role") @MojoParameter(name = "roleArn", value = StandardWorld.CI_DEPLOY)
                    AssumeRoleMojo before,
            @InjectMojo(goal = "list-buckets") @MojoParameter(name = "propertyPrefix", value = "target.")
                    ListBucketsMojo goal)
            throws Exception {
        before.execute();

        assertTrue(refused(goal)
                .contains("  - assume-role with propertyPrefix target.: did not run in app in this build"));
    }

    @Test
    void refusesPublishedCredentialsThatHaveExpired(@InjectMojo(goal = "list-buckets") ListBucketsMojo goal) {
        SessionCredentials expired = new SessionCredentials(
                "ASIAEXPIRED",
                Secret.of("expired-secret"),
                Secret.of("expired-token"),
                Instant.parse("2024-02-29T12:00:00Z"),
                "arn:aws:sts::444455556666:assumed-role/ci-deploy/maven-app",
                Optional.empty(),
                "eu-west-1",
                new IssueDetails("https://sts.example.com", Optional.empty(), Optional.empty(), "the test"));
        build.state().putCredentials(project, "aws.", expired);

        assertEquals(
                List.of(
                        "Cannot list the buckets as arn:aws:sts::444455556666:assumed-role/ci-deploy/maven-app: the"
                                + " published credentials expired at 2024-02-29T12:00:00Z.",
                        "What to try:",
                        "  - run assume-role once more before this goal, or configure <roleArn> here, too",
                        "  - raise <durationSeconds>"),
                refused(goal));
    }

    private void assertSummary(String summary) {
        assertTrue(log.lines().contains("[INFO] " + summary), log.lines()::toString);
    }
}
