package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.role.RoleArn;
import io.github.assumerole.role.RoleSessionName;
import io.github.assumerole.role.Secret;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.role.SessionCredentials.IssueDetails;
import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** File with the role, the caller and the STS call. */
class ReceiptTest extends GoalTest {
    @BeforeEach
    void configureReceipt() {
        parameter("roleArn", StandardWorld.CI_DEPLOY);
        parameter("receiptFile", "target/assume-role/receipt.json");
    }

    @Test
    void containsRoleCallerAndCall() throws Exception {
        assumeRole("policyArns=" + StandardWorld.S3_READ_ONLY_POLICY).execute();

        String json = read();
        String expected =
                """
                {
                  "roleArn": "%s",
                  "accountId": "444455556666",
                  "assumedRoleArn": "arn:aws:sts::444455556666:assumed-role/ci-deploy/maven-app",
                  "roleSessionName": "maven-app",
                  "callerArn": "%s",
                  "credentialsFrom": "the profile in-ireland",
                  "region": "eu-west-1",
                  "endpoint": "%s",
                  "requestId": "ID",
                  "expiration": "%s",
                  "packedPolicySizePercent": 0
                }
                """;
        assertEquals(
                expected.formatted(
                        StandardWorld.CI_DEPLOY, StandardWorld.BOB_ARN, aws.endpoint(), property("aws.expiration")),
                json.replaceFirst("\"requestId\": \"[\\w-]{8,}\"", "\"requestId\": \"ID\"")
                        .replaceFirst("Percent\": \\d+", "Percent\": 0"));
        assertContainsNoSecret(json);
    }

    @Test
    void isWrittenForReusedSession() throws Exception {
        assumeRole().execute();
        String json = read();
        Files.delete(receipt());

        assumeRole().execute();

        assertEquals(json, read());
        assertEquals(1, assumed());
        assertEquals(1, aws.calls("GetCallerIdentity").size());
    }

    @Test
    void printsNullIfCallerIsUnknown() throws Exception {
        aws.faultAlways("GetCallerIdentity", Fault.error(403, "AccessDenied", "no"));

        assumeRole().execute();

        assertField(read(), "callerArn", "null");
        assertField(read(), "packedPolicySizePercent", "null");
    }

    @Test
    void reusesSessionOfRoleProfileForCaller() throws Exception {
        assumeRole("profile=runner-by-role", "roleSessionName=release").execute();

        assertField(read(), "callerArn", "\"arn:aws:sts::111122223333:assumed-role/ci-runner/release\"");
        assertEquals(2, assumed(), "the role of the profile, then ours");
    }

    @Test
    void isNotWrittenIfCallFails() {
        failed(assumeRole("roleArn=" + StandardWorld.MFA_ONLY));

        assertFalse(Files.exists(receipt()));
    }

    @Test
    void exportsNothingIfReceiptCannotBeWritten() throws Exception {
        Files.createDirectories(receipt().resolve("in the way"));

        String message = String.join("\n", failed(assumeRole()));

        assertTrue(message.startsWith("Cannot write the receipt to " + receipt() + ": "), message);
        assertTrue(message.contains("set <receiptFile> to a path that the build can write"), message);
        assertEquals(0, Build.names(project, "aws.").count());
        assertTrue(build.state().credentials(project, "aws.").isEmpty());
    }

    private Path receipt() {
        return directory.toPath().resolve("target/assume-role/receipt.json");
    }

    private String read() throws IOException {
        return Files.readString(receipt());
    }

    private static void assertField(String json, String name, String value) {
        String line = "  \"" + name + "\": " + value;
        assertTrue(json.contains(line + ",\n") || json.contains(line + "\n}"), () -> line + " is not in " + json);
    }

    @Test
    void escapesTextAndPrintsNullForUnknownValues() {
        SessionCredentials credentials = new SessionCredentials(
                "ASIAONE",
                Secret.of("secret"),
                Secret.of("token"),
                Sessions.EXPIRATION,
                "arn:aws:sts::444455556666:assumed-role/ci-deploy/maven-app",
                Optional.empty(),
                "eu-west-1",
                new IssueDetails(
                        "https://sts.example.com", Optional.empty(), Optional.empty(), "the profile \"ci\\\t\""));
        RoleSession session = new RoleSession(
                RoleArn.parse(StandardWorld.CI_DEPLOY), new RoleSessionName("maven-app"), credentials, true);

        String json = Receipt.json(session, Optional.empty());

        assertEquals(4, json.lines().filter(line -> line.matches(".*: null,?")).count(), json);
        assertField(json, "credentialsFrom", "\"the profile \\\"ci\\\\\\u0009\\\"\"");
        assertField(json, "expiration", "\"2026-01-02T03:04:05Z\"");
    }
}
