package io.github.assumerole.standin.sdk;

import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A call of the SDK client for one bucket setting. */
enum SettingCall {
    LOCATION(
            "GetBucketLocation",
            "s3:GetBucketLocation",
            (s3, bucket, owner) ->
                    s3.getBucketLocation(get -> get.bucket(bucket).expectedBucketOwner(owner))),
    VERSIONING(
            "GetBucketVersioning",
            "s3:GetBucketVersioning",
            (s3, bucket, owner) ->
                    s3.getBucketVersioning(get -> get.bucket(bucket).expectedBucketOwner(owner))),
    ENCRYPTION(
            "GetBucketEncryption",
            "s3:GetEncryptionConfiguration",
            (s3, bucket, owner) ->
                    s3.getBucketEncryption(get -> get.bucket(bucket).expectedBucketOwner(owner))),
    PUBLIC_ACCESS_BLOCK(
            "GetPublicAccessBlock",
            "s3:GetBucketPublicAccessBlock",
            (s3, bucket, owner) ->
                    s3.getPublicAccessBlock(get -> get.bucket(bucket).expectedBucketOwner(owner))),
    TAGGING(
            "GetBucketTagging",
            "s3:GetBucketTagging",
            (s3, bucket, owner) -> s3.getBucketTagging(get -> get.bucket(bucket).expectedBucketOwner(owner))),
    OWNERSHIP_CONTROLS(
            "GetBucketOwnershipControls",
            "s3:GetBucketOwnershipControls",
            (s3, bucket, owner) ->
                    s3.getBucketOwnershipControls(get -> get.bucket(bucket).expectedBucketOwner(owner)));

    private interface S3Call {
        Object send(S3Client s3, String bucket, String expectedOwner);
    }

    private final String operation;
    private final String action;
    private final S3Call call;

    SettingCall(String operation, String action, S3Call call) {
        this.operation = operation;
        this.action = action;
        this.call = call;
    }

    String operation() {
        return operation;
    }

    String action() {
        return action;
    }

    void send(S3Client s3, String bucket, String expectedOwner) {
        call.send(s3, bucket, expectedOwner);
    }

    /** Of an answer of either kind. */
    int status(S3Client s3, String bucket) {
        try {
            send(s3, bucket, null);
            return 200;
        } catch (S3Exception refused) {
            return refused.statusCode();
        }
    }

    ErrorResponse refusal(S3Client s3, String bucket) {
        return refusal(s3, bucket, null);
    }

    ErrorResponse refusal(S3Client s3, String bucket, String expectedOwner) {
        return ErrorResponse.of(() -> send(s3, bucket, expectedOwner));
    }
}
