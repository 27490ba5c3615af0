package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.standin.StandardWorld;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A role that only somebody with a device may assume. */
class MfaTest extends GoalTest {
    MfaTest() {
        super("assume-role");
    }

    @BeforeEach
    void configureDevice() {
        parameter("roleArn", StandardWorld.MFA_ONLY);
        parameter("mfaSerial", StandardWorld.BOB_MFA_SERIAL);
    }

    @Test
    void takesTheCodeFromTheEnvironment(
            @InjectMojo(goal = "assume-role") @MojoParameter(name = "mfaTokenEnv", value = "AWS_MFA_CODE")
                    AssumeRoleMojo goal)
            throws Exception {
        build.systemProperty("env.AWS_MFA_CODE", StandardWorld.BOB_MFA_CODE);

        goal.execute();

        assertEquals("444455556666", property("aws.accountId"));
        assertEquals(List.of(), prompter.questions());
    }

    @Test
    void asksForTheCodeOnceInABuild(
            @InjectMojo(goal = "assume-role") AssumeRoleMojo first,
            @InjectMojo(goal = "assume-role")
                    @MojoParameter(name = "propertyPrefix", value = "short.")
                    @MojoParameter(name = "durationSeconds", value = "900")
                    AssumeRoleMojo second)
            throws Exception {
        build.interactive();
        prompter.willType(StandardWorld.BOB_MFA_CODE);

        first.execute();
        second.execute();

        assertEquals(List.of("MFA code of " + StandardWorld.BOB_MFA_SERIAL), prompter.questions());
        assertEquals(2, assumed());
    }

    @Test
    void refusesBatchModeWithoutAVariableBeforeAnyCall(@InjectMojo(goal = "assume-role") AssumeRoleMojo goal) {
        prompter.willType(StandardWorld.BOB_MFA_CODE);

        assertEquals(
                List.of("mfaSerial: Maven runs in batch mode and cannot prompt for the code; set <mfaTokenEnv> to"
                        + " the name of an environment variable that contains the code, or run Maven on a terminal,"
                        + " without -B"),
                refused(goal));
        assertEquals(List.of(), prompter.questions());
    }

    @Test
    void refusesAVariableThatIsNotThereBeforeAnyCall(
            @InjectMojo(goal = "assume-role") @MojoParameter(name = "mfaTokenEnv", value = "AWS_MFA_CODE")
                    AssumeRoleMojo goal) {
        build.interactive();

        assertEquals(
                List.of("mfaTokenEnv: the environment variable AWS_MFA_CODE is not set or is empty"), refused(goal));
    }

    @Test
    void repeatsNoCodeThatIsWrittenInThePlaceOfItsVariable(
            @InjectMojo(goal = "assume-role") @MojoParameter(name = "mfaTokenEnv", value = StandardWorld.BOB_MFA_CODE)
                    AssumeRoleMojo goal) {
        assertEquals(
                "mfaTokenEnv: is not the name of an environment variable; expected one like AWS_MFA_CODE, never the code"
                        + " itself",
                refused(goal).get(0));
    }

    @Test
    void failsWhenTheInputEnds(@InjectMojo(goal = "assume-role") AssumeRoleMojo goal) {
        build.interactive();

        assertEquals(
                "Cannot get the MFA code of " + StandardWorld.BOB_MFA_SERIAL + ": the input ended without an answer.",
                refused(goal).get(0));
    }
}
