package io.github.assumerole.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.role.AssumeRoleRequest;
import io.github.assumerole.role.ExternalId;
import io.github.assumerole.role.InvalidConfiguration;
import io.github.assumerole.role.PolicyArn;
import io.github.assumerole.role.RoleArn;
import io.github.assumerole.role.RoleSessionName;
import io.github.assumerole.role.SessionPolicy;
import io.github.assumerole.role.Validation;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleSettingsTest {
    private static final String ROLE = "arn:aws:iam::444455556666:role/ci-deploy";
    private static final String POLICY_ARN = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess";

    @TempDir
    Path directory;

    @Test
    void readsEverything() {
        RoleSettings settings =
                new RoleSettings(ROLE, "release", 900, "Tenant:42", "{ \"a\" : 1 }", null, List.of(POLICY_ARN), false);

        assertEquals(
                Optional.of(new AssumeRoleRequest(
                        RoleArn.parse(ROLE),
                        new RoleSessionName("release"),
                        Duration.ofSeconds(900),
                        Optional.of(new ExternalId("Tenant:42")),
                        Optional.of(new SessionPolicy("{\"a\":1}")),
                        List.of(new PolicyArn(POLICY_ARN)))),
                read(settings));
    }

    @ParameterizedTest
    @CsvSource({"app, maven-app", "'my app', maven-my-app", "größe, maven-gr--e"})
    void namesTheSessionAfterTheProject(String artifactId, String expected) {
        Validation validation = new Validation();

        AssumeRoleRequest request =
                withPolicyFile(null).read(validation, artifactId).orElseThrow();

        assertEquals(expected, request.sessionName().value());
    }

    @Test
    void isEmptyWithoutARole() {
        assertEquals(Optional.empty(), read(new RoleSettings(null, null, 3600, null, null, null, null, false)));
    }

    @Test
    void checksTheRestAlsoWithoutARole() {
        assertEquals(
                "durationSeconds: 899 is too small, expected 900 to 43200",
                refusal(new RoleSettings(null, null, 899, null, null, null, null, false)));
    }

    @Test
    void acceptsARoleWithoutAccountOnAServerOfOnesOwnOnly() {
        String role = "arn:aws:iam:::role/ci-deploy";

        assertEquals(
                role,
                read(new RoleSettings(role, null, 3600, null, null, null, null, true))
                        .orElseThrow()
                        .role()
                        .toString());
        assertEquals(
                "roleArn: '" + role + "' has no account, which only a server of your own understands; expected 12"
                        + " digits after iam::",
                refusal(new RoleSettings(role, null, 3600, null, null, null, null, false)));
    }

    @Test
    void readsAPolicyFileThatUsesVariablesOfIam() throws IOException {
        Path file = Files.writeString(directory.resolve("own.json"), "{\"Resource\": \"${aws:username}/ü\"}\n");

        assertEquals(
                Optional.of(new SessionPolicy("{\"Resource\":\"${aws:username}/ü\"}")),
                read(withPolicyFile(file)).orElseThrow().policy());
    }

    @Test
    void countsTheLinesOfAPolicyFileFromItsBeginning() throws IOException {
        Path file = Files.writeString(directory.resolve("late.json"), "\n\n  {\"Version\": }");

        assertEquals(
                "policyFile: " + file + " is not valid JSON: line 3, column 15 has '}' where a value is expected",
                refusal(withPolicyFile(file)));
    }

    @Test
    void refusesAPolicyFileThatIsNotThere() {
        Path file = directory.resolve("nowhere.json");

        assertEquals("policyFile: cannot read " + file + ": there is no such file", refusal(withPolicyFile(file)));
    }

    @Test
    void refusesADirectoryAsPolicyFile() {
        String refusal = refusal(withPolicyFile(directory));

        assertTrue(refusal.startsWith("policyFile: cannot read " + directory + ": "), refusal);
        assertEquals(refusal.indexOf(directory.toString()), refusal.lastIndexOf(directory.toString()), refusal);
    }

    @Test
    void tellsThePathOfAnUnreadablePolicyFileOnlyOnce() throws IOException {
        Path loop = directory.resolve("loop.json");
        Files.createSymbolicLink(loop, loop);

        String refusal = refusal(withPolicyFile(loop));

        assertTrue(refusal.startsWith("policyFile: cannot read " + loop + ": "), refusal);
        assertEquals(refusal.indexOf(loop.toString()), refusal.lastIndexOf(loop.toString()), refusal);
    }

    @ParameterizedTest
    @CsvSource({"''", "' '"})
    void refusesAnEmptyPolicyFile(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("empty.json"), text);

        assertEquals("policyFile: " + file + " is empty", refusal(withPolicyFile(file)));
    }

    @Test
    void refusesAPolicyFileInAnotherEncoding() throws IOException {
        Path file = Files.write(directory.resolve("latin1.json"), new byte[] {'{', '"', (byte) 0xFC, '"', '}'});

        assertEquals("policyFile: cannot read " + file + ": it is not UTF-8 text", refusal(withPolicyFile(file)));
    }

    @Test
    void namesTheFileOfAWrongPolicy() throws IOException {
        Path file = Files.writeString(directory.resolve("wrong.json"), "{\"a\" 1}");

        String refusal = refusal(withPolicyFile(file));

        assertTrue(refusal.startsWith("policyFile: " + file + " is not valid JSON: line 1, column 6 "), refusal);
    }

    @Test
    void refusesAPolicyFileTogetherWithAPolicy() throws IOException {
        File file = Files.writeString(directory.resolve("own.json"), "{}").toFile();

        assertEquals(
                "policyFile: is set, and policy as well; keep one of them",
                refusal(new RoleSettings(ROLE, null, 3600, null, "{}", file, null, false)));
    }

    @Test
    void refusesAnEmptyPolicyArn() {
        List<String> arns = List.of(POLICY_ARN, " ");

        assertEquals(
                "policyArns: has an empty entry; remove it, or give it a value",
                refusal(new RoleSettings(ROLE, null, 3600, null, null, null, arns, false)));
    }

    private static RoleSettings withPolicyFile(Path file) {
        return new RoleSettings(ROLE, null, 3600, null, null, file == null ? null : file.toFile(), List.of(), false);
    }

    private static Optional<AssumeRoleRequest> read(RoleSettings settings) {
        Validation validation = new Validation();
        Optional<AssumeRoleRequest> request = settings.read(validation, "app");
        validation.finish();
        return request;
    }

    private static String refusal(RoleSettings settings) {
        return assertThrows(InvalidConfiguration.class, () -> read(settings)).getMessage();
    }
}
