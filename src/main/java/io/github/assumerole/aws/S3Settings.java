package io.github.assumerole.aws;

import io.github.assumerole.aws.SettingDocument.Subject;
import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.Doubt;
import io.github.assumerole.bucket.Observed;
import io.github.assumerole.bucket.Setting;
import io.github.assumerole.text.Printable;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.regions.PartitionMetadata;

/**
 * Reads the settings of buckets. A setting is "never set" only if S3 says so, not if the call is denied or its response
 * incomplete.
 */
final class S3Settings {
    private static final int NOT_FOUND = 404;

    private final S3Calls calls;
    private final Optional<String> account;

    /** @param account the account ID of the expected owner; empty if unknown */
    S3Settings(S3Calls calls, Optional<String> account) {
        this.calls = calls;
        this.account = account;
    }

    Observed<Map<String, String>> read(Setting setting, Bucket bucket) {
        SettingDocument document = SettingDocument.of(setting);
        S3Answer<Optional<Map<String, String>>> answer = calls.callBucketRegion(
                bucket.region(),
                region -> calls.call(setting.api(), region, s3 -> document.question()
                        .apply(s3, new Subject(bucket.name(), account, new S3Route(region)))));
        if (isAbsence(document, answer)) {
            return Observed.known(Map.of(), answer.evidence());
        }
        return answer.value()
                .flatMap(values -> values)
                .filter(values ->
                        answer.wire().opening().filter(document::opensWith).isPresent())
                .map(values -> Observed.known(values, answer.evidence()))
                .orElseGet(() -> Observed.unknown(doubt(setting, bucket, answer)));
    }

    private static boolean isAbsence(SettingDocument document, S3Answer<?> answer) {
        return answer.isError(NOT_FOUND)
                && answer.failure()
                        .flatMap(SdkFailure::code)
                        .filter(document.absences()::contains)
                        .isPresent();
    }

    private Doubt doubt(Setting setting, Bucket bucket, S3Answer<?> answer) {
        String arn = "arn:" + PartitionMetadata.of(answer.region()).id() + ":s3:::" + bucket.name();
        S3Advice advice = new S3Advice(
                calls.credentials(),
                setting.action() + " on " + Printable.of(arn),
                "check that the bucket policy does not deny it");
        S3Doubts doubts = new S3Doubts(
                "Cannot read " + setting.element() + " of bucket " + Printable.of(bucket.name()),
                calls.credentials(),
                advice);
        return answer.failure().isPresent()
                ? doubts.onFailureOf(answer)
                : doubts.onUnusable(
                        answer,
                        "did not answer " + setting.api() + " as S3 does.",
                        "this S3-compatible server may not support the call: remove <" + setting.element() + "> for it",
                        "something between this machine and AWS may have responded instead, such as a proxy with a"
                                + " login"
                                + " page");
    }
}
