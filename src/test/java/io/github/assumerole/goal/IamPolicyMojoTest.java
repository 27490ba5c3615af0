package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.standin.StandardWorld;
import io.github.assumerole.standin.text.Json;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which policies iam-policy makes of a configuration, without asking anybody. */
class IamPolicyMojoTest extends GoalTest {
    IamPolicyMojoTest() {
        super("iam-policy");
    }

    @BeforeEach
    void askNobody() {
        build.offline();
        parameter("roleArn", StandardWorld.CI_DEPLOY);
        parameter("outputFile", new File(directory, "policies.json").getPath());
    }

    @Test
    void grantsTheListingForRulesAboutNames(
            @InjectMojo(goal = "iam-policy") @MojoParameter(name = "requiredBuckets", value = "app-logs")
                    IamPolicyMojo goal)
            throws Exception {
        goal.execute();

        assertEquals(List.of("s3:ListAllMyBuckets on *"), grants());
        assertEquals(List.of(), aws.calls());
    }

    @Test
    void grantsALookAtEachNameInsteadOfTheListing(
            @InjectMojo(goal = "iam-policy")
                    @MojoParameter(name = "requiredBuckets", value = "app-logs")
                    @MojoParameter(name = "availableNames", value = "app-next")
                    @MojoParameter(name = "lookup", value = "head")
                    IamPolicyMojo goal)
            throws Exception {
        goal.execute();

        assertEquals(List.of("s3:ListBucket on [arn:aws:s3:::app-logs, arn:aws:s3:::app-next]"), grants());
    }

    @Test
    void trustsOnTheConditionsThatAreConfigured(
            @InjectMojo(goal = "iam-policy")
                    @MojoParameter(name = "externalId", value = "Tenant:42")
                    @MojoParameter(name = "trustedPrincipal", value = StandardWorld.BOB_ARN)
                    IamPolicyMojo goal)
            throws Exception {
        goal.execute();

        Map<?, ?> statement = statements("trustPolicy").get(0);
        assertEquals(Map.of("AWS", StandardWorld.BOB_ARN), statement.get("Principal"));
        assertEquals(Map.of("StringEquals", Map.of("sts:ExternalId", "Tenant:42")), statement.get("Condition"));
    }

    @Test
    void trustsTheLastRoleOfAChain(
            @InjectMojo(goal = "iam-policy") @MojoParameter(name = "sourceRoles", value = StandardWorld.CI_RUNNER)
                    IamPolicyMojo goal)
            throws Exception {
        goal.execute();

        assertEquals(
                Map.of("AWS", StandardWorld.CI_RUNNER),
                statements("trustPolicy").get(0).get("Principal"));
    }

    @Test
    void trustsGitHubsTokensWithoutOneAtHand(
            @InjectMojo(goal = "iam-policy")
                    @MojoParameter(name = "webIdentity", value = "github")
                    @MojoParameter(name = "webIdentitySubject", value = "repo:acme/shop:ref:refs/heads/main")
                    IamPolicyMojo goal)
            throws Exception {
        goal.execute();

        assertEquals(
                Map.of("Federated", "arn:aws:iam::444455556666:oidc-provider/token.actions.githubusercontent.com"),
                statements("trustPolicy").get(0).get("Principal"));
    }

    @Test
    void asksForTheIssuerOfATokenOfUnknownOrigin(
            @InjectMojo(goal = "iam-policy") @MojoParameter(name = "webIdentity", value = "circleci")
                    IamPolicyMojo goal) {
        assertTrue(refused(goal).get(0).startsWith("webIdentityIssuer: is missing"));
    }

    @Test
    void takesTheIssuerOfATokenInAFile(
            @InjectMojo(goal = "iam-policy")
                    @MojoParameter(name = "webIdentityTokenFile", value = "token.jwt")
                    @MojoParameter(name = "webIdentityIssuer", value = "https://idp.example.com")
                    IamPolicyMojo goal)
            throws Exception {
        goal.execute();

        assertEquals(
                Map.of("Federated", "arn:aws:iam::444455556666:oidc-provider/idp.example.com"),
                statements("trustPolicy").get(0).get("Principal"));
    }

    @Test
    void asksForTheIssuerOfATokenInAFile(
            @InjectMojo(goal = "iam-policy") @MojoParameter(name = "webIdentityTokenFile", value = "token.jwt")
                    IamPolicyMojo goal) {
        assertTrue(refused(goal).get(0).startsWith("webIdentityIssuer: is missing"));
    }

    @Test
    void refusesANameThatNobodyCompletes(
            @InjectMojo(goal = "iam-policy") @MojoParameter(name = "roleArn", value = "ci-deploy") IamPolicyMojo goal) {
        assertEquals(
                List.of(
                        "roleArn: 'ci-deploy' is only a role name, and this goal makes no call that resolves it; the full role"
                                + " ARN is required"),
                refused(goal));
    }

    @Test
    void refusesTwoFormsInOneFile(
            @InjectMojo(goal = "iam-policy") @MojoParameter(name = "formats", value = "json,terraform")
                    IamPolicyMojo goal) {
        assertEquals(List.of("outputFile: takes one format, but <formats> has 2"), refused(goal));
    }

    @Test
    void passesOverTheFormsOfReports(
            @InjectMojo(goal = "iam-policy") @MojoParameter(name = "formats", value = "table,junit,terraform")
                    IamPolicyMojo goal)
            throws Exception {
        goal.execute();

        assertTrue(text().contains("resource \"aws_iam_role\" \"ci-deploy\""));
    }

    private List<String> grants() throws IOException {
        return statements("rolePermissions").stream()
                .map(statement -> statement.get("Action") + " on " + statement.get("Resource"))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<Map<?, ?>> statements(String policy) throws IOException {
        Map<?, ?> document = (Map<?, ?>) ((Map<?, ?>) Json.parse(text())).get(policy);
        return (List<Map<?, ?>>) document.get("Statement");
    }

    private String text() throws IOException {
        return Files.readString(directory.toPath().resolve("policies.json"));
    }
}
