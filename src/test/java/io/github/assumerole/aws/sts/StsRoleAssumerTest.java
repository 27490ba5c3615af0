package io.github.assumerole.aws.sts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.aws.AwsScenario;
import io.github.assumerole.aws.RequestBuilder;
import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.role.SessionCredentials.IssueDetails;
import io.github.assumerole.standin.Call;
import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StsRoleAssumerTest {
    private static final String EC2_ONLY =
            """
            { "Version": "2012-10-17",
              "Statement": { "Effect": "Allow", "Action": "ec2:*", "Resource": "*" } }
            """;

    private final AwsScenario scene = new AwsScenario().mfaCode(StandardWorld.BOB_MFA_CODE);

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void returnsCompleteCredentials() {
        SessionCredentials session = scene.assume(StandardWorld.CI_DEPLOY);

        assertTrue(session.accessKeyId().startsWith("ASIA"), session.accessKeyId());
        assertEquals("arn:aws:sts::444455556666:assumed-role/ci-deploy/test", session.assumedRoleArn());
        assertEquals(Optional.of(StandardWorld.TARGET_ACCOUNT), session.accountId());
        assertEquals("eu-central-1", session.region());
        Duration life = Duration.between(Instant.now(), session.expiration());
        assertTrue(life.toMinutes() >= 59 && life.toMinutes() <= 60, life.toString());
        assertEquals(
                List.of("app-artifacts", "app-logs", "app-releases", "terraform-state", "website.example.com"),
                scene.list(session).stream().map(Bucket::name).toList());
    }

    @Test
    void sendsNothingUnconfigured() {
        scene.assume(StandardWorld.TEAM_DEPLOYER);

        assertEquals(
                Map.of(
                        "RoleArn", StandardWorld.TEAM_DEPLOYER,
                        "RoleSessionName", "test",
                        "DurationSeconds", "3600",
                        "signingRegion", "eu-central-1"),
                sent());
        assertEquals(List.of(), scene.log);
    }

    @Test
    void sendsAllConfiguredValues() {
        scene.aws.faultAlways("AssumeRole", Fault.error(403, "AccessDenied", "only the request matters"));

        scene.failure(RequestBuilder.to(StandardWorld.PARTNER)
                .named("maven-1.0@ci")
                .duration(Duration.ofSeconds(900))
                .externalId(StandardWorld.PARTNER_EXTERNAL_ID)
                .policy(EC2_ONLY)
                .managed(StandardWorld.LIST_BUCKETS_POLICY, StandardWorld.S3_READ_ONLY_POLICY)
                .tags(Map.of("team", "shop", "stage", ""), "team")
                .sourceIdentity("bob@example.com")
                .mfa(StandardWorld.BOB_MFA_SERIAL)
                .build());

        Map<String, String> sent = new TreeMap<>(sent());
        assertNotNull(sent.remove("TokenCode"));
        assertEquals(
                """
                DurationSeconds=900
                ExternalId=Tenant:42
                Policy={"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"ec2:*","Resource":"*"}}
                PolicyArns.member.1.arn=%s
                PolicyArns.member.2.arn=%s
                RoleArn=%s
                RoleSessionName=maven-1.0@ci
                SerialNumber=%s
                SourceIdentity=bob@example.com
                Tags.member.1.Key=stage
                Tags.member.1.Value=
                Tags.member.2.Key=team
                Tags.member.2.Value=shop
                TransitiveTagKeys.member.1=team
                signingRegion=eu-central-1"""
                        .formatted(
                                StandardWorld.LIST_BUCKETS_POLICY,
                                StandardWorld.S3_READ_ONLY_POLICY,
                                StandardWorld.PARTNER,
                                StandardWorld.BOB_MFA_SERIAL),
                sent.entrySet().stream().map(Object::toString).collect(Collectors.joining("\n")));
        assertEquals(List.of("code of " + StandardWorld.BOB_MFA_SERIAL), scene.log);
    }

    @Test
    void returnsEvidenceOfLastAttempt() {
        scene.maxAttempts(2).aws.fault("AssumeRole", Fault.error(503, "ServiceUnavailable", "Sorry"));

        IssueDetails evidence = scene.assume(StandardWorld.CI_DEPLOY).evidence();

        assertEquals(scene.aws.endpoint().toString(), evidence.endpoint());
        assertTrue(evidence.requestId().orElseThrow().matches("[0-9a-f-]{36}"), evidence.toString());
        assertEquals(Optional.empty(), evidence.packedPolicySize());
        assertEquals("the system properties", evidence.source());
        assertEquals(2, scene.aws.calls("AssumeRole").size());
    }

    @Test
    void returnsPackedPolicySize() {
        int size = scene.assume(RequestBuilder.to(StandardWorld.CI_DEPLOY)
                        .policy(EC2_ONLY)
                        .build())
                .evidence()
                .packedPolicySize()
                .orElseThrow();

        assertTrue(size > 0 && size <= 100, String.valueOf(size));
    }

    /** Ceph RGW: no namespace, no metadata, no account, nanoseconds, another access key ID format. */
    @Test
    void acceptsServerWithoutAccounts() {
        scene.aws.fault(
                "AssumeRole",
                Fault.body(
                        200,
                        "application/xml",
                        """
                        <AssumeRoleResponse><AssumeRoleResult><Credentials>\
                        <AccessKeyId>0555b35654ad1656d804</AccessKeyId>\
                        <SecretAccessKey>h7GhxuBLTrlhVUyxSPUKUV8r/2EI4ngqJxD7iBdBYLhwluN30JaT3Q==</SecretAccessKey>\
                        <SessionToken>QWxhZGRpbjpvcGVuIHNlc2FtZQ==</SessionToken>\
                        <Expiration>2099-01-01T00:00:00.123456789Z</Expiration></Credentials>\
                        <AssumedRoleUser><Arn>arn:aws:sts:::assumed-role/NAME/SESSION</Arn>\
                        <AssumeRoleId>4a8e:SESSION</AssumeRoleId></AssumedRoleUser>\
                        <PackedPolicySize>0</PackedPolicySize></AssumeRoleResult></AssumeRoleResponse>"""));

        SessionCredentials session = scene.assume("arn:aws:iam:::role/NAME");

        assertEquals("0555b35654ad1656d804", session.accessKeyId());
        assertEquals(Instant.parse("2099-01-01T00:00:00.123456789Z"), session.expiration());
        assertEquals("arn:aws:sts:::assumed-role/NAME/SESSION", session.assumedRoleArn());
        assertEquals(Optional.empty(), session.accountId());
        assertEquals(
                new IssueDetails(
                        scene.aws.endpoint().toString(), Optional.empty(), Optional.of(0), "the system properties"),
                session.evidence());
    }

    private Map<String, String> sent() {
        List<Call> calls = scene.aws.calls("AssumeRole");
        assertEquals(1, calls.size());
        return calls.get(0).parameters();
    }
}
