package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.standin.StandardWorld;
import java.util.List;
import org.apache.maven.plugin.Mojo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A skipped goal does not check its configuration, which is invalid here; offline, only its configuration. */
class SkippedGoalsTest extends GoalTest {

    @ParameterizedTest
    @ValueSource(strings = {"skip", "assumeRole.skip"})
    void skipsAssumeRole(String property) throws Exception {
        parameter(property, "true");

        assertSkips(assumeRole("roleArn=?"), "assume-role." + property);
    }

    @ParameterizedTest
    @ValueSource(strings = {"skip", "checkLeaks.skip"})
    void skipsCheckLeaks(String property) throws Exception {
        parameter(property, "true");

        assertSkips(checkLeaks("leakIncludes=nowhere"), "assume-role." + property);
    }

    @Test
    void skipsGoalByElementOfPom() throws Exception {
        assertSkips(listBuckets("maxRows=-1", "skipListBuckets=true"), "assume-role.listBuckets.skip");
    }

    /** A goal that is skipped checks nothing, not even the names of properties. */
    @Test
    void skipsGoalWithUnknownProperty() throws Exception {
        parameter("skip", "true");
        parameter("requiredBucket", "app-logs");

        assertSkips(listBuckets(), "assume-role.skip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ture", "1", "yes", "TRUE"})
    void rejectsSkipThatIsNeitherTrueNorFalse(String value) {
        parameter("skip", value);

        assertEquals(
                List.of(
                        "skip: assume-role.skip is '" + value + "', expected true or false",
                        "skipListBuckets: is '" + value + "', expected true or false"),
                rejected(listBuckets("skipListBuckets=" + value)));
    }

    @Test
    void runsWithoutSkip() {
        parameter("skip", "false");
        parameter("assumeRole.skip", "false");
        parameter("listBuckets.skip", "true");

        assertTrue(rejected(assumeRole("roleArn=?")).get(0).startsWith("roleArn: "));
    }

    @Test
    void failsOffline() {
        build.offline();

        assertFailsOffline(assumeRole("roleArn=" + StandardWorld.CI_DEPLOY), "assume-role", "assumeRole");
        assertFailsOffline(listBuckets(), "list-buckets", "listBuckets");
    }

    @Test
    void reportsConfigurationErrorsBeforeOffline() {
        build.offline();

        assertEquals(
                List.of("maxAttempts: 0 is too small, expected 1 to 10"),
                rejected(assumeRole("roleArn=" + StandardWorld.CI_DEPLOY, "maxAttempts=0")));
    }

    private void assertSkips(Mojo goal, String property) throws Exception {
        goal.execute();

        assertEquals(List.of("[INFO] Skipped: " + property + " is true."), log.lines());
        assertEquals(List.of(), aws.calls());
    }

    private void assertFailsOffline(Mojo mojo, String goal, String property) {
        assertEquals(
                List.of(
                        "Cannot run " + goal
                                + ": Maven is offline (-o, or <offline> in settings.xml), and this goal has"
                                + " to call AWS.",
                        "What to try:",
                        "  - run the build without -o",
                        "  - skip the goal on purpose with -Dassume-role." + property + ".skip"),
                rejected(mojo));
    }
}
