package io.github.assumerole.aws.s3;

import io.github.assumerole.aws.s3.SettingDocument.Subject;
import software.amazon.awssdk.services.s3.S3Client;

/** The calls that read the settings of buckets. */
final class SettingCalls {
    private SettingCalls() {}

    static void region(S3Client s3, Subject subject) {
        s3.getBucketLocation(call -> call.bucket(subject.bucket())
                .expectedBucketOwner(subject.owner().orElse(null))
                .overrideConfiguration(subject.route()));
    }

    static void versioning(S3Client s3, Subject subject) {
        s3.getBucketVersioning(call -> call.bucket(subject.bucket())
                .expectedBucketOwner(subject.owner().orElse(null))
                .overrideConfiguration(subject.route()));
    }

    static void encryption(S3Client s3, Subject subject) {
        s3.getBucketEncryption(call -> call.bucket(subject.bucket())
                .expectedBucketOwner(subject.owner().orElse(null))
                .overrideConfiguration(subject.route()));
    }

    static void publicAccessBlock(S3Client s3, Subject subject) {
        s3.getPublicAccessBlock(call -> call.bucket(subject.bucket())
                .expectedBucketOwner(subject.owner().orElse(null))
                .overrideConfiguration(subject.route()));
    }

    static void tags(S3Client s3, Subject subject) {
        s3.getBucketTagging(call -> call.bucket(subject.bucket())
                .expectedBucketOwner(subject.owner().orElse(null))
                .overrideConfiguration(subject.route()));
    }

    static void objectOwnership(S3Client s3, Subject subject) {
        s3.getBucketOwnershipControls(call -> call.bucket(subject.bucket())
                .expectedBucketOwner(subject.owner().orElse(null))
                .overrideConfiguration(subject.route()));
    }

    static void policy(S3Client s3, Subject subject) {
        s3.getBucketPolicy(call -> call.bucket(subject.bucket())
                .expectedBucketOwner(subject.owner().orElse(null))
                .overrideConfiguration(subject.route()));
    }

    static void policyStatus(S3Client s3, Subject subject) {
        s3.getBucketPolicyStatus(call -> call.bucket(subject.bucket())
                .expectedBucketOwner(subject.owner().orElse(null))
                .overrideConfiguration(subject.route()));
    }

    static void lifecycle(S3Client s3, Subject subject) {
        s3.getBucketLifecycleConfiguration(call -> call.bucket(subject.bucket())
                .expectedBucketOwner(subject.owner().orElse(null))
                .overrideConfiguration(subject.route()));
    }

    static void logging(S3Client s3, Subject subject) {
        s3.getBucketLogging(call -> call.bucket(subject.bucket())
                .expectedBucketOwner(subject.owner().orElse(null))
                .overrideConfiguration(subject.route()));
    }

    static void objectLock(S3Client s3, Subject subject) {
        s3.getObjectLockConfiguration(call -> call.bucket(subject.bucket())
                .expectedBucketOwner(subject.owner().orElse(null))
                .overrideConfiguration(subject.route()));
    }

    static void replication(S3Client s3, Subject subject) {
        s3.getBucketReplication(call -> call.bucket(subject.bucket())
                .expectedBucketOwner(subject.owner().orElse(null))
                .overrideConfiguration(subject.route()));
    }
}
