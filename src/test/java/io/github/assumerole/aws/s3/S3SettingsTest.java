package io.github.assumerole.aws.s3;

import static io.github.assumerole.aws.AwsScenario.advice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.BucketCatalog;
import io.github.assumerole.bucket.CallEvidence;
import io.github.assumerole.bucket.CallResult;
import io.github.assumerole.bucket.Setting;
import io.github.assumerole.bucket.UnknownReason;
import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings of a bucket: a value, "never set", or unknown. */
class S3SettingsTest extends S3TestCase {
    private static final Set<Setting> SUCCEEDS_IF_UNSET = Set.of(Setting.VERSIONING, Setting.LOGGING);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            REGION              | app-logs        | {LocationConstraint=eu-central-1}
            REGION              | terraform-state | {LocationConstraint=us-east-1}
            VERSIONING          | app-artifacts   | {Status=Enabled}
            VERSIONING          | app-releases    | {Status=Suspended}
            ENCRYPTION          | app-artifacts   | {SSEAlgorithm=AES256, BucketKeyEnabled=false}
            ENCRYPTION          | app-logs        | {SSEAlgorithm=aws:kms, KMSMasterKeyID=<key>, BucketKeyEnabled=false}
            ENCRYPTION          | terraform-state | {SSEAlgorithm=aws:kms, BucketKeyEnabled=true}
            PUBLIC_ACCESS_BLOCK | app-logs        | {BlockPublicAcls=true, IgnorePublicAcls=true, BlockPublicPolicy=true, RestrictPublicBuckets=true}
            PUBLIC_ACCESS_BLOCK | app-releases    | {BlockPublicAcls=false, IgnorePublicAcls=false, BlockPublicPolicy=false, RestrictPublicBuckets=false}
            TAGS                | app-artifacts   | {team=core, env=prod}
            OBJECT_OWNERSHIP    | app-logs        | {ObjectOwnership=BucketOwnerEnforced}
            OBJECT_OWNERSHIP    | app-releases    | {ObjectOwnership=ObjectWriter}
            VERSIONING          | terraform-state | {Status=Enabled, MfaDelete=Enabled}
            POLICY              | app-artifacts   | {SecureTransport=ONLY}
            POLICY_STATUS       | app-artifacts   | {IsPublic=false}
            LIFECYCLE           | app-artifacts   | {Enabled=true, ExpirationDays=30}
            LOGGING             | app-artifacts   | {TargetBucket=app-logs}
            OBJECT_LOCK         | app-artifacts   | {ObjectLockEnabled=true}
            REPLICATION         | app-artifacts   | {Enabled=true}
            """)
    void readsValues(Setting setting, String bucket, String values) {
        assertEquals(
                values.replace("<key>", StandardWorld.LOGS_KEY),
                read(setting, bucket).value().orElseThrow().toString());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REGION")
    void reportsUnsetSettingAsEmpty(Setting setting) {
        CallResult<Map<String, String>> result = read(setting, "website.example.com");

        assertEquals(Optional.of(Map.of()), result.value());
        assertEquals(
                Optional.of(SUCCEEDS_IF_UNSET.contains(setting) ? 200 : 404),
                result.evidence().status());
    }

    @Test
    void acceptsOtherCodeForMissingTags() {
        scene.aws.fault("GetBucketTagging", Fault.rgwError(404, "NoSuchTagSetError"));

        assertEquals(Optional.of(Map.of()), read(Setting.TAGS, "app-logs").value());
    }

    @ParameterizedTest
    @EnumSource
    void sendsOwnerAndRegion(Setting setting) {
        CallResult<Map<String, String>> result =
                catalog.read(setting, new Bucket("app-releases", Optional.of("eu-west-1"), Optional.empty()));

        assertEquals(List.of(StandardWorld.TARGET_ACCOUNT), sent(setting.api(), "x-amz-expected-bucket-owner"));
        assertEquals(List.of("eu-west-1"), sent(setting.api(), "signingRegion"));
        CallEvidence evidence = result.evidence();
        assertEquals(setting.api(), evidence.api());
        assertEquals(Optional.of("eu-west-1"), evidence.region());
        assertTrue(evidence.requestId().isPresent());
    }

    @ParameterizedTest
    @EnumSource
    void followsBucketToItsRegion(Setting setting) {
        scene.aws.fault(setting.api(), Fault.redirect(301, "us-east-1"));

        assertTrue(read(setting, "terraform-state").value().isPresent());
        assertEquals(List.of("eu-central-1", "us-east-1"), sent(setting.api(), "signingRegion"));
    }

    @ParameterizedTest
    @EnumSource
    void reportsDenialAsUnknown(Setting setting) {
        try (BucketCatalog lists = catalogOf(StandardWorld.LIST_ONLY)) {
            UnknownReason reason = reason(lists.read(setting, bucket("website.example.com")));

            assertEquals(UnknownReason.Kind.DENIED, reason.kind());
            assertEquals(Optional.of("AccessDenied"), reason.evidence().code());
            assertEquals(
                    "Cannot read " + setting.element() + " of bucket website.example.com, with credentials from the"
                            + " session arn:aws:sts::444455556666:assumed-role/list-only/test",
                    reason.failure().attempted());
            assertEquals(
                    "allow " + setting.action() + " on arn:aws:s3:::website.example.com in the policies of the role,"
                            + " and check that no session policy, permissions boundary or service control policy"
                            + " denies it",
                    reason.failure().advice().get(0));
            assertTrue(advice(reason.failure()).contains("the bucket policy"), advice(reason.failure()));
            assertEquals(1, scene.aws.calls(setting.api()).size(), "a denial is not retried");
        }
    }

    @ParameterizedTest
    @EnumSource
    void reportsDeletedBucketAsUnknown(Setting setting) {
        UnknownReason reason = reason(read(setting, "app-lost"));

        assertEquals(UnknownReason.Kind.TRANSIENT, reason.kind());
        assertEquals(Optional.of("NoSuchBucket"), reason.evidence().code());
        assertTrue(advice(reason.failure()).contains("run the build again"), advice(reason.failure()));
    }

    @ParameterizedTest
    @EnumSource
    void reportsUnsupportedCallAsUnknown(Setting setting) {
        for (Fault unsupported : List.of(
                Fault.error(405, "MethodNotAllowed", ""),
                Fault.error(501, "NotImplemented", ""),
                Fault.error(404, "NoSuchKey", ""),
                Fault.empty(404))) {
            scene.aws.faultAlways(setting.api(), unsupported);

            assertEquals(
                    UnknownReason.Kind.PERMANENT,
                    reason(read(setting, "app-logs")).kind());
        }
    }

    /** As s3proxy, which rejects the header of the expected owner. */
    @ParameterizedTest
    @EnumSource
    void readsWithoutOwnerIfServerRejectsHeader(Setting setting) {
        scene.aws.fault(setting.api(), Fault.error(501, "NotImplemented", ""));

        assertEquals(
                setting.api() + " without expected owner",
                read(setting, "app-logs").evidence().api());
        assertTrue(read(setting, "app-logs").value().isPresent());
        assertTrue(read(setting, "website.example.com").value().isPresent());
        assertEquals(
                List.of(StandardWorld.TARGET_ACCOUNT, "", "", ""), sent(setting.api(), "x-amz-expected-bucket-owner"));
        assertEquals(
                List.of(scene.aws.endpoint() + " does not support x-amz-expected-bucket-owner, so the owner of buckets"
                        + " is not verified"),
                scene.log);
    }

    /** The next call may find out more. */
    @Test
    void keepsOwnerIfCallWithoutOwnerFailsTransiently() {
        scene.aws.fault(
                "GetBucketTagging", Fault.error(501, "NotImplemented", ""), Fault.error(503, "SlowDown", ""), NONE);

        UnknownReason reason = reason(read(Setting.TAGS, "app-logs"));

        assertEquals(UnknownReason.Kind.TRANSIENT, reason.kind());
        assertEquals(
                "GetBucketTagging without expected owner", reason.evidence().api());
        assertEquals(
                "GetBucketTagging", read(Setting.TAGS, "app-logs").evidence().api());
        assertEquals(List.of(), scene.log);
    }

    /** The "never set" code of one setting is invalid for another. */
    @ParameterizedTest
    @EnumSource
    void rejectsCodeOfOtherSetting(Setting setting) {
        List<String> absences = List.of(
                "ServerSideEncryptionConfigurationNotFoundError",
                "NoSuchPublicAccessBlockConfiguration",
                "NoSuchTagSet",
                "NoSuchTagSetError",
                "OwnershipControlsNotFoundError",
                "NoSuchBucketPolicy",
                "NoSuchLifecycleConfiguration",
                "ObjectLockConfigurationNotFoundError",
                "ReplicationConfigurationNotFoundError");
        long known = absences.stream()
                .filter(code -> {
                    scene.aws.fault(setting.api(), Fault.error(404, code, ""));
                    return read(setting, "app-logs").value().isPresent();
                })
                .count();

        assertEquals(
                switch (setting) {
                    case REGION, VERSIONING, LOGGING -> 0;
                    case TAGS -> 2;
                    default -> 1;
                },
                known);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 403, 500})
    void acceptsUnsetSettingWithNotFoundOnly(int status) {
        scene.aws.fault("GetBucketTagging", Fault.error(status, "NoSuchTagSet", ""));

        reason(read(Setting.TAGS, "app-logs"));
    }
}
