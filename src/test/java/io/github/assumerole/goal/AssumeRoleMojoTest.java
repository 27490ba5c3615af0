package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.standin.Call;
import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import java.nio.file.Files;
import java.util.List;
import org.apache.maven.model.DeploymentRepository;
import org.apache.maven.model.DistributionManagement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What assume-role leaves behind for the goals that follow. */
class AssumeRoleMojoTest extends GoalTest {
    @BeforeEach
    void configureRole() {
        parameter("roleArn", StandardWorld.CI_DEPLOY);
    }

    @Test
    void publishesSessionUnderPrefix() throws Exception {
        assumeRole().execute();

        assertAll(
                () -> assertEquals(
                        "arn:aws:sts::444455556666:assumed-role/ci-deploy/maven-app", property("aws.assumedRoleArn")),
                () -> assertEquals("444455556666", property("aws.accountId")),
                () -> assertEquals("eu-west-1", property("aws.region")),
                () -> assertTrue(property("aws.accessKeyId").startsWith("ASIA")),
                () -> assertTrue(aws.secrets().contains(property("aws.secretAccessKey"))),
                () -> assertTrue(aws.secrets().contains(property("aws.sessionToken"))),
                () -> assertTrue(property("aws.expiration").matches("20\\d\\d-.*Z")),
                () -> assertEquals(7, Build.names(project, "aws.").count()));
    }

    @Test
    void warnsOncePerPlaceThatMavenEvaluatesBeforeThisGoal() throws Exception {
        project.getModel().setDistributionManagement(new DistributionManagement());
        project.getDistributionManagement().setRepository(new DeploymentRepository());
        project.getDistributionManagement().getRepository().setUrl("https://u:secret@x/repo-${aws.accountId}");
        assumeRole("exportTo=none").execute();
        assertEquals(List.of(), warnings());

        assumeRole().execute();
        assumeRole().execute();

        assertEquals(
                List.of(
                        "[WARNING] distributionManagement.repository.url contains ${aws.accountId} in app. Maven evaluates"
                                + " distributionManagement.repository.url before any goal runs, so the property has no value there."
                                + " Use it in the configuration of a plugin that runs after this goal, or write the value."),
                warnings());
    }

    @Test
    void publishesNothingAsUserOrSessionProperty() throws Exception {
        assumeRole().execute();

        assertNull(build.session().getUserProperties().getProperty("aws.sessionToken"));
        assertNull(build.session().getSystemProperties().getProperty("aws.sessionToken"));
        assertNull(System.getProperty("aws.sessionToken"));
    }

    @Test
    void logsRoleExpirationAndTargets() throws Exception {
        assumeRole().execute();

        String last = log.lines().get(log.lines().size() - 1);
        assertTrue(
                last.matches("\\[INFO] Assumed role ci-deploy in account 444455556666 as maven-app, valid until "
                        + "\\S+Z \\((59|60) min\\), key \\.\\.\\.\\w{4} -> properties aws\\.\\*"),
                last);
    }

    @Test
    void sendsConfiguredParameters() throws Exception {
        assumeRole(
                        "roleArn=" + StandardWorld.PARTNER,
                        "externalId=" + StandardWorld.PARTNER_EXTERNAL_ID,
                        "roleSessionName=release@1.4",
                        "durationSeconds=900",
                        "region=eu-north-1")
                .execute();

        Call call = aws.calls("AssumeRole").get(0);
        assertAll(
                () -> assertEquals(
                        StandardWorld.PARTNER_EXTERNAL_ID, call.parameters().get("ExternalId")),
                () -> assertEquals("release@1.4", call.parameters().get("RoleSessionName")),
                () -> assertEquals("900", call.parameters().get("DurationSeconds")),
                () -> assertEquals("eu-north-1", call.parameters().get("signingRegion")),
                () -> assertEquals(StandardWorld.BOB_ARN, call.callerArn()));
    }

    @Test
    void sanitizesConfiguredSessionNameOnRequest() throws Exception {
        assumeRole("roleSessionName=feature/JIRA-12", "sanitizeSessionName=true")
                .execute();
        assumeRole("roleSessionName=feature/JIRA-12", "sanitizeSessionName=true", "propertyPrefix=deploy.")
                .execute();

        assertEquals("feature-JIRA-12", sent("RoleSessionName"));
        assertEquals(
                List.of("[INFO] sanitizeSessionName: changed roleSessionName 'feature/JIRA-12' to 'feature-JIRA-12'"),
                log.lines().stream().filter(line -> line.contains("sanitize")).toList());
    }

    @Test
    void logsNoChangeOfValidSessionName() throws Exception {
        assumeRole("roleSessionName=release@1.4", "sanitizeSessionName=true").execute();

        assertEquals("release@1.4", sent("RoleSessionName"));
        assertTrue(log.lines().stream().noneMatch(line -> line.contains("sanitize")), log.lines()::toString);
    }

