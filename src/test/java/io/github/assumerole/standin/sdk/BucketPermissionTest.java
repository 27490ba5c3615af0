package io.github.assumerole.standin.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.standin.LocalAws;
import io.github.assumerole.standin.StandardWorld;
import io.github.assumerole.standin.World;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3Client;

/** Permissions on buckets, by action and by ARN. */
class BucketPermissionTest {
    private static final String NARROW = "arn:aws:iam::444455556666:role/narrow";

    private LocalAws aws = LocalAws.start();
    private SdkClients sdk = new SdkClients(aws);

    @AfterEach
    void close() {
        sdk.close();
        aws.close();
    }

    @ParameterizedTest
    @EnumSource
    void anActionAllowsItsOwnSettingOnly(SettingCall allowed) {
        S3Client s3 = as(allow(allowed.action(), "*"));

        for (SettingCall call : SettingCall.values()) {
            assertEquals(call == allowed ? 200 : 403, call.status(s3, "app-artifacts"), call.operation());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNameWithAWildcardCoversWhatItMatches(SettingCall call) {
        S3Client s3 = as(allow(call.action(), "arn:aws:s3:::app-*"));

        assertEquals(200, call.status(s3, "app-artifacts"));
        assertEquals(403, call.status(s3, "website.example.com"));
    }

    @ParameterizedTest
    @EnumSource
    void aPlainNameCoversOneBucket(SettingCall call) {
        S3Client s3 = as(allow(call.action(), "arn:aws:s3:::app-artifacts"));

        assertEquals(200, call.status(s3, "app-artifacts"));
        assertEquals(403, call.status(s3, "app-logs"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:s3:::app-artifacts/*",
                "arn:aws:s3:::app",
                "arn:aws-cn:s3:::app-artifacts",
                "arn:aws:s3:eu-central-1:444455556666:app-artifacts"
            })
    void anotherArnCoversNoBucket(String resource) {
        S3Client s3 = as(allow("s3:*", resource));

        for (SettingCall call : SettingCall.values()) {
            assertEquals(403, call.status(s3, "app-artifacts"), call.operation());
        }
        assertEquals(
                403,
                ErrorResponse.of(() -> s3.headBucket(head -> head.bucket("app-artifacts")))
                        .status());
    }

    /** As policy generators write it: several statements, each with a list of actions and of ARNs. */
    @Test
    void statementsAddUpUnlessOneDenies() {
        S3Client s3 = as(
                """
                {"Version": "2012-10-17", "Statement": [
                  {"Sid": "List", "Effect": "Allow", "Action": ["s3:ListAllMyBuckets"], "Resource": ["*"]},
                  {"Sid": "Read", "Effect": "Allow",
                   "Action": ["s3:GetBucketVersioning", "s3:GetBucketTagging"],
                   "Resource": ["arn:aws:s3:::app-artifacts", "arn:aws:s3:::app-l*"]},
                  {"Effect": "Deny", "Action": "s3:GetBucketT*", "Resource": "arn:aws:s3:::app-logs"}]}
                """);

        assertEquals(5, s3.listBuckets().buckets().size());
        assertEquals(200, SettingCall.TAGGING.status(s3, "app-artifacts"));
        assertEquals(200, SettingCall.VERSIONING.status(s3, "app-logs"));
        assertEquals(403, SettingCall.LOCATION.status(s3, "app-logs"));
        assertEquals(
                "User: arn:aws:sts::444455556666:assumed-role/narrow/test is not authorized to perform:"
                        + " s3:GetBucketTagging on resource: \"arn:aws:s3:::app-logs\" with an explicit deny in an"
                        + " identity-based policy",
                SettingCall.TAGGING.refusal(s3, "app-logs").message());
    }

    @Test
    void headOnlyCanHeadTheBucketsOfTheApp() {
        S3Client s3 = sdk.s3As(StandardWorld.HEAD_ONLY);

        assertEquals(
                "eu-central-1", s3.headBucket(head -> head.bucket("app-logs")).bucketRegion());
        assertEquals(
                403,
                ErrorResponse.of(() -> s3.headBucket(head -> head.bucket("website.example.com")))
                        .status());
        assertEquals("403 AccessDenied", ErrorResponse.of(s3::listBuckets).statusAndCode());
    }

    @Test
    void listOnlyCanOnlyList() {
        S3Client s3 = sdk.s3As(StandardWorld.LIST_ONLY);

        assertEquals(5, s3.listBuckets().buckets().size());
        assertEquals(
                403,
                ErrorResponse.of(() -> s3.headBucket(head -> head.bucket("app-logs")))
                        .status());
        assertEquals(
                List.of(403, 403, 403, 403, 403, 403),
                Arrays.stream(SettingCall.values())
                        .map(call -> call.status(s3, "app-artifacts"))
                        .toList());
    }

    private S3Client as(String permissions) {
        close();
        aws = LocalAws.start(World.standard()
                .account(
                        StandardWorld.TARGET_ACCOUNT,
                        account -> account.role("narrow", role -> role.trusts(StandardWorld.BOB_ARN)
                                .permissions(permissions)))
                .build());
        sdk = new SdkClients(aws);
        return sdk.s3As(NARROW);
    }

    private static String allow(String action, String resource) {
        return "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"%s\",\"Resource\":\"%s\"}}"
                .formatted(action, resource);
    }
}
