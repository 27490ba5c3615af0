package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.Mojo;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Skipped goals, and goals in a Maven that is offline. */
class SkippedGoalsTest {
    private static final String INVALID = "arn:aws:iam::4444:role/ci-deploy";

    @Nested
    class AssumeRole extends GoalTest {
        AssumeRole() {
            super("assume-role");
            parameter("roleArn", INVALID);
        }

        @Test
        void skipsAllGoals(@InjectMojo(goal = "assume-role") AssumeRoleMojo goal) throws Exception {
            parameter("skip", "true");

            assertSkips(this, goal, "[INFO] Skipped: assume-role.skip is true.");
        }

        @Test
        void skipsGoal(@InjectMojo(goal = "assume-role") AssumeRoleMojo goal) throws Exception {
            parameter("assumeRole.skip", "true");

            assertSkips(this, goal, "[INFO] Skipped: assume-role.assumeRole.skip is true.");
        }

        @Test
        void runsWithoutSkip(@InjectMojo(goal = "assume-role") AssumeRoleMojo goal) {
            parameter("skip", "false");
            parameter("assumeRole.skip", "false");
            parameter("listBuckets.skip", "true");

            assertTrue(refused(goal).get(0).startsWith("roleArn: "));
        }

        @Test
        void failsOffline(
                @InjectMojo(goal = "assume-role")
                        @MojoParameter(name = "roleArn", value = "arn:aws:iam::444455556666:role/ci-deploy")
                        AssumeRoleMojo goal) {
            build.offline();

            assertEquals(offline("assume-role", "assumeRole"), refused(goal));
        }

        @Test
        void reportsConfigurationErrorsBeforeOffline(
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
        void skipsGoalByElementOfPom(
                @InjectMojo(goal = "list-buckets") @MojoParameter(name = "maxRows", value = "-1") ListBucketsMojo goal)
                throws Exception {
            goal.execution.getConfiguration().getChild("skipListBuckets").setValue("true");

            assertSkips(this, goal, "[INFO] Skipped: assume-role.listBuckets.skip is true.");
        }

        @Test
        void failsOffline(@InjectMojo(goal = "list-buckets") ListBucketsMojo goal) {
            build.offline();

            assertEquals(offline("list-buckets", "listBuckets"), refused(goal));
        }
    }

    @Nested
    class CheckLeaks extends GoalTest {
        CheckLeaks() {
            super("check-leaks");
            parameter("leakIncludes", "nowhere");
        }

        @Test
        void skipsAllGoals(@InjectMojo(goal = "check-leaks") CheckLeaksMojo goal) throws Exception {
            parameter("skip", "true");

            assertSkips(this, goal, "[INFO] Skipped: assume-role.skip is true.");
        }

        @Test
        void skipsGoal(@InjectMojo(goal = "check-leaks") CheckLeaksMojo goal) throws Exception {
            parameter("checkLeaks.skip", "true");

            assertSkips(this, goal, "[INFO] Skipped: assume-role.checkLeaks.skip is true.");
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