    @Test
    void callsStsOnceForSeveralExecutions() throws Exception {
        assumeRole().execute();
        assumeRole("propertyPrefix=deploy.").execute();

        assertEquals(1, assumed());
        assertEquals(property("aws.sessionToken"), property("deploy.sessionToken"));
        assertTrue(
                log.lines().get(log.lines().size() - 1).startsWith("[INFO] Reused role ci-deploy "),
                log.lines()::toString);
    }

    @Test
    void publishesTwoRolesUnderTwoPrefixes() throws Exception {
        assumeRole().execute();
        assumeRole("roleArn=" + StandardWorld.EMPTY_CI_DEPLOY, "propertyPrefix=empty.")
                .execute();

        assertEquals(2, assumed());
        assertEquals("444455556666", property("aws.accountId"));
        assertEquals("777788889999", property("empty.accountId"));
        assertNotEquals(property("aws.sessionToken"), property("empty.sessionToken"));
    }

    @Test
    void cachesDenial() {
        String failure = failed(assumeRole("roleArn=" + StandardWorld.MFA_ONLY)).get(0);

        assertTrue(failure.startsWith(
                "Cannot assume " + StandardWorld.MFA_ONLY + " as maven-app: STS answered AccessDenied"));
        assertEquals(
                failure,
                rejected(assumeRole("roleArn=" + StandardWorld.MFA_ONLY)).get(0));
        assertEquals(0, Build.names(project, "aws.").count());
    }

    @Test
    void publishesNothingWhenResponseIsIncomplete() {
        aws.fault("AssumeRole", Fault.truncated());

        failed(assumeRole("maxAttempts=1"));

        assertEquals(0, Build.names(project, "aws.").count());
    }

    @Test
    void replacesPropertiesOfEarlierExecution() throws Exception {
        assumeRole().execute();
        String token = property("aws.sessionToken");
        assumeRole("roleArn=" + StandardWorld.EMPTY_CI_DEPLOY).execute();

        assertNotEquals(token, property("aws.sessionToken"));
        assertEquals("777788889999", property("aws.accountId"));
        assertEquals("arn:aws:sts::777788889999:assumed-role/ci-deploy/maven-app", property("aws.assumedRoleArn"));
    }

    @Test
    void rejectsPropertyDefinedElsewhereBeforeCall() {
        build.define("aws.sessionToken", "stale");

        assertTrue(rejected(assumeRole()).get(0).startsWith("propertyPrefix: aws.sessionToken is already defined "));
    }

    @Test
    void warnsOnceOfPropertiesInDebugLog() throws Exception {
        log.enableDebug();

        assumeRole("roleArn=" + StandardWorld.CI_DEPLOY).execute();
        assumeRole("roleArn=" + StandardWorld.CI_DEPLOY).execute();

        assertEquals(
                List.of("[WARNING] Debug logging is on, and other plugins log project properties, which now contain"
                        + " the credentials. To keep them out of the log, set <exportTo> to none or credentialsFile."),
                log.lines().stream()
                        .filter(line -> line.startsWith("[WARNING]"))
                        .toList());
    }

    @Test
    void doesNotWarnWithoutPublishedProperties() throws Exception {
        log.enableDebug();

        assumeRole("roleArn=" + StandardWorld.CI_DEPLOY, "exportTo=none").execute();

        assertFalse(log.lines().stream().anyMatch(line -> line.startsWith("[WARNING]")), log.lines()::toString);
    }

    @Test
    void sendsIdentityAndTags() throws Exception {
        assumeRole(
                        "sourceIdentity=bob@example.com",
                        "transitiveTagKeys=Project",
                        "sessionTags/Project=shop",
                        "sessionTags/Team=web")
                .execute();

        assertAll(
                () -> assertEquals("bob@example.com", sent("SourceIdentity")),
                () -> assertEquals("Project", sent("Tags.member.1.Key")),
                () -> assertEquals("shop", sent("Tags.member.1.Value")),
                () -> assertEquals("Team", sent("Tags.member.2.Key")),
                () -> assertEquals("web", sent("Tags.member.2.Value")),
                () -> assertEquals("Project", sent("TransitiveTagKeys.member.1")));
    }

    @Test
    void sendsNoOptionalParameterByDefault() throws Exception {
        assumeRole().execute();

        assertTrue(aws.calls("AssumeRole").get(0).parameters().keySet().stream()
                .noneMatch(name -> name.matches("(SourceIdentity|Tags|TransitiveTagKeys|SerialNumber|TokenCode).*")));
    }

    @Test
    void addsRunNumberOfCiServerToSessionName() throws Exception {
        build.systemProperty("env.BUILD_NUMBER", "4711");

        assumeRole().execute();

        assertEquals("maven-app-4711", sent("RoleSessionName"));
    }

    @Test
    void readsPolicyFileRelativeToProject() throws Exception {
        Files.writeString(
                directory.toPath().resolve("narrow.json"),
                """
                {"Statement": {"Effect": "Allow", "Action": "s3:ListAllMyBuckets", "Resource": "*"}}
                """);

        assumeRole("policyFile=narrow.json").execute();

        assertEquals(
                """
                {"Statement":{"Effect":"Allow","Action":"s3:ListAllMyBuckets","Resource":"*"}}""",
                sent("Policy"));
    }
}
