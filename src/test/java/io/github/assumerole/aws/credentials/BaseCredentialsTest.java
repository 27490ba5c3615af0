package io.github.assumerole.aws.credentials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.aws.AwsConnection;
import io.github.assumerole.aws.AwsScenario;
import io.github.assumerole.aws.NoSecrets;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.BaseCredentialsSource;
import io.github.assumerole.role.Secret;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.standin.StandardWorld;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Configured keys, and sessions. */
class BaseCredentialsTest {
    private static final String TOKEN = "IQoJb3JpZ2luX2VjEXAMPLETOKENEXAMPLE";

    private final AwsScenario scene = new AwsScenario();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void acceptsKeysWithSessionToken() {
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
    void prefersConfiguredKeysAndNamesTheirSource() {
        AwsAccessException failure = scene.origin(
                        keys(StandardWorld.MALLORY_KEY_ID, StandardWorld.MALLORY_SECRET, Optional.empty()))
                .failure(StandardWorld.CI_DEPLOY);

        assertTrue(
                failure.cameBack()
                        .endsWith("The caller is " + StandardWorld.MALLORY_ARN
                                + ", with credentials from the server ci of settings.xml."),
                failure.cameBack());
    }

    @ParameterizedTest
    @ValueSource(strings = {TOKEN + "\n" + TOKEN, " " + TOKEN, TOKEN + "\u00e9", ""})
    void rejectsInvalidKeysWithoutPrintingThem(String invalid) {
        for (BaseCredentialsSource.Keys keys : List.of(
                keys(invalid, StandardWorld.BOB_SECRET, Optional.empty()),
                keys(StandardWorld.BOB_KEY_ID, invalid, Optional.empty()),
                keys(StandardWorld.BOB_KEY_ID, StandardWorld.BOB_SECRET, Optional.of(invalid)))) {
            AwsAccessException failure = scene.origin(keys).failure(StandardWorld.CI_DEPLOY);

            NoSecrets.in(failure, List.of(TOKEN, StandardWorld.BOB_SECRET));
            assertEquals(
                    "the credentials from the server ci of settings.xml "
                            + (invalid.isEmpty()
                                    ? "are incomplete: one of the values is empty."
                                    : "contain a space, a line break or a non-ASCII character."),
                    failure.cameBack());
        }
        assertTrue(scene.aws.calls().isEmpty());
    }

    @Test
    void printsNoSecretOfKeys() {
        BaseCredentialsSource.Keys keys = keys(StandardWorld.BOB_KEY_ID, StandardWorld.BOB_SECRET, Optional.of(TOKEN));
        AwsConnection connection = scene.origin(keys).connection();

        NoSecrets.in(
                keys.toString() + connection + connection.cacheKey() + scene.base(),
                List.of(StandardWorld.BOB_SECRET, TOKEN));
        assertFalse(connection.cacheKey().contains(StandardWorld.BOB_KEY_ID), connection.cacheKey());
    }

    /** The JDK rejects such a header and prints its value. */
    @ParameterizedTest
    @ValueSource(strings = {TOKEN + "\n" + TOKEN, TOKEN + " " + TOKEN, TOKEN + "\u00e9" + TOKEN})
    void rejectsInvalidTokenWithoutPrintingIt(String token) {
        AwsAccessException failure = scene.as(StandardWorld.BOB_KEY_ID, StandardWorld.BOB_SECRET, token)
                .failure(StandardWorld.CI_DEPLOY);

        assertEquals(
                "the credentials from the system properties contain a space, a line break or a non-ASCII character.",
                failure.cameBack());
        assertTrue(scene.aws.calls().isEmpty());
    }

    private static BaseCredentialsSource.Keys keys(String keyId, String secret, Optional<String> token) {
        return new BaseCredentialsSource.Keys(
                "the server ci of settings.xml", keyId, Secret.of(secret), token.map(Secret::of));
    }
}
