package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import java.time.Duration;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.ClearSystemProperty;

/** A transient failure of one module does not fail the modules after it; a denial does, without another call. */
class TransientFailureTest extends GoalTest {
    private static final String SDK_LOG_LEVEL = "org.slf4j.simpleLogger.log.software.amazon.awssdk";

    TransientFailureTest() {
        super("assume-role");
    }

    @BeforeEach
    void configureRole() {
        parameter("roleArn", StandardWorld.CI_DEPLOY);
        parameter("maxAttempts", "1");
    }

    @Test
    void callsStsAgainAfterAConnectionReset(
            @InjectMojo(goal = "assume-role") AssumeRoleMojo first,
            @InjectMojo(goal = "assume-role") AssumeRoleMojo second)
            throws Exception {
        assertRecoversFrom(Fault.reset(), first, second);
    }

    @Test
    void callsStsAgainAfterAServerError(
            @InjectMojo(goal = "assume-role") AssumeRoleMojo first,
            @InjectMojo(goal = "assume-role") AssumeRoleMojo second)
            throws Exception {
        assertRecoversFrom(Fault.error(503, "ServiceUnavailable", "down"), first, second);
    }

    @Test
    void callsStsAgainAfterThrottling(
            @InjectMojo(goal = "assume-role") AssumeRoleMojo first,
            @InjectMojo(goal = "assume-role") AssumeRoleMojo second)
            throws Exception {
        assertRecoversFrom(Fault.error(400, "Throttling", "Rate exceeded"), first, second);
    }

    @Test
    void walksAChainAgainFromTheHopThatFailed(
            @InjectMojo(goal = "assume-role") @MojoParameter(name = "sourceRoles", value = StandardWorld.CI_RUNNER)
                    AssumeRoleMojo first,
            @InjectMojo(goal = "assume-role") @MojoParameter(name = "sourceRoles", value = StandardWorld.CI_RUNNER)
                    AssumeRoleMojo second)
            throws Exception {
        aws.fault("AssumeRole", Fault.slow(Duration.ZERO), Fault.reset());

        assertTrue(failed(first).get(0).startsWith("Hop 2 of 2: "));
        second.execute();

        assertEquals(3, assumed());
    }

    @Test
    void callsStsOnceWhenItIsDenied(
            @InjectMojo(goal = "assume-role") AssumeRoleMojo first,
            @InjectMojo(goal = "assume-role") AssumeRoleMojo second) {
        aws.fault("AssumeRole", Fault.error(403, "AccessDenied", "no"));

        List<String> denied = failed(first);

        assertEquals(denied, failed(second));
        assertEquals(1, assumed());
    }

    @Test
    @ClearSystemProperty(key = SDK_LOG_LEVEL)
    void restoresTheLogLevelOfTheSdkWhenTheBuildEnds(
            @InjectMojo(goal = "assume-role") AssumeRoleMojo first,
            @InjectMojo(goal = "assume-role") AssumeRoleMojo second)
            throws Exception {
        first.execute();
        second.execute();
        assertEquals("info", System.getProperty(SDK_LOG_LEVEL));

        build.end();

        assertEquals(null, System.getProperty(SDK_LOG_LEVEL));
    }

    private void assertRecoversFrom(Fault fault, AssumeRoleMojo first, AssumeRoleMojo second) throws Exception {
        aws.fault("AssumeRole", fault);

        failed(first);
        second.execute();

        assertEquals(2, assumed());
        assertTrue(lastLine().startsWith("[INFO] Assumed role ci-deploy "), lastLine());
    }
}
