package io.github.assumerole.aws.sts;

import static io.github.assumerole.aws.AwsScenario.advice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.aws.AwsScenario;
import io.github.assumerole.aws.NoSecrets;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.standin.StandardWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A profile with the base credentials. */
class BaseCredentialsOfProfileTest {
    private static final String TOKEN = "IQoJb3JpZ2luX2VjEXAMPLETOKENEXAMPLE";

    private final AwsScenario scene = new AwsScenario();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void usesKeysAndRegionOfProfile() {
        SessionCredentials session = scene.withoutCredentials()
                .profile("in-ireland")
                .region(Optional.empty())
                .assume(StandardWorld.CI_DEPLOY);

        assertEquals("eu-west-1", session.region());
        assertEquals(StandardWorld.BOB_ARN, scene.aws.calls("AssumeRole").get(0).callerArn());
        assertEquals(
                "eu-west-1", scene.aws.calls("AssumeRole").get(0).parameters().get("signingRegion"));
    }

    @Test
    void prefersNamedProfile() {
        scene.as(StandardWorld.MALLORY_KEY_ID, StandardWorld.MALLORY_SECRET)
                .profile("in-ireland")
                .assume(StandardWorld.CI_DEPLOY);

        assertEquals(StandardWorld.BOB_ARN, scene.aws.calls("AssumeRole").get(0).callerArn());
    }

    @Test
    void namesMissingProfileWithoutFallback() {
        AwsAccessException failure = scene.profile("in-atlantis").refusal(StandardWorld.CI_DEPLOY);

        List<String> lines = placesOf(failure);
        assertEquals(1, lines.size());
        assertTrue(lines.get(0).startsWith("the profile in-atlantis: "), lines.get(0));
        assertTrue(advice(failure).contains("has the profile in-atlantis"), advice(failure));
        assertTrue(scene.aws.calls().isEmpty());
    }

    @Test
    void callsEndpointOfProfile(@TempDir Path dir) throws IOException {
        useProfiles(
                dir,
                """
                [local]
                aws_access_key_id = %s
                aws_secret_access_key = %s
                endpoint_url = %s
                """
                        .formatted(StandardWorld.BOB_KEY_ID, StandardWorld.BOB_SECRET, scene.aws.endpoint()));

        scene.profile("local").endpoint(Optional.empty()).assume(StandardWorld.CI_DEPLOY);

        assertEquals(1, scene.aws.calls("AssumeRole").size());
    }

    @Test
    void doesNotPrintInvalidTokenOfSourceProfile(@TempDir Path dir) throws IOException {
        useProfiles(
                dir,
                """
                [source]
                aws_access_key_id = %s
                aws_secret_access_key = %s
                aws_session_token = %s
                  %s
                [runner]
                role_arn = %s
                source_profile = source
                region = eu-central-1
                """
                        .formatted(
                                StandardWorld.BOB_KEY_ID,
                                StandardWorld.BOB_SECRET,
                                TOKEN,
                                TOKEN,
                                StandardWorld.CI_RUNNER));
        System.setProperty("aws.endpointUrl", scene.aws.endpoint().toString());

        AwsAccessException failure = scene.profile("runner").refusal(StandardWorld.CI_DEPLOY);

        NoSecrets.in(failure, List.of(TOKEN));
        assertEquals(
                "the credentials from the profile source contain a space, a line break or a non-ASCII character.",
                failure.cameBack());
        assertTrue(scene.aws.calls().isEmpty());
    }

    @Test
    void assumesRoleOfProfileFirst(@TempDir Path dir) throws IOException {
        useProfiles(
                dir,
                """
                [source]
                aws_access_key_id = %s
                aws_secret_access_key = %s
                [runner]
                role_arn = %s
                source_profile = source
                region = eu-central-1
                """
                        .formatted(StandardWorld.BOB_KEY_ID, StandardWorld.BOB_SECRET, StandardWorld.CI_RUNNER));
        System.setProperty("aws.endpointUrl", scene.aws.endpoint().toString());

        scene.profile("runner").assume(StandardWorld.CI_DEPLOY);

        assertTrue(scene.aws.calls("AssumeRole").get(1).callerArn().contains(":assumed-role/ci-runner/"));
    }

    /** A program that prints no JSON may print a secret, which parsers quote. */
    @Test
    void doesNotPrintOutputOfCredentialProcess(@TempDir Path dir) throws IOException {
        useProfiles(dir, "[process]\ncredential_process = echo " + TOKEN + "\n");

        AwsAccessException failure = scene.profile("process").refusal(StandardWorld.CI_DEPLOY);

        NoSecrets.in(failure, List.of(TOKEN));
        assertTrue(advice(failure).contains("that its login has not expired"), advice(failure));
    }

    @Test
    void suggestsCredentialProcessForSingleSignOn(@TempDir Path dir) throws IOException {
        useProfiles(
                dir,
                """
                [sso]
                sso_start_url = https://example.awsapps.invalid/start
                sso_region = eu-central-1
                sso_account_id = 111122223333
                sso_role_name = developer
                """);

        AwsAccessException failure = scene.profile("sso").refusal(StandardWorld.CI_DEPLOY);

        assertTrue(placesOf(failure).get(0).contains("the SDK's modules sso and ssooidc"), failure.cameBack());
        assertTrue(advice(failure).contains("aws configure export-credentials"), advice(failure));
        assertFalse(advice(failure).contains("aws sso login"), advice(failure));
    }

    private static void useProfiles(Path dir, String profiles) throws IOException {
        Path file = Files.writeString(dir.resolve("credentials"), profiles);
        System.setProperty("aws.sharedCredentialsFile", file.toString());
    }

    private static List<String> placesOf(AwsAccessException failure) {
        return failure.cameBack()
                .lines()
                .skip(1)
                .map(line -> line.replaceFirst("^ {2}- ", ""))
                .toList();
    }
}
