package io.github.assumerole.goal.credentials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.goal.GoalTest;
import io.github.assumerole.standin.StandardWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.util.RestoreSystemProperties;

/** A profile with a role, and no roleArn. */
@RestoreSystemProperties
class ProfileRoleTest extends GoalTest {
    private static final String CONFIG =
            """
            [profile ci]
            role_arn = %s
            source_profile = bob
            region = eu-west-1
            [profile named]
            role_arn = %s
            source_profile = bob
            role_session_name = by-profile
            [profile chain]
            role_arn = %s
            source_profile = runner
            mfa_serial = %s
            [profile runner]
            role_arn = %s
            source_profile = bob
            [profile bob]
            aws_access_key_id = %s
            aws_secret_access_key = %s
            region = eu-west-1
            """
                    .formatted(
                            StandardWorld.CI_DEPLOY,
                            StandardWorld.SHORT,
                            StandardWorld.CI_DEPLOY,
                            StandardWorld.BOB_MFA_SERIAL,
                            StandardWorld.CI_RUNNER,
                            StandardWorld.BOB_KEY_ID,
                            StandardWorld.BOB_SECRET);

    @TempDir
    private Path home;

    @BeforeEach
    void configureProfile() throws IOException {
        System.setProperty(
                "aws.configFile",
                Files.writeString(home.resolve("config"), CONFIG).toString());
        parameter("profile", "ci");
    }

    @Test
    void publishesSessionOfProfile() throws Exception {
        assumeRole().execute();

        assertEquals("arn:aws:sts::444455556666:assumed-role/ci-deploy/maven-app", property("aws.assumedRoleArn"));
        assertEquals("444455556666", property("aws.accountId"));
        assertEquals(List.of(StandardWorld.BOB_ARN), callers());
        assertTrue(aws.secrets().contains(property("aws.sessionToken")));
        assertTrue(
                lastLine()
                        .matches("\\[INFO] Assumed role ci-deploy in account 444455556666 as maven-app, valid until .*"
                                + " -> properties aws\\.\\*"),
                lastLine());
        assertEquals(
                List.of("secret access key", "session token"),
                build.state().issued().stream()
                        .map(secret -> secret.kind())
                        .sorted()
                        .toList());
    }

    @Test
    void usesSessionNameOfProfile() throws Exception {
        assumeRole("profile=named", "roleSessionName=ignored").execute();

        assertEquals("arn:aws:sts::444455556666:assumed-role/short/by-profile", property("aws.assumedRoleArn"));
        assertTrue(lastLine().contains(" as by-profile, "), lastLine());
    }

    @Test
    void listsBucketsWithSessionOfProfile() throws Exception {
        listBuckets("requiredBuckets=app-logs").execute();
        assumeRole().execute();

        assertEquals(1, assumed());
        assertLogged("[INFO] 5 buckets in account 444455556666, as role ci-deploy");
        assertTrue(lastLine().startsWith("[INFO] Reused role ci-deploy "), lastLine());
    }

    /** The profile may be the source of the base credentials of assume-role only. */
    @Test
    void listsBucketsWithPublishedSessionFirst() throws Exception {
        assumeRole("profile=bob", "roleArn=" + StandardWorld.EMPTY_CI_DEPLOY).execute();

        listBuckets().execute();

        assertLogged("[INFO] no buckets in account 777788889999, as role ci-deploy");
    }

    @Test
    void rejectsParametersThatTheRoleOfTheProfileIgnores() {
        String[] parameters = {
            "durationSeconds=900",
            "externalId=Tenant:42",
            "policyArns=" + StandardWorld.S3_READ_ONLY_POLICY,
            "sessionTags/Project=shop",
            "sourceIdentity=bob"
        };
        List<String> expected = List.of(
                ignored("durationSeconds"),
                ignored("externalId"),
                ignored("policyArns"),
                ignored("sessionTags"),
                ignored("sourceIdentity"));

        assertEquals(expected, rejected(assumeRole(parameters)));
        assertEquals(expected, rejected(listBuckets(parameters)));
    }

    private static String ignored(String parameter) {
        return parameter
                + ": applies to roleArn, which is not set, not to the role of the profile ci; set <roleArn>, or"
                + " remove this parameter and set the line of the profile";
    }

    @Test
    void rejectsOtherAccountBeforeCall() {
        assertEquals(
                List.of("allowedAccountIds: roleArn " + StandardWorld.CI_DEPLOY
                        + " belongs to account 444455556666; allowed accounts: 111122223333"),
                rejected(assumeRole("allowedAccountIds=111122223333")));
    }

    @Test
    void rejectsEmptyRoleArn() {
        parameter("roleArn", "");

        assertEquals(
                List.of("roleArn: assume-role.roleArn is empty; set a value or remove it"), rejected(assumeRole()));
        assertEquals(
                List.of("roleArn: assume-role.roleArn is empty; set a value or remove it"), rejected(listBuckets()));
    }

    @Test
    void requiresRoleArnIfTheProfileAssumesNoRole() {
        assertEquals(
                List.of("roleArn: is missing; set <roleArn>, or"
                        + " -Dassume-role.roleArn=arn:aws:iam::<account>:role/<name>"),
                rejected(assumeRole("profile=bob")));
    }

    @Test
    void writesReceiptWithoutCaller() throws Exception {
        assumeRole("receiptFile=receipt.json").execute();

        String receipt = Files.readString(directory.toPath().resolve("receipt.json"));
        assertTrue(receipt.contains("\"roleArn\": \"" + StandardWorld.CI_DEPLOY + "\""), receipt);
        assertTrue(receipt.contains("\"credentialsFrom\": \"the profile bob\""), receipt);
        assertTrue(receipt.contains("\"callerArn\": null"), receipt);
        assertEquals(0, aws.calls("GetCallerIdentity").size());
    }

    /** With a roleArn, the profile only provides the base credentials. */
    @Test
    void saysThatTheProfileAlreadyHasTheRole() {
        List<String> lines = failed(assumeRole("roleArn=" + StandardWorld.CI_DEPLOY));

        assertTrue(
                lines.contains("  - the caller is already a session of " + StandardWorld.CI_DEPLOY
                        + ": with a <profile> that has this role, remove <roleArn>; otherwise omit assume-role, and set"
                        + " <allowDefaultCredentials> for list-buckets"),
                lines::toString);
    }

    @Test
    void saysThatASessionHasNoMfaDevice() {
        List<String> lines = rejected(assumeRole("profile=chain"));

        assertTrue(
                lines.get(0)
                        .endsWith("profile chain, mfa_serial: is set, but its source_profile runner is a role, and the"
                                + " session of a role has no MFA device; move mfa_serial to the profile runner, whose role is"
                                + " assumed first, or remove it"),
                lines::toString);

        build.systemProperty("env.CODE", StandardWorld.BOB_MFA_CODE);
        List<String> withParameter = failed(assumeRole(
                "profile=runner",
                "roleArn=" + StandardWorld.MFA_ONLY,
                "mfaSerial=" + StandardWorld.BOB_MFA_SERIAL,
                "mfaTokenEnv=CODE"));

        assertEquals(
                "  - an MFA device belongs to a user, and the caller is a role session, which has none: remove"
                        + " <mfaSerial>, and require MFA where the user assumes the first role",
                withParameter.get(withParameter.size() - 1));
    }
}
