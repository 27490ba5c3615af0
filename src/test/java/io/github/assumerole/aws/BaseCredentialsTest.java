package io.github.assumerole.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.role.AccessFailed;
import io.github.assumerole.role.CredentialOrigin;
import io.github.assumerole.role.Secret;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.standin.StandardWorld;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Credentials that we are given: keys, and sessions. */
class BaseCredentialsTest {
    private static final String TOKEN = "IQoJb3JpZ2luX2VjEXAMPLETOKENEXAMPLE";

    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void keysThatSomebodyKeepsForUsComeBeforeAnythingElse() {
        scene.as(StandardWorld.MALLORY_KEY_ID, StandardWorld.MALLORY_SECRET)
                .origin(keys(StandardWorld.BOB_KEY_ID, StandardWorld.BOB_SECRET, Optional.empty()))
                .assume(StandardWorld.CI_DEPLOY);

        assertEquals(StandardWorld.BOB_ARN, scene.aws.calls("AssumeRole").get(0).callerArn());
    }

    @Test
    void keysMayHaveAToken() {
        SessionCredentials runner = scene.assume(StandardWorld.CI_RUNNER);

        SessionCredentials session = scene.withoutCredentials()
                .origin(keys(
                        runner.accessKeyId(),
                        runner.secretAccessKey().reveal(),
                        Optional.of(runner.sessionToken().reveal())))
                .assume(StandardWorld.CI_DEPLOY);

        assertEquals(
                runner.assumedRoleArn(), scene.aws.calls("AssumeRole").get(1).callerArn());
        assertEquals("the server ci of settings.xml", session.evidence().source());
    }

    @Test
    void aRefusalNamesWhoKeepsTheKeys() {
        AccessFailed failure = scene.origin(
                        keys(StandardWorld.MALLORY_KEY_ID, StandardWorld.MALLORY_SECRET, Optional.empty()))
                .refusal(StandardWorld.CI_DEPLOY);

        assertTrue(
                failure.cameBack()
                        .endsWith("The caller is " + StandardWorld.MALLORY_ARN
                                + ", with credentials from the server ci of settings.xml."),
                failure.cameBack());
    }

    @ParameterizedTest
    @ValueSource(strings = {TOKEN + "\n" + TOKEN, " " + TOKEN, TOKEN + "\u00e9"})
    void brokenKeysAreRefusedUnprinted(String broken) {
        for (CredentialOrigin.Keys keys : List.of(
                keys(broken, StandardWorld.BOB_SECRET, Optional.empty()),
                keys(StandardWorld.BOB_KEY_ID, broken, Optional.empty()),
                keys(StandardWorld.BOB_KEY_ID, StandardWorld.BOB_SECRET, Optional.of(broken)))) {
            AccessFailed failure = scene.origin(keys).refusal(StandardWorld.CI_DEPLOY);

            NoSecrets.in(failure, List.of(TOKEN, StandardWorld.BOB_SECRET));
            assertEquals(
                    "the credentials from the server ci of settings.xml hold a blank, a line break or a character"
                            + " beyond ASCII.",
                    failure.cameBack());
        }
        assertTrue(scene.aws.calls().isEmpty());
    }

    @Test
    void keysThatLackAPartAreToldAsSuch() {
        for (CredentialOrigin.Keys keys : List.of(
                keys("", StandardWorld.BOB_SECRET, Optional.empty()),
                keys(StandardWorld.BOB_KEY_ID, "", Optional.empty()),
                keys(StandardWorld.BOB_KEY_ID, StandardWorld.BOB_SECRET, Optional.of("")))) {
            assertEquals(
                    "the credentials from the server ci of settings.xml are not whole: one of them is empty.",
                    scene.origin(keys).refusal(StandardWorld.CI_DEPLOY).cameBack());
        }
    }

    @Test
    void keysDoNotPrintAsTheirSecrets() {
        CredentialOrigin.Keys keys = keys(StandardWorld.BOB_KEY_ID, StandardWorld.BOB_SECRET, Optional.of(TOKEN));
        AwsConnection connection = scene.origin(keys).connection();

        NoSecrets.in(
                keys.toString() + connection + connection.asker() + scene.base(),
                List.of(StandardWorld.BOB_SECRET, TOKEN));
        assertFalse(connection.asker().contains(StandardWorld.BOB_KEY_ID), connection.asker());
    }

    /** The JDK's refusal of such a header would print all of it. */
    @ParameterizedTest
    @ValueSource(strings = {TOKEN + "\n" + TOKEN, TOKEN + " " + TOKEN, TOKEN + "\u00e9" + TOKEN})
    void aBrokenTokenIsRefusedUnprinted(String token) {
        AccessFailed failure = scene.as(StandardWorld.BOB_KEY_ID, StandardWorld.BOB_SECRET, token)
                .refusal(StandardWorld.CI_DEPLOY);

        assertEquals(
                "the credentials from the system properties hold a blank, a line break or a character beyond ASCII.",
                failure.cameBack());
        assertTrue(scene.aws.calls().isEmpty());
    }

    private static CredentialOrigin.Keys keys(String keyId, String secret, Optional<String> token) {
        return new CredentialOrigin.Keys(
                "the server ci of settings.xml", keyId, Secret.of(secret), token.map(Secret::of));
    }
}
