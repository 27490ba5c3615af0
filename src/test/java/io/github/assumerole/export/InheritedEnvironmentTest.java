package io.github.assumerole.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class InheritedEnvironmentTest {
    private static final Map<String, String> KEYS =
            Map.of("AWS_ACCESS_KEY_ID", "AKIABASE", "AWS_SECRET_ACCESS_KEY", "base-secret");

    @TempDir
    private Path home;

    @Test
    void warnsOfKeysThatSdk1ReadsBeforeSystemProperties() {
        assertEquals(
                Optional.of(
                        "exportTo systemProperties: plugins with the default credential provider chain of the AWS SDK"
                                + " for Java 1.x use AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY of the environment, not the credentials"
                                + " of the role. Start Maven without these variables, and configure the base credentials"
                                + " with <profile>, <serverId> or <webIdentity>."),
                with(KEYS).systemPropertiesWarning());
    }

    @ParameterizedTest
    @CsvSource({
        "AWS_ACCESS_KEY, AWS_SECRET_KEY",
        "AWS_ACCESS_KEY, AWS_SECRET_ACCESS_KEY",
        "AWS_ACCESS_KEY_ID, AWS_SECRET_KEY"
    })
    void namesTheVariablesOfOlderSdks(String keyId, String secretKey) {
        InheritedEnvironment environment = with(Map.of(keyId, "AKIABASE", secretKey, "base-secret"));

        assertEquals(
                keyId + " and " + secretKey,
                environment
                        .systemPropertiesWarning()
                        .orElseThrow()
                        .replaceAll(".* use (.*) of the environment.*", "$1"));
        assertEquals(
                keyId + " and " + secretKey,
                environment
                        .credentialsFileWarnings("aws.configFile")
                        .get(0)
                        .replaceAll(".* inherit (.*) use these.*", "$1"));
    }

    @Test
    void namesAllVariablesThatAreSet() {
        InheritedEnvironment environment = with(Map.of(
                "AWS_ACCESS_KEY_ID", "A", "AWS_SECRET_ACCESS_KEY", "s", "AWS_SECRET_KEY", "s", "AWS_ACCESS_KEY", "A"));

        assertEquals(
                "AWS_ACCESS_KEY_ID, AWS_ACCESS_KEY, AWS_SECRET_ACCESS_KEY and AWS_SECRET_KEY",
                environment
                        .systemPropertiesWarning()
                        .orElseThrow()
                        .replaceAll(".* use (.*) of the environment.*", "$1"));
    }

    @Test
    void doesNotWarnOfIncompleteOrEmptyVariables() {
        for (Map<String, String> variables : List.of(
                Map.<String, String>of(),
                Map.of("AWS_ACCESS_KEY_ID", "AKIABASE"),
                Map.of("AWS_ACCESS_KEY_ID", "", "AWS_SECRET_ACCESS_KEY", "base-secret"),
                Map.of("AWS_ACCESS_KEY_ID", "AKIABASE", "AWS_SECRET_ACCESS_KEY", " "),
                Map.of("AWS_SESSION_TOKEN", "token", "AWS_PROFILE", "ci"),
                Map.of("AWS_WEB_IDENTITY_TOKEN_FILE", "token"),
                Map.of("AWS_ROLE_ARN", "arn:aws:iam::111122223333:role/pod"))) {
            assertEquals(Optional.empty(), with(variables).systemPropertiesWarning());
            assertEquals(List.of(), with(variables).credentialsFileWarnings("aws.configFile"));
        }
    }

    @Test
    void warnsOfVariablesThatAllToolsReadBeforeTheFile() {
        assertEquals(
                List.of(
                        "exportTo credentialsFile: processes that inherit AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY use"
                                + " these, not the credentials of the role. Remove them from the environment of the process, for"
                                + " example with <excludedEnvironmentVariables> of Surefire, or start Maven without them."),
                with(KEYS).credentialsFileWarnings("aws.configFile"));
    }

    @Test
    void warnsOfWebIdentityThatAllToolsReadBeforeTheFile() {
        InheritedEnvironment pod = with(Map.of(
                "AWS_WEB_IDENTITY_TOKEN_FILE", "/var/token", "AWS_ROLE_ARN", "arn:aws:iam::111122223333:role/pod"));

        assertEquals(
                List.of(
                        "exportTo credentialsFile: processes that inherit AWS_WEB_IDENTITY_TOKEN_FILE and AWS_ROLE_ARN use"
                                + " these, not the credentials of the role. Remove them from the environment of the process, for"
                                + " example with <excludedEnvironmentVariables> of Surefire, or start Maven without them."),
                pod.credentialsFileWarnings("aws.configFile"));
        assertEquals(Optional.empty(), pod.systemPropertiesWarning());
    }

    @Test
    void warnsOfPropertiesThatSurefirePassesOn() {
        assertEquals(
                List.of(
                        "exportTo credentialsFile: Surefire passes -Daws.accessKeyId and -Daws.secretAccessKey to test JVMs,"
                                + " which use these, not the credentials of the role. Configure the base credentials with <profile>"
                                + " or <serverId>."),
                new InheritedEnvironment(Map.of(), Set.of("aws.accessKeyId", "aws.secretAccessKey", "skipTests"), home)
                        .credentialsFileWarnings("aws.configFile"));
        assertEquals(
                List.of(),
                new InheritedEnvironment(Map.of(), Set.of("aws.accessKeyId"), home)
                        .credentialsFileWarnings("aws.configFile"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AWS_PROFILE", "AWS_DEFAULT_PROFILE"})
    void warnsOfARoleInTheInheritedProfile(String variable) throws IOException {
        Path config = config("[profile ci]\nregion = eu-west-1\nrole_arn = arn:aws:iam::111122223333:role/x\n");

        assertEquals(
                List.of(
                        "exportTo credentialsFile: processes that inherit this environment use role_arn of the profile ci of "
                                + variable + " in " + config
                                + ", not the credentials of the role. Set AWS_CONFIG_FILE to"
                                + " ${deploy.configFile} in the environment of the process, as well as"
                                + " AWS_SHARED_CREDENTIALS_FILE."),
                with(Map.of(variable, "ci")).credentialsFileWarnings("deploy.configFile"));
    }

    /** The AWS CLI prefers one of the variables, and the SDKs the other. */
    @Test
    void warnsOfARoleInEachSelectedProfile() throws IOException {
        config("[profile ci]\nrole_arn = x\n[profile dev]\nsso_session = y\n");

        assertEquals(
                List.of(
                        "sso_session of the profile dev of AWS_DEFAULT_PROFILE",
                        "role_arn of the profile ci of AWS_PROFILE"),
                with(Map.of("AWS_PROFILE", "ci", "AWS_DEFAULT_PROFILE", "dev"))
                        .credentialsFileWarnings("aws.configFile")
                        .stream()
                        .map(warning -> warning.replaceAll(".* use (.*) in .*, not the.*", "$1"))
                        .toList());
    }

    @Test
    void warnsOfARoleInTheDefaultProfile() throws IOException {
        Path config = config("# mine\n[default]\nsso_session = corp\n");

        assertEquals(
                List.of(
                        "exportTo credentialsFile: processes that inherit this environment use sso_session of the profile"
                                + " default in " + config + ", not the credentials of the role. Set AWS_CONFIG_FILE to"
                                + " ${aws.configFile} in the environment of the process, as well as AWS_SHARED_CREDENTIALS_FILE."),
                with(Map.of()).credentialsFileWarnings("aws.configFile"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[profile ci]\nregion = eu-west-1\n",
                "[profile ci]\naws_access_key_id = AKIA\naws_secret_access_key = s\n",
                "[profile ci]\n# role_arn = x\ns3 =\n  role_arn = y\n",
                "[ci]\nrole_arn = x\n",
                "[profile ci2]\nrole_arn = x\n",
                "[profile ci]\n[profile other]\nrole_arn = x\n",
                "[default]\nrole_arn = x\n",
                "\u0000"
            })
    void doesNotWarnOfOtherProfilesAndLines(String text) throws IOException {
        config(text);
        assertEquals(List.of(), with(Map.of("AWS_PROFILE", "ci")).credentialsFileWarnings("aws.configFile"));
    }

    @ParameterizedTest
    @CsvSource({
        "[profile ci],      ci",
        "[ profile   ci ],  ci",
        "[profile ci] # c,  ci",
        "'[profile \"a b\"]', a b",
        "[profile default], default"
    })
    void recognizesAllSpellingsOfAProfile(String section, String profile) throws IOException {
        config(section + "\nrole_arn = x\n");
        assertEquals(
                1,
                with(Map.of("AWS_PROFILE", profile))
                        .credentialsFileWarnings("aws.configFile")
                        .size());
    }

    @Test
    void readsTheConfigFileOfTheEnvironment() throws IOException {
        Path other = Files.writeString(home.resolve("other"), "[default]\nrole_arn = x\n");

        for (String path : List.of(other.toString(), "~/other")) {
            assertEquals(
                    1,
                    with(Map.of("AWS_CONFIG_FILE", path))
                            .credentialsFileWarnings("aws.configFile")
                            .size());
        }
        assertEquals(
                List.of(), with(Map.of("AWS_CONFIG_FILE", "not\u0000valid")).credentialsFileWarnings("aws.configFile"));
    }

    @Test
    void namesTheProfilesThatAProcessCanSelect() {
        assertEquals(Set.of("default"), with(Map.of()).profiles());
        assertEquals(Set.of("default"), with(Map.of("AWS_PROFILE", "")).profiles());
        assertEquals(Set.of("default"), with(Map.of("AWS_PROFILE", "default")).profiles());
        assertEquals(Set.of("default"), with(Map.of("AWS_PROFILE", "a]\n[b")).profiles());
        assertEquals(
                Set.of("default", "ci", "dev-1"),
                with(Map.of("AWS_PROFILE", " ci ", "AWS_DEFAULT_PROFILE", "dev-1"))
                        .profiles());
    }

    private InheritedEnvironment with(Map<String, String> variables) {
        return new InheritedEnvironment(variables, Set.of(), home);
    }

    private Path config(String text) throws IOException {
        return Files.writeString(Files.createDirectory(home.resolve(".aws")).resolve("config"), text);
    }
}
