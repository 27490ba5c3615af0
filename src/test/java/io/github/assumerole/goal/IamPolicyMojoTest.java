package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.standin.StandardWorld;
import io.github.assumerole.standin.text.Json;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.model.DeploymentRepository;
import org.apache.maven.model.DistributionManagement;
import org.apache.maven.plugin.Mojo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Which policies iam-policy makes of a configuration, without asking anybody. */
class IamPolicyMojoTest extends GoalTest {
    @BeforeEach
    void assertMakesNoCalls() {
        build.offline();
        parameter("roleArn", StandardWorld.CI_DEPLOY);
        parameter("outputFile", new File(directory, "policies.json").getPath());
    }

    @Test
    void grantsListingForNameRules() throws Exception {
        iamPolicy("requiredBuckets=app-logs").execute();

        assertEquals(List.of("s3:ListAllMyBuckets on *"), grants());
        assertEquals(List.of(), aws.calls());
    }

    @Test
    void grantsLookupOfEachNameInsteadOfListing() throws Exception {
        iamPolicy("requiredBuckets=app-logs", "availableNames=app-next", "lookup=head")
                .execute();

        assertEquals(List.of("s3:ListBucket on [arn:aws:s3:::app-logs, arn:aws:s3:::app-next]"), grants());
    }

    @Test
    void grantsTagsThatLimitARule() throws Exception {
        iamPolicy(
                        "<bucketRules><rule><bucket>app-*</bucket><except><bucket>app-logs</bucket></except>"
                                + "<taggedWith><env>prod</env></taggedWith><versioning>Enabled</versioning></rule></bucketRules>")
                .execute();

        assertEquals(
                List.of(
                        "[s3:GetBucketTagging, s3:GetBucketVersioning] on arn:aws:s3:::app-*",
                        "s3:ListAllMyBuckets on *"),
                grants());
    }

    /** A custom endpoint lists buckets without their regions. */
    @Test
    void grantsRegionsOfSelectedBuckets() throws Exception {
        iamPolicy("bucketRegion=eu-west-1", "prefix=app-", "minBuckets=1").execute();

        assertEquals(List.of("s3:GetBucketLocation on arn:aws:s3:::app-*", "s3:ListAllMyBuckets on *"), grants());
    }

    @Test
    void grantsTokensOfCodeArtifactDomains() throws Exception {
        DeploymentRepository releases = new DeploymentRepository();
        releases.setId("libs");
        releases.setUrl("https://acme-libs-111122223333.d.codeartifact.eu-central-1.amazonaws.com/maven/releases/");
        project.getModel().setDistributionManagement(new DistributionManagement());
        project.getDistributionManagement().setRepository(releases);

        iamPolicy("exportTo=codeArtifact", "requiredBuckets=app-logs").execute();

        assertEquals(
                List.of(
                        "codeartifact:GetAuthorizationToken on"
                                + " arn:aws:codeartifact:eu-central-1:111122223333:domain/acme-libs",
                        "s3:ListAllMyBuckets on *",
                        "sts:GetServiceBearerToken on *"),
                grants());
        assertEquals(
                Map.of("StringEquals", Map.of("sts:AWSServiceName", "codeartifact.amazonaws.com")),
                statements("rolePermissions").get(2).get("Condition"));
    }

    @Test
    void completesDomainWithAccountOfRole() throws Exception {
        DeploymentRepository proxy = new DeploymentRepository();
        proxy.setId("libs");
        proxy.setUrl("https://server.example.com/libs/");
        project.getModel().setDistributionManagement(new DistributionManagement());
        project.getDistributionManagement().setSnapshotRepository(proxy);

        iamPolicy("exportTo=codeArtifact", "exportServerId=libs", "codeArtifactDomain=acme")
                .execute();

        assertEquals(
                "codeartifact:GetAuthorizationToken on arn:aws:codeartifact:*:444455556666:domain/acme",
                grants().get(0));
    }

    @Test
    void rejectsCodeArtifactWithoutRepository() {
        assertTrue(rejected(iamPolicy("exportTo=codeArtifact"))
                .get(0)
                .startsWith("exportTo: codeArtifact finds no repository of this project"));
    }

    @Test
    void trustsWithConfiguredConditions() throws Exception {
        iamPolicy("externalId=Tenant:42", "trustedPrincipal=" + StandardWorld.BOB_ARN)
                .execute();

        Map<?, ?> statement = statements("trustPolicy").get(0);
        assertEquals(Map.of("AWS", StandardWorld.BOB_ARN), statement.get("Principal"));
        assertEquals(Map.of("StringEquals", Map.of("sts:ExternalId", "Tenant:42")), statement.get("Condition"));
    }

