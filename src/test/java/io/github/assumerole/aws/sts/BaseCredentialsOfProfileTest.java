package io.github.assumerole.aws.sts;

import static io.github.assumerole.aws.AwsScenario.advice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.aws.AwsScenario;
import io.github.assumerole.aws.NoSecrets;
import io.github.assumerole.aws.Profiles;
import io.github.assumerole.aws.credentials.BaseCredentials;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.standin.Call;
import io.github.assumerole.standin.StandardWorld;
import io.github.assumerole.text.InvalidConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.util.RestoreSystemProperties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A profile with the base credentials; the SDK reads it, with and without the required module. */
@RestoreSystemProperties
class BaseCredentialsOfProfileTest {
    private static final String TOKEN = "IQoJb3JpZ2luX2VjEXAMPLETOKENEXAMPLE";

    private static final String SSO_AND_LOGIN =
            """
            [profile sso]
            sso_session = corp
            sso_account_id = 111122223333
            sso_role_name = developer
            [sso-session corp]
            sso_region = eu-central-1
            sso_start_url = https://example.invalid/start
            [profile legacy-sso]
            sso_start_url = https://example.invalid/start
            sso_region = eu-central-1
            sso_account_id = 111122223333
            sso_role_name = developer
            [profile login]
            login_session = arn:aws:iam::111122223333:user/bob
            region = eu-central-1
            """;

    @TempDir
    private Path dir;

    private final AwsScenario scene = new AwsScenario();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void usesKeysAndRegionOfProfile() {
        SessionCredentials session = scene.as(StandardWorld.MALLORY_KEY_ID, StandardWorld.MALLORY_SECRET)
                .profile("in-ireland")
                .region(Optional.empty())
                .assume(StandardWorld.CI_DEPLOY);

        Call call = scene.aws.calls("AssumeRole").get(0);
        assertEquals("eu-west-1", session.region());
        assertEquals("eu-west-1", call.parameters().get("signingRegion"));
        assertEquals(StandardWorld.BOB_ARN, call.callerArn());
    }

    @Test
    void namesMissingProfileWithoutFallback() {
        InvalidConfigurationException failure =
                assertThrows(InvalidConfigurationException.class, () -> scene.profile("in-atlantis")
                        .assume(StandardWorld.CI_DEPLOY));

        assertTrue(
                failure.getMessage().startsWith("profile: the profile in-atlantis is neither in "),
                failure.getMessage());
        assertTrue(scene.aws.calls().isEmpty());
    }

    @Test
    void callsEndpointOfProfile() throws IOException {
        useProfiles(
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
    @DisabledOnOs(OS.WINDOWS)
    void runsCredentialProcess() throws IOException {
        Path script = Files.writeString(
                dir.resolve("process.sh"),
                """
                #!/bin/sh
                echo '{"Version": 1, "AccessKeyId": "%s", "SecretAccessKey": "%s", "SessionToken": "'"$1"'"}'
                """
                        .formatted(StandardWorld.BOB_KEY_ID, StandardWorld.BOB_SECRET));
        useProfiles("[process]\ncredential_process = sh \"" + script + "\" token\n");

        BaseCredentials found = scene.profile("process").base();

        assertEquals(StandardWorld.BOB_KEY_ID, found.credentials().accessKeyId());
        assertEquals(StandardWorld.BOB_SECRET, found.credentials().secretAccessKey());
        assertEquals("the profile process", found.source());
        assertEquals(List.of("Waiting for credential_process of the profile process, at most 300 seconds."), scene.log);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void runsCredentialProcessOfSourceProfile() throws IOException {
        useProfiles(
                """
                [source]
                credential_process = echo Log in first >&2; exit 3
                [ci]
                role_arn = %s
                source_profile = source
                """
                        .formatted(StandardWorld.CI_RUNNER));

        AwsAccessException failure = failure("ci");

        assertEquals("Cannot use the profile source", failure.attempted());
        assertEquals(
                dir.resolve("credentials") + ", line 2, profile source, credential_process ended with exit code 3:"
                        + " \"Log in first\"",
                failure.cameBack());
    }

    /** As in the AWS CLI. */
    @Test
    void assumesRoleWithOwnKeysOfProfile() throws IOException {
        useProfiles(
                """
                [ci]
                aws_access_key_id = %s
                aws_secret_access_key = %s
                role_arn = %s
                source_profile = ci
                """
                        .formatted(StandardWorld.BOB_KEY_ID, StandardWorld.BOB_SECRET, StandardWorld.CI_RUNNER));

        scene.withoutCredentials().profile("ci").assume(StandardWorld.CI_DEPLOY);

        assertEquals(
                List.of(StandardWorld.BOB_ARN, "arn:aws:sts::111122223333:assumed-role/ci-runner/test"),
                scene.aws.calls("AssumeRole").stream().map(Call::callerArn).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sso", "legacy-sso", "login"})
    void advisesToLogInWithoutSession(String profile) throws IOException {
        Profiles.use(dir, SSO_AND_LOGIN);

        AwsAccessException failure = failure(profile);

        assertTrue(
                advice(failure)
                        .contains("run `aws sso login --profile " + profile + "` or `aws login --profile " + profile),
                advice(failure));
    }

    @Test
    void doesNotPrintInvalidTokenOfSourceProfile() throws IOException {
        useProfiles(
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

        AwsAccessException failure = scene.profile("runner").failure(StandardWorld.CI_DEPLOY);

        NoSecrets.in(failure, List.of(TOKEN));
        assertEquals(
                "the credentials from the profile source contain a space, a line break or a non-ASCII character.",
                failure.cameBack());
        assertTrue(scene.aws.calls().isEmpty());
    }

    private void useProfiles(String profiles) throws IOException {
        Path file = Files.writeString(dir.resolve("credentials"), profiles);
        System.setProperty("aws.sharedCredentialsFile", file.toString());
    }

    private AwsAccessException failure(String profile) {
        return scene.failure(() -> scene.profile(profile).base());
    }
}
