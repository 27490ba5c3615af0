package io.github.assumerole.goal.credentials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.goal.GoalTest;
import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugin.Mojo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.RestoreSystemProperties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.utils.internal.SystemSettingUtilsTestBackdoor;

/** Mistakes in the shared config and credentials files: each error names file, line and profile, and what to write. */
@RestoreSystemProperties
class SharedFilesTest extends GoalTest {
    private static final String KEYS = "aws_access_key_id = " + StandardWorld.BOB_KEY_ID + "\naws_secret_access_key = "
            + StandardWorld.BOB_SECRET + "\n";

    private Path config;
    private Path credentials;

    @BeforeEach
    void configureRole() {
        noParameter("profile");
        parameter("region", "eu-west-1");
        parameter("roleArn", StandardWorld.CI_DEPLOY);
        build.server("aws-bob", StandardWorld.BOB_KEY_ID, StandardWorld.BOB_SECRET, null);
        config = directory.toPath().resolve("config");
        credentials = directory.toPath().resolve("credentials");
        System.setProperty("aws.configFile", config.toString());
        System.setProperty("aws.sharedCredentialsFile", credentials.toString());
    }

    @AfterEach
    void clearVariables() {
        SystemSettingUtilsTestBackdoor.clearEnvironmentVariableOverrides();
        assertLoggedNoSecret();
    }

    /** Also if the base credentials are from elsewhere: every client of the SDK reads the files. */
    @Test
    void rejectsInvalidLineInEveryGoalThatCallsAws() throws IOException {
        write("[default]\n" + KEYS, "# comment\n[profile other]\nregion eu-west-1\n");
        String expected =
                "CONFIG, line 3, section [profile other]: has no '='; write name = value, or begin the line with"
                        + " # to make it a comment";

        for (Mojo goal : List.of(
                assumeRole("serverId=aws-bob"),
                assumeRole(),
                listBuckets("serverId=aws-bob", "minBuckets=1"),
                initRules("serverId=aws-bob"))) {
            assertEquals(List.of(expected), message(goal));
        }
    }

    @Test
    void ignoresInvalidLineInIamPolicy() throws Exception {
        noParameter("endpointUrl");
        write("[bob]\nx\n", "[profile other]\nregion eu-west-1\n");

        iamPolicy("minBuckets=1").execute();

        assertTrue(log.lines().toString().contains("s3:ListAllMyBuckets"), log.lines()::toString);
        assertEquals(List.of(), aws.calls());
    }

