package io.github.assumerole.aws.sts;

import static io.github.assumerole.aws.AwsScenario.advice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.aws.AwsScenario;
import io.github.assumerole.aws.Profiles;
import io.github.assumerole.aws.credentials.RoleProfileChain;
import io.github.assumerole.aws.profile.SharedFiles;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.RoleSessionName;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.standin.Call;
import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.util.RestoreSystemProperties;

@RestoreSystemProperties
class RoleProfileSessionTest {
    private static final String CONFIG =
            """
            [profile partner]
            role_arn = %s
            source_profile = bob
            duration_seconds = 1800
            role_session_name = by-profile
            external_id = Tenant:42
            [profile forgot]
            role_arn = %s
            source_profile = bob
            [profile too-long]
            role_arn = %s
            source_profile = bob
            duration_seconds = 7200
            [profile chain]
            role_arn = %s
            source_profile = runner
            duration_seconds = 7200
            [profile runner]
            role_arn = %s
            source_profile = bob
            region = eu-west-1
            [profile untrusted]
            role_arn = %s
            source_profile = untrusted-runner
            [profile untrusted-runner]
            role_arn = %s
            source_profile = mallory
            [profile environment]
            role_arn = %s
            credential_source = Environment
            """
                    .formatted(
                            StandardWorld.PARTNER,
                            StandardWorld.PARTNER,
                            StandardWorld.SHORT,
                            StandardWorld.CI_DEPLOY,
                            StandardWorld.CI_RUNNER,
                            StandardWorld.CI_DEPLOY,
                            StandardWorld.CI_RUNNER,
                            StandardWorld.CI_DEPLOY);

    @TempDir
    private Path dir;

    private final AwsScenario scene = new AwsScenario().withoutCredentials();
    private SharedFiles files;

    @BeforeEach
    void writeProfiles() throws IOException {
        files = Profiles.use(dir, CONFIG);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void sendsValuesOfProfile() {
        SessionCredentials session = open("partner");

        assertEquals("1800", sent(0).get("DurationSeconds"));
        assertEquals("by-profile", sent(0).get("RoleSessionName"));
        assertEquals("Tenant:42", sent(0).get("ExternalId"));
        assertEquals("eu-central-1", sent(0).get("signingRegion"));
        assertEquals("arn:aws:sts::444455556666:assumed-role/partner/by-profile", session.assumedRoleArn());
        assertEquals(List.of(), scene.log);
    }

    @Test
    void namesProfileLinesInAdvice() {
        AwsAccessException forgot = failure("forgot");
        AwsAccessException tooLong = failure("too-long");

        assertEquals(
                "Cannot use the profile forgot: cannot assume " + StandardWorld.PARTNER + " as maven-shop",
                forgot.attempted());
        assertTrue(advice(forgot).contains("set external_id in the profile forgot"), advice(forgot));
        assertTrue(advice(forgot).contains("set mfa_serial in the profile forgot"), advice(forgot));
        assertFalse(advice(forgot).contains("<"), advice(forgot));
        assertTrue(advice(tooLong).contains("duration_seconds in the profile too-long (now 7200)"), advice(tooLong));
        assertFalse(advice(tooLong).contains("<"), advice(tooLong));
    }

    @Test
    void assumesChainInOrder() {
        SessionCredentials session = open("chain");

        List<Call> calls = scene.aws.calls("AssumeRole");
        assertEquals(StandardWorld.BOB_ARN, calls.get(0).callerArn());
        assertEquals(StandardWorld.CI_RUNNER, sent(0).get("RoleArn"));
        assertEquals(
                "arn:aws:sts::111122223333:assumed-role/ci-runner/maven-shop",
                calls.get(1).callerArn());
        assertEquals("444455556666", session.accountId().orElseThrow());
        assertEquals("3600", sent(1).get("DurationSeconds"));
        assertEquals(
                List.of("Reduced duration_seconds of profile chain from 7200 to 3600: role chaining is limited to one"
                        + " hour."),
                scene.log);
    }

    @Test
    void namesProfileAndRoleOfFailure() {
        AwsAccessException failure = failure("untrusted");

        assertEquals(
                "Cannot use the profile untrusted: cannot assume " + StandardWorld.CI_RUNNER
                        + " as maven-shop (role 1 of 2, of the profile untrusted-runner)",
                failure.attempted());
        assertTrue(failure.cameBack().contains(StandardWorld.MALLORY_ARN), failure.cameBack());
        assertEquals(1, scene.aws.calls("AssumeRole").size());
    }

    @Test
    void namesSecondRoleOfFailure() {
        scene.aws.fault("AssumeRole", Fault.slow(Duration.ZERO), Fault.error(400, "ValidationError", "Strange."));
        AwsAccessException failure = failure("chain");

        assertTrue(failure.attempted().endsWith("(role 2 of 2, of the profile chain)"), failure.attempted());
        assertTrue(failure.cameBack().contains("ValidationError"), failure.cameBack());
    }

    @Test
    void usesRegionOfProfileWithoutGoalRegion() {
        scene.region(Optional.empty()).profile("chain");
        open("chain");

        assertEquals("eu-west-1", sent(0).get("signingRegion"));
    }

    @Test
    void failsWhenCredentialSourceIsEmpty() {
        AwsAccessException failure = failure("environment");

        assertEquals("Cannot use the profile environment", failure.attempted());
        assertTrue(failure.cameBack().contains("the system properties: "), failure.cameBack());
        assertTrue(failure.cameBack().contains("the environment variables: "), failure.cameBack());
        assertTrue(
                advice(failure).contains("in the system properties or environment variables, which credential_source"),
                advice(failure));
    }

    @Test
    void ignoresPublishedPropertiesAsCredentialSource() {
        scene.as(StandardWorld.MALLORY_KEY_ID, StandardWorld.MALLORY_SECRET)
                .systemProperties(Map.of(
                        "aws.accessKeyId", StandardWorld.BOB_KEY_ID, "aws.secretAccessKey", StandardWorld.BOB_SECRET));
        SessionCredentials session = open("environment");

        assertEquals(StandardWorld.BOB_ARN, scene.aws.calls("AssumeRole").get(0).callerArn());
        assertEquals("the system properties", session.evidence().source());
    }

    private Map<String, String> sent(int call) {
        return scene.aws.calls("AssumeRole").get(call).parameters();
    }

    private AwsAccessException failure(String profile) {
        return scene.failure(() -> open(profile));
    }

    private SessionCredentials open(String profile) {
        return session().open(chain(profile));
    }

    private RoleProfileChain chain(String profile) {
        return RoleProfileChain.of(files, profile, new RoleSessionName("maven-shop"))
                .orElseThrow();
    }

    private RoleProfileSession session() {
        return new RoleProfileSession(scene.connection(), scene.regions(), scene.services());
    }
}
