package io.github.assumerole.aws.sts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.aws.AwsScenario;
import io.github.assumerole.aws.TestToken;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.BaseCredentialsSource;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.standin.StandardWorld;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/** The default credential provider chain. */
class BaseCredentialsResolverTest {
    private final AwsScenario scene = new AwsScenario();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void reportsEverySourceInOrder() {
        AwsAccessException failure = scene.withoutCredentials().failure(StandardWorld.CI_DEPLOY);

        assertTrue(
                failure.cameBack().startsWith("no AWS credentials were found. Checked, in this order:\n"),
                failure.cameBack());
        assertEquals(
                List.of(
                        "the system properties",
                        "the environment variables",
                        "the web identity token file",
                        "the shared config and credentials files",
                        "the container",
                        "the EC2 instance metadata"),
                checkedSources(failure).stream()
                        .map(line -> line.substring(0, line.indexOf(": ")))
                        .toList());
        assertTrue(scene.aws.calls().isEmpty());
    }

    /**
     * The SDK's chain fails with the list of its providers, then the reason of each: ours must be the same, except for
     * the system properties and the files with profiles, which the plugin reads itself.
     */
    @Test
    void usesOrderOfSdk() {
        List<String> lines = checkedSources(scene.withoutCredentials().failure(StandardWorld.CI_DEPLOY));

        String[] sdk = failureOfSdk().split(" : \\[", 2);
        List<String> providers = Pattern.compile("\\w+CredentialsProvider\\(")
                .matcher(sdk[0].substring(sdk[0].indexOf('[')))
                .results()
                .map(MatchResult::group)
                .toList();
        assertEquals(providers.size(), lines.size(), sdk[0]);
        int at = 0;
        assertEquals("SystemPropertyCredentialsProvider(", providers.get(0));
        for (int i = 1; i < lines.size(); i++) {
            at = sdk[1].indexOf(providers.get(i), at);
            int next = i + 1 < providers.size() ? sdk[1].indexOf(providers.get(i + 1), at) : sdk[1].length();
            String reason = lines.get(i).substring(lines.get(i).indexOf(": ") + 2);
            assertTrue(
                    lines.get(i)
                                    .startsWith(
                                            "the shared config and credentials files: the profile default is neither in ")
                            || sdk[1].substring(at, next).contains(reason),
                    lines.get(i) + "\nis not the reason of " + providers);
        }
    }

    private static String failureOfSdk() {
        try (DefaultCredentialsProvider chain =
                DefaultCredentialsProvider.builder().build()) {
            return assertThrows(SdkClientException.class, chain::resolveCredentials)
                    .getMessage();
        }
    }

    @Test
    void reportsIncompleteKey() {
        scene.withoutCredentials();
        System.setProperty("aws.accessKeyId", StandardWorld.BOB_KEY_ID);

        String line = checkedSources(scene.failure(StandardWorld.CI_DEPLOY)).get(0);

        assertTrue(line.startsWith("the system properties: ") && line.contains("aws.secretAccessKey is not set"), line);
    }

    @Test
    void usesOriginalSystemProperties() {
        SessionCredentials published = scene.assume(StandardWorld.CI_RUNNER);
        scene.as(published)
                .systemProperties(Map.of(
                        "aws.accessKeyId", StandardWorld.BOB_KEY_ID, "aws.secretAccessKey", StandardWorld.BOB_SECRET));

        scene.assume(StandardWorld.CI_DEPLOY);

        assertEquals(StandardWorld.BOB_ARN, scene.aws.calls("AssumeRole").get(1).callerArn());
    }

    @Test
    void ignoresPublishedSystemProperties() {
        AwsAccessException failure = scene.systemProperties(Map.of()).failure(StandardWorld.CI_DEPLOY);

        assertEquals(
                "the system properties: aws.accessKeyId is not set",
                checkedSources(failure).get(0));
        assertTrue(scene.aws.calls().isEmpty());
    }

    /** As in the SDK. */
    @Test
    void trimsSystemProperties() {
        scene.systemProperties(Map.of(
                "aws.accessKeyId",
                " " + StandardWorld.BOB_KEY_ID + "\n",
                "aws.secretAccessKey",
                StandardWorld.BOB_SECRET + " ",
                "aws.sessionToken",
                " "));

        scene.assume(StandardWorld.CI_DEPLOY);

        assertEquals(StandardWorld.BOB_ARN, scene.aws.calls("AssumeRole").get(0).callerArn());
    }

    /** Credentials of the environment are not a substitute for the token. */
    @Test
    void doesNotReplaceTokenByOtherCredentials() {
        scene.origin(new BaseCredentialsSource.WebIdentity(TestToken.unexpected()));

        for (AwsAccessException failure :
                List.of(scene.failure(() -> scene.open().caller()), scene.failure(() -> scene.open()
                        .ownBuckets(AwsScenario.EVERYTHING)))) {
            assertTrue(failure.cameBack().contains(TestToken.SOURCE), failure.cameBack());
            assertTrue(AwsScenario.advice(failure).contains("<roleArn>"), failure.getMessage());
        }
        assertTrue(scene.aws.calls().isEmpty());
    }

    private static List<String> checkedSources(AwsAccessException failure) {
        return failure.cameBack()
                .lines()
                .skip(1)
                .map(line -> line.replaceFirst("^ {2}- ", ""))
                .toList();
    }
}