    @Test
    void trustsPreviousRoleOfChain() throws Exception {
        iamPolicy("sourceRoles=" + StandardWorld.CI_RUNNER).execute();

        assertEquals(
                Map.of("AWS", StandardWorld.CI_RUNNER),
                statements("trustPolicy").get(0).get("Principal"));
    }

    @Test
    void trustsGitHubTokensWithoutReadingOne() throws Exception {
        iamPolicy("webIdentity=github", "webIdentitySubject=repo:acme/shop:ref:refs/heads/main")
                .execute();

        assertEquals(
                Map.of("Federated", "arn:aws:iam::444455556666:oidc-provider/token.actions.githubusercontent.com"),
                statements("trustPolicy").get(0).get("Principal"));
    }

    @Test
    void rejectsTokenOfUnknownIssuer() {
        assertTrue(rejected(iamPolicy("webIdentity=circleci")).get(0).startsWith("webIdentityIssuer: is missing"));
    }

    @Test
    void readsConfiguredIssuerOfTokenFile() throws Exception {
        iamPolicy("webIdentityTokenFile=token.jwt", "webIdentityIssuer=https://idp.example.com")
                .execute();

        assertEquals(
                Map.of("Federated", "arn:aws:iam::444455556666:oidc-provider/idp.example.com"),
                statements("trustPolicy").get(0).get("Principal"));
    }

    @Test
    void rejectsTokenFileWithoutIssuer() {
        assertTrue(rejected(iamPolicy("webIdentityTokenFile=token.jwt"))
                .get(0)
                .startsWith("webIdentityIssuer: is missing"));
    }

    @Test
    void rejectsRoleNameWithoutAccount() {
        Mojo goal = iamPolicy("roleArn=ci-deploy");

        assertEquals(
                List.of(
                        "roleArn: 'ci-deploy' is only a role name, and this goal makes no call that resolves it; the full role"
                                + " ARN is required"),
                rejected(goal));
    }

    @Test
    void rejectsTwoFormatsInOneFile() {
        assertEquals(
                List.of("outputFile: takes one format, but <formats> has 2; remove the others"),
                rejected(iamPolicy("formats=json,terraform")));
    }

    @Test
    void ignoresReportFormats() throws Exception {
        iamPolicy("formats=table,junit,terraform").execute();

        assertTrue(text().contains("resource \"aws_iam_role\" \"ci-deploy\""));
    }

    /** In the Maven daemon, whose System.out is the standard output of the client. */
    @Test
    void printsOnlyPoliciesWhenQuiet() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        quietly(printed, () -> iamPolicy("requiredBuckets=app-logs").execute());

        Map<?, ?> policies = (Map<?, ?>) Json.parse(printed.toString(StandardCharsets.UTF_8));
        assertEquals(Set.of("rolePermissions", "trustPolicy", "callerPermissions"), policies.keySet());
    }

    @Test
    void failsWhenQuietAndStandardOutputCannotBeWritten() throws Exception {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int next) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        List<String> failure = new ArrayList<>();

        quietly(full, () -> failure.addAll(rejected(iamPolicy("requiredBuckets=app-logs"))));

        assertEquals(
                List.of(
                        "Cannot write the policies to standard output: an output operation failed.",
                        "What to try:",
                        "  - check what the output is redirected to, or set <outputFile>"),
                failure);
    }

    @Test
    void rejectsSeveralFormatsWhenQuiet() throws Exception {
        List<String> failure = new ArrayList<>();

        quietly(OutputStream.nullOutputStream(), () -> failure.addAll(rejected(iamPolicy("formats=json,terraform"))));

        assertEquals(List.of("formats: has 2 formats, but mvn -q prints one; remove the others"), failure);
    }

    private void quietly(OutputStream out, Executable run) throws Exception {
        noParameter("outputFile");
        log.disableInfo();
        build.systemProperty("mvnd.home", "anywhere");
        PrintStream original = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            run.execute();
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        } finally {
            System.setOut(original);
        }
    }

    @Test
    void writesOnlyFileWhenConfigured() throws Exception {
        iamPolicy("requiredBuckets=app-logs").execute();

        File file = new File(directory, "policies.json");
        assertLogged("[INFO] Policies (json) -> " + file);
        assertFalse(log.lines().toString().contains("ListAllMyBuckets"), log.lines()::toString);
    }

    @Test
    void failsWithoutFileWhenItCannotBeWritten() throws Exception {
        Files.writeString(directory.toPath().resolve("a-file"), "");

        List<String> failure = rejected(iamPolicy("outputFile=" + directory + "/a-file/policies.json"));

        assertTrue(
                failure.get(0).startsWith("Cannot write the policies to " + directory + "/a-file/policies.json"),
                failure::toString);
        assertTrue(String.join("\n", failure).contains("set <outputFile> to a path that the build can write"));
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
