package io.github.assumerole.goal.credentials;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.goal.GoalTest;
import io.github.assumerole.standin.StandardWorld;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A role that only somebody with a device may assume. */
class MfaTest extends GoalTest {
    @BeforeEach
    void configureDevice() {
        parameter("roleArn", StandardWorld.MFA_ONLY);
        parameter("mfaSerial", StandardWorld.BOB_MFA_SERIAL);
    }

    @Test
    void readsCodeFromEnvironment() throws Exception {
        build.systemProperty("env.AWS_MFA_CODE", StandardWorld.BOB_MFA_CODE);

        assumeRole("mfaTokenEnv=AWS_MFA_CODE").execute();

        assertEquals("444455556666", property("aws.accountId"));
        assertEquals(List.of(), prompter.questions());
    }

    @Test
    void promptsOncePerBuild() throws Exception {
        build.interactive();
        prompter.willType(StandardWorld.BOB_MFA_CODE);

        assumeRole().execute();
        assumeRole("propertyPrefix=short.", "durationSeconds=900").execute();

        assertEquals(List.of("MFA code of " + StandardWorld.BOB_MFA_SERIAL), prompter.questions());
        assertEquals(2, assumed());
    }

    @Test
    void rejectsBatchModeWithoutVariable() {
        prompter.willType(StandardWorld.BOB_MFA_CODE);

        assertEquals(
                List.of("mfaSerial: Maven runs in batch mode and cannot prompt for the code; set <mfaTokenEnv> to"
                        + " the name of an environment variable that contains the code, or run Maven on a terminal,"
                        + " without -B"),
                rejected(assumeRole()));
        assertEquals(List.of(), prompter.questions());
    }

    @Test
    void rejectsUndefinedVariable() {
        build.interactive();

        assertEquals(
                List.of("mfaTokenEnv: the environment variable AWS_MFA_CODE is not set or is empty"),
                rejected(assumeRole("mfaTokenEnv=AWS_MFA_CODE")));
    }

    @Test
    void printsNoCodeConfiguredInsteadOfVariable() {
        assertEquals(
                "mfaTokenEnv: is not the name of an environment variable; expected one like AWS_MFA_CODE, never the code"
                        + " itself",
                rejected(assumeRole("mfaTokenEnv=" + StandardWorld.BOB_MFA_CODE))
                        .get(0));
    }

    @Test
    void failsWhenInputEnds() {
        build.interactive();

        assertEquals(
                "Cannot get the MFA code of " + StandardWorld.BOB_MFA_SERIAL + ": the input ended without an answer.",
                rejected(assumeRole()).get(0));
    }
}
