package io.github.assumerole.standin.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A call of the SDK client for one bucket. */
enum BucketCall {
    HEAD(
            "HeadBucket",
            "s3:ListBucket",
            (s3, bucket, owner) -> s3.headBucket(call -> call.bucket(bucket).expectedBucketOwner(owner))),
    LOCATION(
            "GetBucketLocation",
            "s3:GetBucketLocation",
            (s3, bucket, owner) ->
                    s3.getBucketLocation(call -> call.bucket(bucket).expectedBucketOwner(owner))),
    VERSIONING(
            "GetBucketVersioning",
            "s3:GetBucketVersioning",
            (s3, bucket, owner) ->
                    s3.getBucketVersioning(call -> call.bucket(bucket).expectedBucketOwner(owner))),
    ENCRYPTION(
            "GetBucketEncryption",
            "s3:GetEncryptionConfiguration",
            (s3, bucket, owner) ->
                    s3.getBucketEncryption(call -> call.bucket(bucket).expectedBucketOwner(owner))),
    PUBLIC_ACCESS_BLOCK(
            "GetPublicAccessBlock",
            "s3:GetBucketPublicAccessBlock",
            (s3, bucket, owner) ->
                    s3.getPublicAccessBlock(call -> call.bucket(bucket).expectedBucketOwner(owner))),
    TAGGING(
            "GetBucketTagging",
            "s3:GetBucketTagging",
            (s3, bucket, owner) ->
                    s3.getBucketTagging(call -> call.bucket(bucket).expectedBucketOwner(owner))),
    OWNERSHIP_CONTROLS(
            "GetBucketOwnershipControls",
            "s3:GetBucketOwnershipControls",
            (s3, bucket, owner) ->
                    s3.getBucketOwnershipControls(call -> call.bucket(bucket).expectedBucketOwner(owner))),
    POLICY(
            "GetBucketPolicy",
            "s3:GetBucketPolicy",
            (s3, bucket, owner) ->
                    s3.getBucketPolicy(call -> call.bucket(bucket).expectedBucketOwner(owner))),
    POLICY_STATUS(
            "GetBucketPolicyStatus",
            "s3:GetBucketPolicyStatus",
            (s3, bucket, owner) ->
                    s3.getBucketPolicyStatus(call -> call.bucket(bucket).expectedBucketOwner(owner))),
    LIFECYCLE(
            "GetBucketLifecycleConfiguration",
            "s3:GetLifecycleConfiguration",
            (s3, bucket, owner) -> s3.getBucketLifecycleConfiguration(
                    call -> call.bucket(bucket).expectedBucketOwner(owner))),
    LOGGING(
            "GetBucketLogging",
            "s3:GetBucketLogging",
            (s3, bucket, owner) ->
                    s3.getBucketLogging(call -> call.bucket(bucket).expectedBucketOwner(owner))),
    OBJECT_LOCK(
            "GetObjectLockConfiguration",
            "s3:GetBucketObjectLockConfiguration",
            (s3, bucket, owner) ->
                    s3.getObjectLockConfiguration(call -> call.bucket(bucket).expectedBucketOwner(owner))),
    REPLICATION(
            "GetBucketReplication",
            "s3:GetReplicationConfiguration",
            (s3, bucket, owner) ->
                    s3.getBucketReplication(call -> call.bucket(bucket).expectedBucketOwner(owner)));

    private interface S3Call {
        Object send(S3Client s3, String bucket, String expectedOwner);
    }

    final String operation;
    final String action;
    private final S3Call call;

    BucketCall(String operation, String action, S3Call call) {
        this.operation = operation;
        this.action = action;
        this.call = call;
    }

    /** The response of the SDK. */
    Object send(S3Client s3, String bucket, String expectedOwner) {
        return call.send(s3, bucket, expectedOwner);
    }

    Object send(S3Client s3, String bucket) {
        return send(s3, bucket, null);
    }

    /** Of a success or an error. */
    int status(S3Client s3, String bucket) {
        try {
            send(s3, bucket);
            return 200;
        } catch (S3Exception failed) {
            return failed.statusCode();
        }
    }

    /** Compares only the status of responses to HEAD, which have no body. */
    void assertError(ErrorResponse expected, S3Client s3, String bucket, String expectedOwner) {
        ErrorResponse actual = ErrorResponse.of(() -> send(s3, bucket, expectedOwner));
        assertEquals(
                expected,
                this == HEAD ? new ErrorResponse(actual.status(), expected.code(), expected.message()) : actual);
    }

    void assertError(ErrorResponse expected, S3Client s3, String bucket) {
        assertError(expected, s3, bucket, null);
    }
}
