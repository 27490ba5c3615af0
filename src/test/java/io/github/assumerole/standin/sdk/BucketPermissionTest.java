package io.github.assumerole.standin.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.standin.LocalAws;
import io.github.assumerole.standin.StandardWorld;
import io.github.assumerole.standin.World;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3Client;

/** Permissions on buckets, by action and by ARN. */
class BucketPermissionTest {
    private volatile String permissions;
    private final LocalAws aws = LocalAws.start(World.standard()
            .account(
                    StandardWorld.TARGET_ACCOUNT,
                    account -> account.role(
                            "narrow", role -> role.trusts(StandardWorld.BOB_ARN).permissionsOf(() -> permissions)))
            .build());
    private final SdkClients sdk = new SdkClients(aws);

    @AfterEach
    void close() {
        sdk.close();
        aws.close();
    }

    @ParameterizedTest
    @EnumSource
    void actionAllowsItsOwnCallOnly(BucketCall allowed) {
        assertEquals(Set.of(allowed), allowedCalls(as(allow(allowed.action, "*")), "app-artifacts"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"app-*", "app-artifact?", "app-artifacts"})
    void arnCoversMatchingBucketsOnly(String name) {
        S3Client s3 = as(allow("s3:*", "arn:aws:s3:::" + name));

        assertEquals(Set.of(BucketCall.values()), allowedCalls(s3, "app-artifacts"));
        assertEquals(name.equals("app-*") ? Set.of(BucketCall.values()) : Set.of(), allowedCalls(s3, "app-logs"));
        assertEquals(Set.of(), allowedCalls(s3, "website.example.com"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:s3:::app-artifacts/*",
                "arn:aws:s3:::app",
                "arn:aws-cn:s3:::app-artifacts",
                "arn:aws:s3:eu-central-1:444455556666:app-artifacts"
            })
    void otherArnCoversNoBucket(String resource) {
        assertEquals(Set.of(), allowedCalls(as(allow("s3:*", resource)), "app-artifacts"));
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
        assertEquals(Set.of(BucketCall.VERSIONING, BucketCall.TAGGING), allowedCalls(s3, "app-artifacts"));
        assertEquals(Set.of(BucketCall.VERSIONING), allowedCalls(s3, "app-logs"));
        assertEquals(
                "User: arn:aws:sts::444455556666:assumed-role/narrow/test is not authorized to perform:"
                        + " s3:GetBucketTagging on resource: \"arn:aws:s3:::app-logs\" with an explicit deny in an"
                        + " identity-based policy",
                ErrorResponse.messageOf(() -> BucketCall.TAGGING.send(s3, "app-logs")));
    }

    @Test
    void headOnlyRoleCanOnlyHeadTheBucketsOfTheApp() {
        S3Client s3 = sdk.s3As(StandardWorld.HEAD_ONLY);

        assertEquals(Set.of(BucketCall.HEAD), allowedCalls(s3, "app-logs"));
        assertEquals(Set.of(), allowedCalls(s3, "website.example.com"));
        assertEquals("403 AccessDenied", ErrorResponse.codeOf(s3::listBuckets));
    }

    @Test
    void listOnlyRoleCanOnlyList() {
        S3Client s3 = sdk.s3As(StandardWorld.LIST_ONLY);

        assertEquals(5, s3.listBuckets().buckets().size());
        assertEquals(Set.of(), allowedCalls(s3, "app-artifacts"));
    }

    private S3Client as(String policy) {
        permissions = policy;
        return sdk.s3As("arn:aws:iam::444455556666:role/narrow");
    }

    /** The calls that the caller may make, also for what is not set; fails unless all others have status 403. */
    private static Set<BucketCall> allowedCalls(S3Client s3, String bucket) {
        Map<Integer, Set<BucketCall>> calls = Arrays.stream(BucketCall.values())
                .collect(Collectors.groupingBy(call -> call.status(s3, bucket), Collectors.toSet()));
        assertTrue(Set.of(200, 403, 404).containsAll(calls.keySet()), calls::toString);
        return Stream.of(200, 404)
                .flatMap(status -> calls.getOrDefault(status, Set.of()).stream())
                .collect(Collectors.toSet());
    }

    private static String allow(String action, String resource) {
        return "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"%s\",\"Resource\":\"%s\"}}"
                .formatted(action, resource);
    }
}
