package io.github.assumerole.goal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.role.AllowedAccounts;
import io.github.assumerole.role.CallerOptions;
import io.github.assumerole.role.ExternalId;
import io.github.assumerole.role.MfaSerial;
import io.github.assumerole.role.PolicyArn;
import io.github.assumerole.role.RoleArn;
import io.github.assumerole.role.RoleChainRequest;
import io.github.assumerole.role.RoleNameOrArn;
import io.github.assumerole.role.RoleSessionName;
import io.github.assumerole.role.SessionOptions;
import io.github.assumerole.role.SessionPolicies;
import io.github.assumerole.role.SessionPolicy;
import io.github.assumerole.role.SessionTags;
import io.github.assumerole.role.SourceIdentity;
import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.InvalidConfigurationException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleParametersTest {
    private static final String ROLE = "arn:aws:iam::444455556666:role/ci-deploy";
    private static final String RUNNER = "arn:aws:iam::111122223333:role/ci-runner";
    private static final String POLICY_ARN = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess";

    @TempDir
    Path directory;

    @Test
    void readsEverything() {
        RoleParameters settings = new RoleParameters(
                "ci/deployer",
                List.of(RUNNER),
                List.of(),
                new SessionParameters(
                        "release",
                        901,
                        "Tenant:42",
                        new PolicyParameters("{ \"a\" : 1 }", null, List.of(POLICY_ARN)),
                        Map.of("Project", "shop"),
                        List.of("Project")),
                new CallerParameters("bob@example.com", "arn:aws:iam::111122223333:mfa/bob"));

        assertEquals(
                Optional.of(new RoleChainRequest(
                        List.of(RoleArn.parse(RUNNER)),
                        RoleNameOrArn.parse("ci/deployer"),
                        new RoleSessionName("release"),
                        Duration.ofSeconds(901),
                        new CallerOptions(
                                Optional.of(new SourceIdentity("bob@example.com")),
                                Optional.of(new MfaSerial("arn:aws:iam::111122223333:mfa/bob"))),
                        new SessionOptions(
                                Optional.of(new ExternalId("Tenant:42")),
                                new SessionPolicies(
                                        Optional.of(new SessionPolicy("{\"a\":1}")),
                                        List.of(new PolicyArn(POLICY_ARN))),
                                new SessionTags(Map.of("Project", "shop"), Set.of("Project"))))),
                read(settings));
    }

    @Test
    void namesTheSessionAsTheProjectSuggests() {
        assertEquals(
                new RoleSessionName("maven-app"),
                read(ofRole(ROLE)).orElseThrow().sessionName());
    }

    @Test
    void isEmptyWithoutARole() {
        assertEquals(Optional.empty(), read(ofRole(null)));
    }

    @Test
    void checksTheRestAlsoWithoutARole() {
        assertEquals("durationSeconds: 899 is too small, expected 900 to 43200", refusal(lasting(null, 899)));
    }

    @Test
    void acceptsARoleWithoutAccountOnAServerOfOnesOwnOnly() {
        String role = "arn:aws:iam:::role/ci-deploy";

        assertEquals(role, readAt(ofRole(role), true).orElseThrow().target().toString());
        assertEquals(
                "roleArn: '" + role + "' has no account ID; that is only valid with a custom STS endpoint; expected"
                        + " 12 digits after iam::",
                refusal(ofRole(role)));
    }

    @Test
    void readsAPolicyFileThatUsesVariablesOfIam() throws IOException {
        Path file = Files.writeString(directory.resolve("own.json"), "{\"Resource\": \"${aws:username}/ü\"}\n");

        assertEquals(
                Optional.of(new SessionPolicy("{\"Resource\":\"${aws:username}/ü\"}")),
                read(withPolicyFile(file)).orElseThrow().session().policies().inline());
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
                "policyFile: is set, and policy as well; keep one of them", refusal(withPolicies("{}", file, null)));
    }

    @Test
    void refusesAnEmptyPolicyArn() {
        List<String> arns = List.of(POLICY_ARN, " ");

        assertEquals(
                "policyArns: has an empty entry; remove it, or give it a value",
                refusal(withPolicies(null, null, arns)));
    }

    private static RoleParameters ofRole(String role) {
        return lasting(role, 3600);
    }

    private static RoleParameters lasting(String role, int seconds) {
        return settings(role, seconds, new PolicyParameters(null, null, null));
    }

    private static RoleParameters withPolicyFile(Path file) {
        return withPolicies(null, file.toFile(), List.of());
    }

    private static RoleParameters withPolicies(String policy, File file, List<String> arns) {
        return settings(ROLE, 3600, new PolicyParameters(policy, file, arns));
    }

    private static RoleParameters settings(String role, int seconds, PolicyParameters policies) {
        return new RoleParameters(
                role,
                null,
                null,
                new SessionParameters(null, seconds, null, policies, null, null),
                new CallerParameters(null, null));
    }

    private static Optional<RoleChainRequest> read(RoleParameters settings) {
        return readAt(settings, false);
    }

    private static Optional<RoleChainRequest> readAt(RoleParameters settings, boolean ownEndpoint) {
        ConfigurationProblems problems = new ConfigurationProblems();
        Optional<RoleChainRequest> plan =
                settings.read(problems, AllowedAccounts.ALL, new RoleSessionName("maven-app"), ownEndpoint, 300);
        problems.throwIfAny();
        return plan;
    }

    private static String refusal(RoleParameters settings) {
        return assertThrows(InvalidConfigurationException.class, () -> read(settings))
                .getMessage();
    }
}
