package io.github.assumerole.aws.s3;

import io.github.assumerole.aws.credentials.Partition;
import io.github.assumerole.aws.http.AwsError;
import io.github.assumerole.aws.http.HttpExchange;
import io.github.assumerole.aws.s3.SettingDocument.Subject;
import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.CallResult;
import io.github.assumerole.bucket.Setting;
import io.github.assumerole.bucket.UnknownReason;
import io.github.assumerole.text.Printable;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.regions.Region;

/**
 * Reads the settings of buckets. A setting is "never set" only if S3 says so, not if the call is denied or its response
 * incomplete.
 */
record S3Settings(S3Calls calls, ExpectedOwner owner) {
    private static final int NOT_FOUND = 404;

    CallResult<Map<String, String>> read(Setting setting, Bucket bucket) {
        SettingDocument document = SettingDocument.of(setting);
        S3Response<Optional<Map<String, String>>> response = owner.verify(account -> calls.callBucketRegion(
                bucket.region(),
                region -> read(
                        setting, document, new Subject(bucket.name(), account, new S3RegionOverride(region)), region)));
        if (isAbsence(document, response)) {
            return CallResult.known(Map.of(), response.evidence());
        }
        return response.value()
                .flatMap(values -> values)
                .map(values -> CallResult.known(values, response.evidence()))
                .orElseGet(() -> CallResult.unknown(reason(setting, bucket, response)));
    }

    private S3Response<Optional<Map<String, String>>> read(
            Setting setting, SettingDocument document, Subject subject, Region region) {
        SettingBody body = new SettingBody();
        return calls.call(setting.api(), region, new HttpExchange(calls.network(), body), s3 -> {
            document.call().accept(s3, subject);
            return document.values(body.content(), subject.bucket());
        });
    }

    private static boolean isAbsence(SettingDocument document, S3Response<?> response) {
        return response.isError(NOT_FOUND)
                && response.failure()
                        .flatMap(AwsError::code)
                        .filter(document.absences()::contains)
                        .isPresent();
    }

    private UnknownReason reason(Setting setting, Bucket bucket, S3Response<?> response) {
        String arn = "arn:" + Partition.of(response.region().id()) + ":s3:::" + bucket.name();
        S3Failures failures = new S3Failures(
                "Cannot read " + setting.element() + " of bucket " + Printable.of(bucket.name()),
                calls.credentials(),
                setting.action() + " on " + Printable.of(arn),
                "check that the bucket policy does not deny it");
        return response.failure().isPresent()
                ? failures.onFailureOf(response)
                : failures.onUnusable(
                        response,
                        "did not answer " + setting.api() + " as S3 does.",
                        "this S3-compatible server may not support the call: remove <" + setting.element() + "> for it",
                        "something between this machine and AWS may have responded instead, such as a proxy with a"
                                + " login page");
    }
}
