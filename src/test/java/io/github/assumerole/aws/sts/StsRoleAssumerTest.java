package io.github.assumerole.aws.sts;

import static io.github.assumerole.aws.AwsScenario.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.aws.AwsScenario;
import io.github.assumerole.aws.BucketQuery;
import io.github.assumerole.aws.NoSecrets;
import io.github.assumerole.aws.RequestBuilder;
import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.role.AssumeRoleRequest;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.standin.Call;
import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StsRoleAssumerTest {
    private static final String SEE_NOTHING =
            """
            { "Version": "2012-10-17",
              "Statement": { "Effect": "Allow", "Action": "ec2:*", "Resource": "*" } }
            """;

    private final AwsScenario scene = new AwsScenario();

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
        scene.assume(StandardWorld.CI_DEPLOY);

        assertEquals(
                Map.of(
                        "RoleArn", StandardWorld.CI_DEPLOY,
                        "RoleSessionName", "test",
                        "DurationSeconds", "3600",
                        "signingRegion", "eu-central-1"),
                sent());
    }

    @Test
    void sendsAllConfiguredValues() {
        scene.aws.faultAlways("AssumeRole", Fault.error(403, "AccessDenied", "only the request matters"));

        scene.refusal(RequestBuilder.to(StandardWorld.PARTNER)
                .named("maven-1.0@ci")
                .lasting(Duration.ofSeconds(900))
                .externalId(StandardWorld.PARTNER_EXTERNAL_ID)
                .policy(SEE_NOTHING)
                .managed(StandardWorld.LIST_BUCKETS_POLICY, StandardWorld.S3_READ_ONLY_POLICY)
                .build());

        assertEquals(
                Map.of(
                        "RoleArn",
                        StandardWorld.PARTNER,
                        "RoleSessionName",
                        "maven-1.0@ci",
                        "DurationSeconds",
                        "900",
                        "ExternalId",
                        "Tenant:42",
                        "Policy",
                        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"ec2:*\","
                                + "\"Resource\":\"*\"}}",
                        "PolicyArns.member.1.arn",
                        StandardWorld.LIST_BUCKETS_POLICY,
                        "PolicyArns.member.2.arn",
                        StandardWorld.S3_READ_ONLY_POLICY,
                        "signingRegion",
                        "eu-central-1"),
                sent());
    }

    @Test
    void assumesPartnerRoleWithExternalId() {
        AssumeRoleRequest request = RequestBuilder.to(StandardWorld.PARTNER)
                .externalId(StandardWorld.PARTNER_EXTERNAL_ID)
                .build();

        assertEquals(
                "arn:aws:sts::444455556666:assumed-role/partner/test",
                scene.assume(request).assumedRoleArn());
    }

    @Test
    void restrictsSessionByPolicy() {
        SessionCredentials narrowed = scene.assume(
                RequestBuilder.to(StandardWorld.CI_DEPLOY).policy(SEE_NOTHING).build());

        String message = scene.refusalToList(narrowed).getMessage();
        assertTrue(message.contains("no session policy allows the s3:ListAllMyBuckets action"), message);
    }

    @Test
    void restrictsSessionByManagedPolicy() {
        SessionCredentials narrowed = scene.assume(RequestBuilder.to(StandardWorld.CI_DEPLOY)
                .policy(SEE_NOTHING)
                .managed(StandardWorld.LIST_BUCKETS_POLICY)
                .build());

        assertEquals(5, scene.list(narrowed).size());
    }

    @Test
    void requestsConfiguredDuration() {
        SessionCredentials session = scene.assume(request(StandardWorld.CI_DEPLOY, Duration.ofHours(4)));

        Duration life = Duration.between(Instant.now(), session.expiration());
        assertTrue(life.toMinutes() >= 239 && life.toMinutes() <= 240, life.toString());
    }

    @Test
    void acceptsAssumedRoleAsCaller() {
        scene.as(scene.assume(StandardWorld.CI_RUNNER));

        SessionCredentials chained = scene.assume(StandardWorld.CI_DEPLOY);

        assertEquals("arn:aws:sts::444455556666:assumed-role/ci-deploy/test", chained.assumedRoleArn());
        assertEquals(
                "arn:aws:sts::111122223333:assumed-role/ci-runner/test",
                scene.aws.calls("AssumeRole").get(1).callerArn());
    }

    @Test
    void sendsPathOfRole() {
        SessionCredentials session = scene.assume(StandardWorld.TEAM_DEPLOYER);

        assertEquals(StandardWorld.TEAM_DEPLOYER, sent().get("RoleArn"));
        assertEquals("arn:aws:sts::444455556666:assumed-role/deployer/test", session.assumedRoleArn());
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
    }

    @Test
    void printsNoSecret() {
        SessionCredentials session = scene.assume(StandardWorld.CI_DEPLOY);

        NoSecrets.in(session.toString(), scene.secrets());
        NoSecrets.in(scene.connection().toString() + scene.connection().cacheKey(), scene.secrets());
        NoSecrets.in(scene.base().toString(), scene.secrets());
        NoSecrets.in(
                scene.open()
                        .buckets(session, new BucketQuery("", OptionalInt.empty(), Optional.empty()))
                        .toString(),
                scene.secrets());
    }

    private Map<String, String> sent() {
        List<Call> calls = scene.aws.calls("AssumeRole");
        assertEquals(1, calls.size());
        return calls.get(0).parameters();
    }
}
