package io.github.assumerole.aws.s3;

import static io.github.assumerole.aws.AwsScenario.advice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.aws.AwsScenario;
import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.BucketCatalog;
import io.github.assumerole.bucket.CallEvidence;
import io.github.assumerole.bucket.CallResult;
import io.github.assumerole.bucket.Setting;
import io.github.assumerole.bucket.UnknownReason;
import io.github.assumerole.standin.Call;
import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings of a bucket: a value, "never set", or unknown. */
class S3SettingsTest {
    private final AwsScenario scene = new AwsScenario();
    private final BucketCatalog catalog = catalogOf(StandardWorld.CI_DEPLOY);

    @AfterEach
    void close() {
        catalog.close();
        scene.close();
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(Setting.REGION, "app-logs", Map.of("LocationConstraint", "eu-central-1")),
                Arguments.of(Setting.REGION, "terraform-state", Map.of("LocationConstraint", "us-east-1")),
                Arguments.of(Setting.VERSIONING, "app-artifacts", Map.of("Status", "Enabled")),
                Arguments.of(Setting.VERSIONING, "app-releases", Map.of("Status", "Suspended")),
                Arguments.of(
                        Setting.ENCRYPTION,
                        "app-artifacts",
                        Map.of("SSEAlgorithm", "AES256", "BucketKeyEnabled", "false")),
                Arguments.of(
                        Setting.ENCRYPTION,
                        "app-logs",
                        Map.of(
                                "SSEAlgorithm", "aws:kms",
                                "KMSMasterKeyID", StandardWorld.LOGS_KEY,
                                "BucketKeyEnabled", "false")),
                Arguments.of(
                        Setting.ENCRYPTION,
                        "terraform-state",
                        Map.of("SSEAlgorithm", "aws:kms", "BucketKeyEnabled", "true")),
                Arguments.of(Setting.PUBLIC_ACCESS_BLOCK, "app-logs", publicAccessBlock("true")),
                Arguments.of(Setting.PUBLIC_ACCESS_BLOCK, "app-releases", publicAccessBlock("false")),
                Arguments.of(Setting.TAGS, "app-artifacts", Map.of("team", "core", "env", "prod")),
                Arguments.of(Setting.OBJECT_OWNERSHIP, "app-logs", Map.of("ObjectOwnership", "BucketOwnerEnforced")),
                Arguments.of(Setting.OBJECT_OWNERSHIP, "app-releases", Map.of("ObjectOwnership", "ObjectWriter")));
    }

    @ParameterizedTest
    @MethodSource
    void values(Setting setting, String bucket, Map<String, String> values) {
        assertEquals(Optional.of(values), read(setting, bucket).value());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REGION")
    void reportsUnsetSettingAsEmpty(Setting setting) {
        CallResult<Map<String, String>> told = read(setting, "website.example.com");

        assertEquals(Optional.of(Map.of()), told.value());
        assertEquals(
                Optional.of(setting == Setting.VERSIONING ? 200 : 404),
                told.evidence().status());
    }

    @Test
    void acceptsOtherCodeForMissingTags() {
        scene.aws.fault("GetBucketTagging", Fault.rgwError(404, "NoSuchTagSetError"));

        assertEquals(Optional.of(Map.of()), read(Setting.TAGS, "app-logs").value());
    }

    @ParameterizedTest
    @EnumSource
    void sendsOwnerAndRegion(Setting setting) {
        CallResult<Map<String, String>> told =
                catalog.read(setting, new Bucket("app-releases", Optional.of("eu-west-1"), Optional.empty()));

        Map<String, String> sent = only(scene.aws.calls(setting.api())).parameters();
        assertEquals(StandardWorld.TARGET_ACCOUNT, sent.get("x-amz-expected-bucket-owner"));
        assertEquals("eu-west-1", sent.get("signingRegion"));
        CallEvidence evidence = told.evidence();
        assertEquals(setting.api(), evidence.api());
        assertEquals(Optional.of("eu-west-1"), evidence.region());
        assertTrue(evidence.requestId().isPresent());
    }

    @ParameterizedTest
    @EnumSource
    void followsBucketToItsRegion(Setting setting) {
        scene.aws.fault(setting.api(), Fault.redirect(301, "us-east-1"));

        assertTrue(read(setting, "terraform-state").value().isPresent());
        assertEquals(
                List.of("eu-central-1", "us-east-1"),
                scene.aws.calls(setting.api()).stream()
                        .map(call -> call.parameters().get("signingRegion"))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void reportsDenialAsUnknown(Setting setting) {
        try (BucketCatalog lists = catalogOf(StandardWorld.LIST_ONLY)) {
            UnknownReason doubt = doubt(lists.read(setting, bucket("website.example.com")));

            assertEquals(UnknownReason.Kind.DENIED, doubt.kind());
            assertEquals(Optional.of("AccessDenied"), doubt.evidence().code());
            assertEquals(
                    "Cannot read " + setting.element() + " of bucket website.example.com, with credentials from the"
                            + " session arn:aws:sts::444455556666:assumed-role/list-only/test",
                    doubt.failure().attempted());
            assertEquals(
                    "allow " + setting.action() + " on arn:aws:s3:::website.example.com in the policies of the role,"
                            + " and check that no session policy, permissions boundary or service control policy"
                            + " denies it",
                    doubt.failure().advice().get(0));
            assertTrue(advice(doubt.failure()).contains("the bucket policy"), advice(doubt.failure()));
            assertEquals(1, scene.aws.calls(setting.api()).size(), "a refusal is never repeated");
        }
    }

    @ParameterizedTest
    @EnumSource
    void reportsDeletedBucketAsUnknown(Setting setting) {
        UnknownReason doubt = doubt(read(setting, "app-lost"));

        assertEquals(UnknownReason.Kind.PASSING, doubt.kind());
        assertEquals(Optional.of("NoSuchBucket"), doubt.evidence().code());
        assertTrue(advice(doubt.failure()).contains("run the build again"), advice(doubt.failure()));
    }

    @ParameterizedTest
    @EnumSource
    void reportsUnsupportedCallAsUnknown(Setting setting) {
        for (Fault ignorance : List.of(
                Fault.error(405, "MethodNotAllowed", ""),
                Fault.error(501, "NotImplemented", ""),
                Fault.error(404, "NoSuchKey", ""),
                Fault.empty(404))) {
            scene.aws.fault(setting.api(), ignorance);

            assertEquals(
                    UnknownReason.Kind.LASTING, doubt(read(setting, "app-logs")).kind());
        }
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
                "OwnershipControlsNotFoundError");
        long known = absences.stream()
                .filter(code -> {
                    scene.aws.fault(setting.api(), Fault.error(404, code, ""));
                    return read(setting, "app-logs").value().isPresent();
                })
                .count();

        assertEquals(
                switch (setting) {
                    case REGION, VERSIONING -> 0;
                    case TAGS -> 2;
                    default -> 1;
                },
                known);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 403, 500})
    void acceptsUnsetSettingWithNotFoundOnly(int status) {
        scene.aws.fault("GetBucketTagging", Fault.error(status, "NoSuchTagSet", ""));

        doubt(read(Setting.TAGS, "app-logs"));
    }

    private static Map<String, String> publicAccessBlock(String each) {
        return Map.of(
                "BlockPublicAcls", each,
                "IgnorePublicAcls", each,
                "BlockPublicPolicy", each,
                "RestrictPublicBuckets", each);
    }

    private static Call only(List<Call> calls) {
        assertEquals(1, calls.size());
        return calls.get(0);
    }

    private BucketCatalog catalogOf(String role) {
        return scene.open().buckets(scene.assume(role), AwsScenario.EVERYTHING);
    }

    private static Bucket bucket(String name) {
        return new Bucket(name, Optional.empty(), Optional.empty());
    }

    private CallResult<Map<String, String>> read(Setting setting, String name) {
        return catalog.read(setting, bucket(name));
    }

    private UnknownReason doubt(CallResult<Map<String, String>> told) {
        assertEquals(Optional.empty(), told.value());
        return scene.doubt(told.reason());
    }
}
