package io.github.assumerole.goal.credentials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.goal.GoalTest;
import io.github.assumerole.standin.StandardWorld;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.SetSystemProperty;

/** Base credentials by an OIDC ID token. */
class WebIdentityTest extends GoalTest {
    private static final String UNSENDABLE =
            ": cannot be sent with a web identity token; remove it, or configure it at the token's issuer and in the"
                    + " role's trust policy";

    private static final String VARIABLE = "webIdentity=env:CI_TOKEN";

    @BeforeEach
    void configureRole() {
        noParameter("profile");
        parameter("region", "eu-west-1");
        parameter("roleArn", StandardWorld.OIDC);
    }

    @Test
    void readsTokenFromVariable() throws Exception {
        build.systemProperty("env.CI_TOKEN", token());

        assumeRole(VARIABLE).execute();

        assertEquals(1, exchanged());
        assertEquals(0, assumed());
        assertEquals("444455556666", property("aws.accountId"));
        assertLoggedNoSecret();
    }

    @Test
    void readsTokenFromFile() throws Exception {
        Files.writeString(directory.toPath().resolve("token.jwt"), token());

        assumeRole("webIdentityTokenFile=token.jwt").execute();

        assertEquals(1, exchanged());
        assertEquals("444455556666", property("aws.accountId"));
    }

    @Test
    void writesReceiptWithoutCaller() throws Exception {
        build.systemProperty("env.CI_TOKEN", token());

        assumeRole(VARIABLE, "receiptFile=receipt.json").execute();

        String json = Files.readString(directory.toPath().resolve("receipt.json"));
        assertTrue(json.contains("\"callerArn\": null,"), json);
        assertTrue(json.contains("in the environment variable CI_TOKEN\","), json);
        assertContainsNoSecret(json);
        assertEquals(0, aws.calls("GetCallerIdentity").size());
    }

    @Test
    void failsWithoutVariable() {
        String message = String.join("\n", rejected(assumeRole(VARIABLE)));

        assertTrue(message.contains("CI_TOKEN"), message);
    }

    @Test
    void rejectsParametersThatCannotBeSent() {
        build.systemProperty("env.CI_TOKEN", token()).interactive();

        assertEquals(
                List.of(
                        "externalId" + UNSENDABLE,
                        "mfaSerial" + UNSENDABLE,
                        "sessionTags" + UNSENDABLE,
                        "sourceIdentity" + UNSENDABLE,
                        "transitiveTagKeys" + UNSENDABLE),
                rejected(assumeRole(
                        VARIABLE,
                        "externalId=Tenant:42",
                        "sourceIdentity=bob",
                        "sessionTags/Project=shop",
                        "transitiveTagKeys=Project",
                        "mfaSerial=" + StandardWorld.BOB_MFA_SERIAL)));
    }

    @Test
    void rejectsRoleNames() {
        build.systemProperty("env.CI_TOKEN", token());

        assertEquals(
                List.of(
                        "roleArn: 'oidc' is only a role name; with a web identity token the full role ARN is required",
                        "sourceRoles: 'ci-runner' is only a role name; with a web identity token the full role ARN is"
                                + " required"),
                rejected(assumeRole(VARIABLE, "roleArn=oidc", "sourceRoles=ci-runner")));
    }

    /** Other base credentials are not a fallback. */
    @Test
    @SetSystemProperty(key = "aws.accessKeyId", value = StandardWorld.BOB_KEY_ID)
    @SetSystemProperty(key = "aws.secretAccessKey", value = StandardWorld.BOB_SECRET)
    void cannotListBucketsWithoutRole() throws Exception {
        noParameter("roleArn");
        Files.writeString(directory.toPath().resolve("token.jwt"), token());

        assertEquals(
                List.of(
                        "allowDefaultCredentials: is true, but a web identity token can only be exchanged for a role; set"
                                + " <roleArn>, or run assume-role before this goal"),
                rejected(listBuckets("webIdentityTokenFile=token.jwt", "allowDefaultCredentials=true")));
    }

    private String token() {
        return aws.issueWebIdentityToken(
                StandardWorld.OIDC_AUDIENCE, "repo:example/shop:ref:refs/heads/main", Duration.ofMinutes(5));
    }

    private int exchanged() {
        return aws.calls("AssumeRoleWithWebIdentity").size();
    }
}
