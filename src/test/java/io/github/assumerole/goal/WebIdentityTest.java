package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.standin.StandardWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Credentials for a token of an identity provider. */
class WebIdentityTest {
    private static final String UNSENDABLE =
            ": cannot be sent with a web identity token; remove it, or configure it at the token's issuer and in the"
                    + " role's trust policy";

    private abstract static class WithToken extends GoalTest {
        WithToken(String goal) {
            super(goal);
            noParameter("profile");
            parameter("region", "eu-west-1");
        }

        final String token() {
            return aws.issueWebIdentityToken(
                    StandardWorld.OIDC_AUDIENCE, "repo:example/shop:ref:refs/heads/main", Duration.ofMinutes(5));
        }

        final int exchanged() {
            return aws.calls("AssumeRoleWithWebIdentity").size();
        }
    }

    @Nested
    class Of extends WithToken {
        Of() {
            super("assume-role");
        }

        @BeforeEach
        void configureRole() {
            parameter("roleArn", StandardWorld.OIDC);
        }

        @Test
        void aVariable(
                @InjectMojo(goal = "assume-role") @MojoParameter(name = "webIdentity", value = "env:CI_TOKEN")
                        AssumeRoleMojo goal)
                throws Exception {
            build.systemProperty("env.CI_TOKEN", token());

            goal.execute();

            assertEquals(1, exchanged());
            assertEquals(0, assumed());
            assertEquals("444455556666", property("aws.accountId"));
            assertLoggedNoSecret();
        }

        @Test
        void aFile(
                @InjectMojo(goal = "assume-role") @MojoParameter(name = "webIdentityTokenFile", value = "token.jwt")
                        AssumeRoleMojo goal)
                throws Exception {
            Files.writeString(directory.toPath().resolve("token.jwt"), token());

            goal.execute();

            assertEquals(1, exchanged());
            assertEquals("444455556666", property("aws.accountId"));
        }

        @Test
        void aVariableWithAReceiptThatKnowsNoCaller(
                @InjectMojo(goal = "assume-role")
                        @MojoParameter(name = "webIdentity", value = "env:CI_TOKEN")
                        @MojoParameter(name = "receiptFile", value = "receipt.json")
                        AssumeRoleMojo goal)
                throws Exception {
            build.systemProperty("env.CI_TOKEN", token());

            goal.execute();

            String json = Files.readString(directory.toPath().resolve("receipt.json"));
            assertTrue(json.contains("\"callerArn\": null,"), json);
            assertTrue(json.contains("in the environment variable CI_TOKEN\","), json);
            assertHoldsNoSecret(json);
            assertEquals(0, aws.calls("GetCallerIdentity").size());
        }

        @Test
        void noVariableAtAll(
                @InjectMojo(goal = "assume-role") @MojoParameter(name = "webIdentity", value = "env:CI_TOKEN")
                        AssumeRoleMojo goal) {
            String refusal = String.join("\n", refused(goal));

            assertTrue(refusal.contains("CI_TOKEN"), refusal);
        }

        @Test
        void aVariableAndWhatCannotBeSent(
                @InjectMojo(goal = "assume-role")
                        @MojoParameter(name = "webIdentity", value = "env:CI_TOKEN")
                        @MojoParameter(name = "externalId", value = "Tenant:42")
                        @MojoParameter(name = "sourceIdentity", value = "bob")
                        @MojoParameter(name = "transitiveTagKeys", value = "Project")
                        @MojoParameter(name = "mfaSerial", value = StandardWorld.BOB_MFA_SERIAL)
                        AssumeRoleMojo goal)
                throws Exception {
            tag(goal, Map.of("Project", "shop"));
            build.systemProperty("env.CI_TOKEN", token()).interactive();

            assertEquals(
                    List.of(
                            "externalId" + UNSENDABLE,
                            "mfaSerial" + UNSENDABLE,
                            "sessionTags" + UNSENDABLE,
                            "sourceIdentity" + UNSENDABLE,
                            "transitiveTagKeys" + UNSENDABLE),
                    refused(goal));
        }

        @Test
        void aVariableAndNoAccount(
                @InjectMojo(goal = "assume-role")
                        @MojoParameter(name = "webIdentity", value = "env:CI_TOKEN")
                        @MojoParameter(name = "roleArn", value = "oidc")
                        @MojoParameter(name = "sourceRoles", value = "ci-runner")
                        AssumeRoleMojo goal) {
            build.systemProperty("env.CI_TOKEN", token());

            assertEquals(
                    List.of(
                            "roleArn: 'oidc' is only a role name; with a web identity token the full role ARN is required",
                            "sourceRoles: 'ci-runner' is only a role name; with a web identity token the full role ARN is"
                                    + " required"),
                    refused(goal));
        }

        @Test
        void aServerThatNobodyKnows(
                @InjectMojo(goal = "assume-role") @MojoParameter(name = "webIdentity", value = "jenkins")
                        AssumeRoleMojo goal) {
            assertEquals(
                    List.of("webIdentity: 'jenkins' is not one of github, gitlab, bitbucket, circleci, auto, or"
                            + " env:NAME"
                            + " with the name of an environment variable"),
                    refused(goal));
        }
    }

    @Nested
    class WithoutARole extends WithToken {
        WithoutARole() {
            super("list-buckets");
        }

        @Test
        void opensNothingAndNothingElseIsTriedInstead(
                @InjectMojo(goal = "list-buckets")
                        @MojoParameter(name = "webIdentityTokenFile", value = "token.jwt")
                        @MojoParameter(name = "allowDefaultCredentials", value = "true")
                        ListBucketsMojo goal)
                throws IOException {
            Files.writeString(directory.toPath().resolve("token.jwt"), token());
            System.setProperty("aws.accessKeyId", StandardWorld.BOB_KEY_ID);
            System.setProperty("aws.secretAccessKey", StandardWorld.BOB_SECRET);
            try {
                assertEquals(
                        List.of("allowDefaultCredentials: is true, but a web identity token is exchanged for a role and"
                                + " nothing else; set <roleArn>, or run assume-role before this goal"),
                        refused(goal));
            } finally {
                System.clearProperty("aws.accessKeyId");
                System.clearProperty("aws.secretAccessKey");
            }
        }
    }
}
