package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.assumerole.standin.StandardWorld;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The goals ask the CI server that Maven's environment names to mask credentials. The console is not available here, as
 * in Maven's daemon, since that of a test belongs to surefire; what is printed there, IdentityTest shows.
 */
class MaskingTest extends GoalTest {
    private static final String WARNING = "[WARNING] The credentials are not masked in the log of GitHub Actions: its"
            + " console is not available. This plugin never prints them.";

    MaskingTest() {
        super("assume-role");
    }

    @BeforeEach
    void hideTheConsole() {
        System.setProperty("mvnd.home", "of the test");
        parameter("roleArn", StandardWorld.CI_DEPLOY);
    }

    @AfterEach
    void showTheConsole() {
        System.clearProperty("mvnd.home");
    }

    @Test
    void isAskedForOncePerSessionAndNotInTheLog(
            @InjectMojo(goal = "assume-role") AssumeRoleMojo first,
            @InjectMojo(goal = "list-buckets") ListBucketsMojo second)
            throws Exception {
        build.systemProperty("env.GITHUB_ACTIONS", "true");

        first.execute();
        second.execute();

        assertEquals(
                List.of(WARNING),
                log.lines().stream()
                        .filter(line -> line.startsWith("[WARNING]"))
                        .toList());
        assertLoggedNoSecret();
    }

    @Test
    void isNotAskedForOnADevelopersMachine(@InjectMojo(goal = "assume-role") AssumeRoleMojo goal) throws Exception {
        goal.execute();

        assertFalse(log.lines().stream().anyMatch(line -> line.startsWith("[WARNING]")), log.lines()::toString);
    }
}
