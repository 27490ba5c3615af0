package io.github.assumerole.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.Mojo;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** When the goals do nothing, and what they say then. */
class GoalsAtRestTest {
    private static final String WRONG = "arn:aws:iam::4444:role/ci-deploy";

    @Nested
    class AssumeRole extends GoalTest {
        AssumeRole() {
            super("assume-role");
        }

        @Test
        void skipsWithTheOthers(
                @InjectMojo(goal = "assume-role")
                        @MojoParameter(name = "skip", value = "true")
                        @MojoParameter(name = "roleArn", value = WRONG)
                        AssumeRoleMojo goal)
                throws Exception {
            assertSkips(this, goal, "[INFO] Skipped: assume-role.skip is true.");
        }

        @Test
        void skipsAlone(
                @InjectMojo(goal = "assume-role")
                        @MojoParameter(name = "skipAssumeRole", value = "true")
                        @MojoParameter(name = "roleArn", value = WRONG)
                        AssumeRoleMojo goal)
                throws Exception {
            assertSkips(this, goal, "[INFO] Skipped: assume-role.assumeRole.skip is true.");
        }

        @Test
        void refusesToWorkOffline(
                @InjectMojo(goal = "assume-role")
                        @MojoParameter(name = "roleArn", value = "arn:aws:iam::444455556666:role/ci-deploy")
                        AssumeRoleMojo goal) {
            build.offline();

            assertEquals(offline("assume-role", "assumeRole"), refused(goal));
        }

        @Test
        void tellsAWrongConfigurationBeforeItTellsThatMavenIsOffline(
                @InjectMojo(goal = "assume-role")
                        @MojoParameter(name = "roleArn", value = "arn:aws:iam::444455556666:role/ci-deploy")
                        @MojoParameter(name = "maxAttempts", value = "0")
                        AssumeRoleMojo goal) {
            build.offline();

            assertEquals(List.of("maxAttempts: 0 is too small, expected 1 to 10"), refused(goal));
        }
    }

    @Nested
    class ListBuckets extends GoalTest {
        ListBuckets() {
            super("list-buckets");
        }

        @Test
        void skipsWithTheOthers(
                @InjectMojo(goal = "list-buckets")
                        @MojoParameter(name = "skip", value = "true")
                        @MojoParameter(name = "maxRows", value = "-1")
                        ListBucketsMojo goal)
                throws Exception {
            assertSkips(this, goal, "[INFO] Skipped: assume-role.skip is true.");
        }

        @Test
        void skipsAlone(
                @InjectMojo(goal = "list-buckets")
                        @MojoParameter(name = "skipListBuckets", value = "true")
                        @MojoParameter(name = "maxRows", value = "-1")
                        ListBucketsMojo goal)
                throws Exception {
            assertSkips(this, goal, "[INFO] Skipped: assume-role.listBuckets.skip is true.");
        }

        @Test
        void refusesToWorkOffline(@InjectMojo(goal = "list-buckets") ListBucketsMojo goal) {
            build.offline();

            assertEquals(offline("list-buckets", "listBuckets"), refused(goal));
        }
    }

    private static void assertSkips(GoalTest test, Mojo goal, String line) throws Exception {
        goal.execute();

        assertEquals(List.of(line), test.log.lines());
        assertEquals(List.of(), test.aws.calls());
    }

    private static List<String> offline(String goal, String property) {
        return List.of(
                "Cannot run " + goal
                        + ": Maven is offline (-o, or <offline> in settings.xml), and this goal has to call" + " AWS.",
                "What to try:",
                "  - run the build without -o",
                "  - skip the goal on purpose with -Dassume-role." + property + ".skip");
    }
}
