package io.github.assumerole.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.aws.credentials.BaseCredentials;
import io.github.assumerole.aws.credentials.MissingModule;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.standin.StandardWorld;
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
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.util.VersionInfo;

/** The profiles that the SDK reads, with and without the required module. */
@RestoreSystemProperties
class SdkProfilesTest {
    private static final String CONFIG =
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
            """;

    @TempDir
    private Path dir;

    private final AwsScenario scene = new AwsScenario();

    @AfterEach
    void close() {
        scene.close();
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
        Profiles.use(dir, "[profile process]\ncredential_process = sh \"" + script + "\" token\n");

        BaseCredentials found = scene.profile("process").base();

        assertEquals(StandardWorld.BOB_KEY_ID, found.credentials().accessKeyId());
        assertEquals(StandardWorld.BOB_SECRET, found.credentials().secretAccessKey());
        assertEquals("the profile process", found.source());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void reportsFailedCredentialProcess() throws IOException {
        Profiles.use(dir, "[profile process]\ncredential_process = sh -c \"exit 3\"\n");

        AwsAccessException failure = refused("process");

        assertTrue(failure.cameBack().contains("the profile process: "), failure.cameBack());
    }

    @ParameterizedTest
    @CsvSource({"sso, sso and ssooidc", "legacy-sso, sso and ssooidc", "login, signin"})
    void suggestsDependencyForMissingModule(String profile, String modules) throws IOException {
        Profiles.use(dir, CONFIG);

        AwsAccessException failure = refused(profile);

        assertTrue(failure.cameBack().endsWith(modules), failure.cameBack());
        for (String artifact : modules.split(" and ")) {
            String dependency =
                    """
                          <dependency>
                            <groupId>software.amazon.awssdk</groupId>
                            <artifactId>%s</artifactId>
                            <version>%s</version>
                          </dependency>
                    """
                            .formatted(artifact, VersionInfo.SDK_VERSION);
            assertTrue(
                    failure.getMessage().replaceAll("(?m)^ +", "").contains(dependency.replaceAll("(?m)^ +", "")),
                    failure.getMessage());
        }
        assertEquals(
                1,
                failure.advice().stream()
                        .filter(line -> line.contains("<dependencies>"))
                        .count());
    }

    @Test
    void findsMissingModuleInCauses() {
        Throwable oidc = new IllegalStateException(
                "The SSO session has expired",
                new IllegalStateException(new ClassNotFoundException(
                        "software.amazon.awssdk.services.ssooidc.SsoOidcProfileTokenProviderFactory")));
        Throwable json = new NoClassDefFoundError("software/amazon/awssdk/protocols/json/AwsJsonProtocolFactory");

        assertEquals(
                List.of("ssooidc"), MissingModule.behind(oidc).orElseThrow().artifacts());
        assertEquals(
                List.of("aws-json-protocol"),
                MissingModule.behind(json).orElseThrow().artifacts());
    }

    @Test
    void findsNoMissingModuleInOtherFailures() {
        Exception itself = new IllegalStateException("sso");

        assertEquals(Optional.empty(), MissingModule.behind(itself));
        assertEquals(Optional.empty(), MissingModule.behind(new ClassNotFoundException("com.example.sso.Thing")));
        assertEquals(Optional.empty(), MissingModule.behind(new ClassNotFoundException()));
    }

    private AwsAccessException refused(String profile) {
        return scene.refusal(() -> scene.profile(profile).base());
    }
}
