package io.github.assumerole.aws;

import static io.github.assumerole.aws.Scene.advice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.role.AccessFailed;
import io.github.assumerole.role.Secret;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.standin.StandardWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

class BaseCredentialsTest {
    private static final String TOKEN = "IQoJb3JpZ2luX2VjEXAMPLETOKENEXAMPLE";

    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void everyPlaceIsToldInOrder() {
        AccessFailed failure = scene.withoutCredentials().refusal(StandardWorld.CI_DEPLOY);

        assertTrue(
                failure.cameBack().startsWith("no AWS credentials were found. Looked at, in this order:\n"),
                failure.cameBack());
        assertEquals(
                List.of(
                        "the system properties",
                        "the environment variables",
                        "the web identity token file",
                        "the shared config and credentials files",
                        "the container",
                        "the EC2 instance metadata"),
                placesOf(failure).stream()
                        .map(line -> line.substring(0, line.indexOf(": ")))
                        .toList());
        assertTrue(scene.aws.calls().isEmpty());
    }

    /** The SDK's own chain fails with the list of its providers, then the reason of each: ours must be the same. */
    @Test
    void theOrderIsThatOfTheSdk() {
        List<String> lines = placesOf(scene.withoutCredentials().refusal(StandardWorld.CI_DEPLOY));

        String[] sdk = failureOfTheSdk().split(" : \\[", 2);
        List<String> providers = Pattern.compile("\\w+CredentialsProvider\\(")
                .matcher(sdk[0].substring(sdk[0].indexOf('[')))
                .results()
                .map(MatchResult::group)
                .toList();
        assertEquals(providers.size(), lines.size(), sdk[0]);
        int at = 0;
        for (int i = 0; i < lines.size(); i++) {
            at = sdk[1].indexOf(providers.get(i), at);
            int next = i + 1 < providers.size() ? sdk[1].indexOf(providers.get(i + 1), at) : sdk[1].length();
            String reason = lines.get(i).substring(lines.get(i).indexOf(": ") + 2);
            assertTrue(
                    sdk[1].substring(at, next).contains(reason),
                    lines.get(i) + "\nis not what was said by " + providers);
        }
    }

    private static String failureOfTheSdk() {
        try (DefaultCredentialsProvider chain =
                DefaultCredentialsProvider.builder().build()) {
            return assertThrows(SdkClientException.class, chain::resolveCredentials)
                    .getMessage();
        }
    }

    @Test
    void halfAKeyIsToldAsSuch() {
        scene.withoutCredentials();
        System.setProperty("aws.accessKeyId", StandardWorld.BOB_KEY_ID);

        String line = placesOf(scene.refusal(StandardWorld.CI_DEPLOY)).get(0);

        assertTrue(line.startsWith("the system properties: ") && line.contains("Secret key must be specified"), line);
    }

    @Test
    void theProfileBringsItsKeysAndItsRegion() {
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
    void aNamedProfileComesBeforeAnythingElse() {
        scene.as(StandardWorld.MALLORY_KEY_ID, StandardWorld.MALLORY_SECRET)
                .profile("in-ireland")
                .assume(StandardWorld.CI_DEPLOY);

        assertEquals(StandardWorld.BOB_ARN, scene.aws.calls("AssumeRole").get(0).callerArn());
    }

    @Test
    void aMissingProfileIsNamedAndNothingElseIsTried() {
        AccessFailed failure = scene.profile("in-atlantis").refusal(StandardWorld.CI_DEPLOY);

        List<String> lines = placesOf(failure);
        assertEquals(1, lines.size());
        assertTrue(lines.get(0).startsWith("the profile in-atlantis: "), lines.get(0));
        assertTrue(advice(failure).contains("has the profile in-atlantis"), advice(failure));
        assertTrue(scene.aws.calls().isEmpty());
    }

    @Test
    void theServerThatTheProfileNamesIsAsked(@TempDir Path dir) throws IOException {
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

    @Test
    void aBrokenSessionIsRefusedUnprinted() {
        SessionCredentials broken = new SessionCredentials(
                "ASIAEXAMPLE",
                Secret.of("a-secret-that-is-whole"),
                Secret.of(TOKEN + "\n" + TOKEN),
                Instant.MAX,
                "arn:aws:sts::444455556666:assumed-role/ci-deploy/test",
                Optional.empty(),
                "eu-central-1");

        AccessFailed failure = scene.refusalToList(broken);

        NoSecrets.in(failure, List.of(TOKEN));
        assertTrue(failure.cameBack().contains("the session arn:aws:sts::444455556666"), failure.cameBack());
        assertTrue(failure.cameBack().contains("hold a blank, a line break"), failure.cameBack());
    }

    @Test
    void aBrokenTokenOfASourceProfileIsNotPrintedEither(@TempDir Path dir) throws IOException {
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

        AccessFailed failure = scene.profile("runner").refusal(StandardWorld.CI_DEPLOY);

        NoSecrets.in(failure, List.of(TOKEN));
        assertEquals(
                List.of("the profile runner: its credentials hold a line break or another character that no header may"
                        + " have"),
                placesOf(failure));
    }

    @Test
    void aRoleOfTheProfileIsAssumedOnTheWay(@TempDir Path dir) throws IOException {
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

    /** A program that prints something else than JSON may well print a secret, and parsers like to quote. */
    @Test
    void whatACredentialProcessPrintsIsNotRepeated(@TempDir Path dir) throws IOException {
        useProfiles(dir, "[process]\ncredential_process = echo " + TOKEN + "\n");

        AccessFailed failure = scene.profile("process").refusal(StandardWorld.CI_DEPLOY);

        NoSecrets.in(failure, List.of(TOKEN));
        assertTrue(advice(failure).contains("that its login is still good"), advice(failure));
    }

    @Test
    void aSingleSignOnThatTheSdkCannotDoHasAWayAround(@TempDir Path dir) throws IOException {
        useProfiles(
                dir,
                """
                [sso]
                sso_start_url = https://example.awsapps.invalid/start
                sso_region = eu-central-1
                sso_account_id = 111122223333
                sso_role_name = developer
                """);

        AccessFailed failure = scene.profile("sso").refusal(StandardWorld.CI_DEPLOY);

        assertTrue(placesOf(failure).get(0).contains("'sso' service module"), failure.cameBack());
        assertTrue(advice(failure).contains("aws configure export-credentials"), advice(failure));
        assertFalse(advice(failure).contains("aws sso login"), advice(failure));
    }

    private static void useProfiles(Path dir, String profiles) throws IOException {
        Path file = Files.writeString(dir.resolve("credentials"), profiles);
        System.setProperty("aws.sharedCredentialsFile", file.toString());
    }

    private static List<String> placesOf(AccessFailed failure) {
        return failure.cameBack()
                .lines()
                .skip(1)
                .map(line -> line.replaceFirst("^ {2}- ", ""))
                .toList();
    }
}