    @Test
    void reportsInvalidFilesWithOtherProblems() throws IOException {
        write("[bob]\nx\n", "region = x\n");

        assertEquals(
                List.of(
                        "CREDENTIALS, line 2, section [bob]: has no '='; write name = value, or begin the line with # to"
                                + " make it a comment",
                        "CONFIG, line 1: is not in a profile; write the line with the profile's name in brackets above it",
                        "durationSeconds: 60 is too small, expected 900 to 43200"),
                message(assumeRole("serverId=aws-bob", "durationSeconds=60")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            [profile a]\\n= x           | CONFIG, line 2, section [profile a]: has no name before the '='; write name = value
            ` region = x`              | CONFIG, line 1: is indented, but continues no other line; remove the space in front
            \ufeff[default]            | CONFIG: begins with a byte order mark (BOM); save it as UTF-8 without BOM
            [profile a                 | CONFIG, line 1: begins with '[', but does not end with ']'
            [profile a]\\ns3 =\\n  x     | CONFIG, line 3, section [profile a]: has no '='; write name = value, or begin the line with # to make it a comment
            [profile a]\\n[services a   | CONFIG, line 2, section [profile a]: begins with '[', but does not end with ']'
            """)
    void rejectsInvalidLine(String text, String message) throws IOException {
        write("", text.replace("\\n", "\n") + "\n");

        assertEquals(List.of(message), message(assumeRole("serverId=aws-bob")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            [profile ci]\\nrole_arn = ROLE          |                        | CONFIG, line 2, profile ci, role_arn: is set, but neither source_profile nor credential_source; add source_profile with the name of the profile that assumes the role
            [profile ci]\\nrole_arn = ROLE          | [ci]\\nKEYS             | CONFIG, line 2, profile ci, role_arn: is set, but neither source_profile nor credential_source; add source_profile with the name of the profile that assumes the role, which is ci for the keys of this one
            [profile ci]\\nrole_arn = ROLE\\nsource_profile = a\\n[profile a]\\nrole_arn = ROLE | | CONFIG, line 5, profile a, role_arn: is set, but neither source_profile nor credential_source; add source_profile with the name of the profile that assumes the role
                                                   | [ci]\\nAWS_Access_Key_Id = x\\naws_secret_access_key = y | CREDENTIALS, line 2, profile ci, AWS_Access_Key_Id: is ignored by the AWS SDK; write aws_access_key_id
            [profile ci]\\nRole_Arn = ROLE\\nsource_profile = bob | [ci]\\nKEYS | CONFIG, line 2, profile ci, Role_Arn: is ignored by the AWS SDK; write role_arn
                                                   | [profile ci]\\nKEYS     | profile: the profile ci is neither in CREDENTIALS nor in CONFIG; CREDENTIALS, line 1: section [profile ci] is ignored; write [ci]
            [ci]\\nregion = x                       |                        | profile: the profile ci is neither in CREDENTIALS nor in CONFIG; CONFIG, line 1: section [ci] is ignored; write [profile ci]
            [Profile ci]\\nregion = x               |                        | profile: the profile ci is neither in CREDENTIALS nor in CONFIG; CONFIG, line 1: section [Profile ci] is ignored; write [profile ci]
            [profile "ci"]\\nregion = x             |                        | profile: the profile ci is neither in CREDENTIALS nor in CONFIG; CONFIG, line 1: section [profile "ci"] has a name that the AWS SDK does not support; use only letters, digits and -_/.%@:+ without spaces and quotes
            [profile ci2]\\nregion = x              | [CI]\\nKEYS             | profile: the profile ci is neither in CREDENTIALS nor in CONFIG; did you mean CI or ci2?
                                                   | [ci]\\naws_access_key_id = AKIA | CREDENTIALS, line 2, profile ci, aws_access_key_id: is set, but aws_secret_access_key is missing; add it
                                                   | [ci]\\naws_session_token = x | CREDENTIALS, line 2, profile ci, aws_session_token: is set, but aws_access_key_id is missing; add it
            [profile ci]\\ncredential_process =    |                        | CONFIG, line 2, profile ci, credential_process: is empty; set a value or remove the line
                                                   | [ci]\\nKEYS\\naws_access_key_id = AKIA | CREDENTIALS, line 5, profile ci, aws_access_key_id: is already set in line 2; remove one of them
            [profile ci]\\nMax_Attempts = 3        | [ci]\\nKEYS             | CONFIG, line 2, profile ci, Max_Attempts: is ignored by the AWS SDK; write max_attempts
                                                   | [ci]\\nKEYS\\n"role_arn" = ROLE | CREDENTIALS, line 5, profile ci, "role_arn": is ignored by the AWS SDK; use only letters, digits and -_/.%@:+ in names
                                                   | [ci]\\nKEYS\\nMFA Serial = x | CREDENTIALS, line 5, profile ci, MFA Serial: is ignored by the AWS SDK; use only letters, digits and -_/.%@:+ in names
                                                   | [ci]\\nKEYS\\nrole arn = ROLE | CREDENTIALS, line 5, profile ci, role arn: is ignored by the AWS SDK; use only letters, digits and -_/.%@:+ in names
            [profile ci]\\nregion = x               |                        | CONFIG, line 1, profile ci: has no credentials; add aws_access_key_id and aws_secret_access_key, credential_process, or role_arn and source_profile
            [profile a]\\n[profile ci]\\nrole_arn = ROLE\\nsource_profile = a | | CONFIG, line 1, profile a: has no credentials; add aws_access_key_id and aws_secret_access_key, credential_process, or role_arn and source_profile
            """)
    void rejectsInvalidProfile(String configText, String credentialsText, String message) throws IOException {
        write(text(credentialsText), text(configText));

        assertEquals(List.of(message), message(assumeRole("profile=ci")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            [default]\\nregion = a\\n[profile default]\\nregion = b  | 1
            [profile default]\\nregion = b\\n[default]\\noutput = json | 3
            """)
    void rejectsDefaultProfileInTwoSpellings(String text, int line) throws IOException {
        write("[default]\n" + KEYS, text(text));

        assertEquals(
                List.of("CONFIG, line " + line
                        + ": section [default] is ignored because of [profile default]; merge them"),
                message(assumeRole()));
    }

    /** Neither the SDK nor the AWS CLI uses them. */
    @ParameterizedTest
    @ValueSource(strings = {"sso account name = x", "größe = 3", "größe = 3\ngröße = 4", "Contact = x", "my note = x"})
    void acceptsUnknownNames(String line) throws Exception {
        write("[ci]\n" + KEYS + line + "\n", "");

        assumeRole("profile=ci").execute();

        assertEquals(List.of(StandardWorld.BOB_ARN), callers());
    }

    @Test
    void acceptsEmptySessionToken() throws Exception {
        write("[ci]\n" + KEYS + "aws_session_token =\n", "");

        assumeRole("profile=ci").execute();

        assertEquals(List.of(StandardWorld.BOB_ARN), callers());
    }

    @Test
    void rejectsProfileNameWithSpace() throws IOException {
        write("", "[profile \"my dev\"]\nregion = x\n");

        assertEquals(
                List.of("profile: the profile my dev is neither in CREDENTIALS nor in CONFIG; CONFIG, line 1: section"
                        + " [profile \"my dev\"] has a name that the AWS SDK does not support; use only letters, digits"
                        + " and -_/.%@:+ without spaces and quotes"),
                message(assumeRole("profile=my dev")));
    }

    @Test
    void namesMissingFile() throws IOException {
        Files.writeString(config, "");
        Files.createDirectory(credentials);

        assertEquals(
                List.of("profile: the profile ci is neither in CREDENTIALS (which cannot be read) nor in CONFIG"),
                message(assumeRole("profile=ci")));

        Files.delete(credentials);
        assertEquals(
                List.of("profile: the profile ci is neither in CREDENTIALS (which does not exist) nor in CONFIG"),
                message(assumeRole("profile=ci")));
    }

    /** The default credential provider chain would continue with the container and the instance. */
    @Test
    void rejectsMissingProfileOfEnvironment() throws IOException {
        write("[default]\n" + KEYS, "");
        SystemSettingUtilsTestBackdoor.addEnvironmentVariableOverride("AWS_PROFILE", "defaults");

        assertEquals(
                List.of(
                        "AWS_PROFILE: the profile defaults is neither in CREDENTIALS nor in CONFIG; did you mean default?"),
                message(assumeRole()));
    }

    /** Likewise. */
    @Test
    void doesNotReplaceProfileThatCannotBeUsed() throws IOException {
        write("", "[default]\nlogin_session = arn:aws:iam::111122223333:user/bob\n");

        List<String> lines = message(assumeRole());

        assertTrue(lines.get(1).startsWith("  - the profile default: "), lines::toString);
        assertEquals("What to try:", lines.get(2));
    }

    @Test
    void continuesChainAfterProfileWithoutCredentials() throws IOException {
        write("", "[profile ci]\nregion = eu-west-1\n");
        SystemSettingUtilsTestBackdoor.addEnvironmentVariableOverride("AWS_PROFILE", "ci");

        List<String> lines = message(assumeRole());

        assertEquals("  - the shared config and credentials files: the profile ci has no credentials", lines.get(4));
        assertTrue(lines.get(6).startsWith("  - the EC2 instance metadata: "), lines::toString);
    }

    @Test
    void continuesChainIfVariableNamesMissingDefaultProfile() throws IOException {
        write("", "");
        SystemSettingUtilsTestBackdoor.addEnvironmentVariableOverride("AWS_PROFILE", "default");

        List<String> lines = message(assumeRole());

        assertEquals(
                "  - the shared config and credentials files: the profile default is neither in CREDENTIALS nor in CONFIG",
                lines.get(4));
        assertTrue(lines.get(6).startsWith("  - the EC2 instance metadata: "), lines::toString);
    }

    @Test
    void usesDefaultProfileIfVariableIsEmpty() throws Exception {
        noParameter("region");
        noParameter("endpointUrl");
        write("[default]\n" + KEYS, "[default]\nregion = eu-west-3\nendpoint_url = " + aws.endpoint() + "\n");
        SystemSettingUtilsTestBackdoor.addEnvironmentVariableOverride("AWS_PROFILE", "");

        assumeRole().execute();

        assertEquals(List.of(StandardWorld.BOB_ARN), callers());
        assertEquals("eu-west-3", property("aws.region"));
    }

    /** The SDK cannot read the empty number. */
    @ParameterizedTest
    @ValueSource(strings = {"maxAttempts=2", "connectTimeoutSeconds=10"})
    void ignoresEmptyNumberOfAttempts(String parameter) throws Exception {
        write("", "");
        SystemSettingUtilsTestBackdoor.addEnvironmentVariableOverride("AWS_MAX_ATTEMPTS", "");
        aws.fault("AssumeRole", Fault.error(503, "ServiceUnavailable", "x"));

        assumeRole("serverId=aws-bob", parameter).execute();

        assertEquals(2, aws.calls("AssumeRole").size());
    }

    /** The SDK rejects them with exceptions of the JDK, some when it creates a client, some when it calls. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            AWS_USE_FIPS_ENDPOINT            | system property 'aws.useFipsEndpoint' was defined as 'maybe'
            AWS_DEFAULTS_MODE                | The provided value is not a valid defaults mode maybe
            AWS_REQUEST_CHECKSUM_CALCULATION | Unrecognized value for request checksum calculation: maybe
            """)
    void namesOtherSettingThatTheSdkRejects(String variable, String message) throws IOException {
        write("", "");
        SystemSettingUtilsTestBackdoor.addEnvironmentVariableOverride(variable, "maybe");

        List<String> lines = failed(listBuckets("serverId=aws-bob", "minBuckets=1"));

        String line = lines.get(0);
        assertTrue(line.contains("nothing could be sent to the endpoint of ") && line.contains(message), line);
        assertEquals(
                List.of(
                        "- correct or remove the setting of the AWS SDK that the message is about: a variable such as"
                                + " AWS_ENDPOINT_URL or AWS_USE_FIPS_ENDPOINT, its system property (aws.*), or its line in the profile"),
                lines.stream()
                        .skip(1)
                        .map(String::strip)
                        .filter(text -> text.startsWith("- "))
                        .toList());
    }

    @Test
    void namesInvalidEndpointOfProfile() throws IOException {
        noParameter("endpointUrl");
        write("[ci]\n" + KEYS, "[profile ci]\nendpoint_url = no url\n");

        String line = message(assumeRole("profile=ci")).get(0);

        assertTrue(
                line.endsWith(
                        "nothing could be sent to the endpoint of STS: \"An invalid URI was configured in profile property"
                                + " endpoint_url\""),
                line);
    }

    private static String text(String row) {
        return Stream.ofNullable(row)
                .map(text ->
                        text.replace("\\n", "\n").replace("KEYS", KEYS).replace("ROLE", StandardWorld.CI_RUNNER) + "\n")
                .findFirst()
                .orElse("");
    }

    private void write(String credentialsText, String configText) throws IOException {
        Files.writeString(credentials, credentialsText);
        Files.writeString(config, configText);
    }

    private List<String> message(Mojo goal) {
        return rejected(goal).stream()
                .map(line -> line.replace(config.toString(), "CONFIG").replace(credentials.toString(), "CREDENTIALS"))
                .toList();
    }
}
