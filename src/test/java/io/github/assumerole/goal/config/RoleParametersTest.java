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

    private static final PolicyParameters NO_POLICIES =
            new PolicyParameters(Optional.empty(), Optional.empty(), List.of());

    @TempDir
    Path directory;

    @Test
    void readsAllParameters() {
        RoleParameters parameters = new RoleParameters(
                Optional.of("ci/deployer"),
                List.of(RUNNER),
                List.of(),
                new SessionParameters(
                        new SessionNameParameters(Optional.of("release"), false),
                        901,
                        Optional.of("Tenant:42"),
                        new PolicyParameters(Optional.of("{ \"a\" : 1 }"), Optional.empty(), List.of(POLICY_ARN)),
                        Map.of("Project", "shop"),
                        List.of("Project")),
                new CallerParameters(Optional.of("bob@example.com"), Optional.of("arn:aws:iam::111122223333:mfa/bob")));

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
                read(parameters, false));
    }

    @Test
    void usesDefaultSessionName() {
        assertEquals(
                new RoleSessionName("maven-app"),
                read(role(ROLE), false).orElseThrow().sessionName());
    }

    @Test
    void isEmptyWithoutRole() {
        assertEquals(Optional.empty(), read(role(null), false));
    }

    @Test
    void checksOtherParametersWithoutRole() {
        assertRejected("durationSeconds: 899 is too small, expected 900 to 43200", parameters(null, 899, NO_POLICIES));
    }

    @Test
    void acceptsRoleWithoutAccountOnlyWithCustomEndpoint() {
        String role = "arn:aws:iam:::role/ci-deploy";

        assertEquals(role, read(role(role), true).orElseThrow().target().toString());
        assertRejected(
                "roleArn: '" + role + "' has no account ID; that is only valid with a custom STS endpoint; expected"
                        + " 12 digits after iam::",
                role(role));
    }

    @Test
    void keepsIamVariablesOfPolicyFile() throws IOException {
        Path file = Files.writeString(directory.resolve("own.json"), "{\"Resource\": \"${aws:username}/ü\"}\n");

        assertEquals(
                Optional.of(new SessionPolicy("{\"Resource\":\"${aws:username}/ü\"}")),
                read(policyFile(file), false).orElseThrow().session().policies().inline());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\n\n  {\"Version\": }' | is not valid JSON: line 3, column 15 has '}' where a value is expected",
                "{\"a\" 1} | is not valid JSON: line 1, column 6 has '1' where ':' is expected",
                "'' | is empty; write a session policy or remove <policyFile>",
                "' ' | is empty; write a session policy or remove <policyFile>"
            })
    void rejectsTextOfPolicyFile(String text, String problem) throws IOException {
        Path file = Files.writeString(directory.resolve("policy.json"), text.translateEscapes());

        assertRejected("policyFile: " + file + " " + problem, policyFile(file));
    }

    @Test
    void rejectsUnreadablePolicyFile() throws IOException {
        Path absent = directory.resolve("nowhere.json");
        Path latin1 = Files.write(directory.resolve("latin1.json"), new byte[] {'{', '"', (byte) 0xFC, '"', '}'});

        assertRejected("policyFile: cannot read " + absent + ": there is no such file", policyFile(absent));
        assertRejected("policyFile: cannot read " + latin1 + ": it is not UTF-8 text", policyFile(latin1));
    }

    @Test
    void printsPathOfUnreadablePolicyFileOnce() throws IOException {
        Path loop = directory.resolve("loop.json");
        Files.createSymbolicLink(loop, loop);

        for (Path file : List.of(loop, directory)) {
            String message = message(policyFile(file));

            assertTrue(message.startsWith("policyFile: cannot read " + file + ": "), message);
            assertEquals(message.indexOf(file.toString()), message.lastIndexOf(file.toString()), message);
        }
    }

    @Test
    void rejectsPolicyWithPolicyFile() throws IOException {
        File file = Files.writeString(directory.resolve("own.json"), "{}").toFile();

        assertRejected(
                "policyFile: is set, and policy as well; keep one of them",
                parameters(ROLE, 3600, new PolicyParameters(Optional.of("{}"), Optional.of(file), List.of())));
    }

    @Test
    void rejectsEmptyPolicyArn() {
        assertRejected(
                "policyArns: has an empty entry; remove it, or give it a value",
                parameters(
                        ROLE,
                        3600,
                        new PolicyParameters(Optional.empty(), Optional.empty(), List.of(POLICY_ARN, " "))));
    }

    private static RoleParameters role(String role) {
        return parameters(role, 3600, NO_POLICIES);
    }

    private static RoleParameters policyFile(Path file) {
        return parameters(ROLE, 3600, new PolicyParameters(Optional.empty(), Optional.of(file.toFile()), List.of()));
    }

    private static RoleParameters parameters(String role, int seconds, PolicyParameters policies) {
        return new RoleParameters(
                Optional.ofNullable(role),
                List.of(),
                List.of(),
                new SessionParameters(
                        new SessionNameParameters(Optional.empty(), false),
                        seconds,
                        Optional.empty(),
                        policies,
                        Map.of(),
                        List.of()),
                new CallerParameters(Optional.empty(), Optional.empty()));
    }

    private static Optional<RoleChainRequest> read(RoleParameters parameters, boolean customSts) {
        ConfigurationProblems problems = new ConfigurationProblems();
        Optional<RoleChainRequest> request =
                parameters.read(problems, AllowedAccounts.ALL, new RoleSessionName("maven-app"), customSts, 300);
        problems.throwIfAny();
        return request;
    }

    private static String message(RoleParameters parameters) {
        return assertThrows(InvalidConfigurationException.class, () -> read(parameters, false))
                .getMessage();
    }

    private static void assertRejected(String message, RoleParameters parameters) {
        assertEquals(message, message(parameters));
    }
}
