package io.github.assumerole.aws.s3;

import io.github.assumerole.aws.credentials.BaseCredentials;
import io.github.assumerole.aws.http.AwsError;
import io.github.assumerole.bucket.UnknownReason;
import io.github.assumerole.role.AwsAccessException;
import java.util.List;

/**
 * Describes why a call to S3 gave no result.
 *
 * @param attempt what the call was for, as in "Cannot list the buckets"
 * @param permission what the call needs, as in "s3:ListAllMyBuckets on *"
 * @param otherReasons of a denial, apart from the missing permission
 */
record S3Failures(String attempt, BaseCredentials credentials, String permission, String... otherReasons) {

    /** If the call failed. */
    UnknownReason onFailureOf(S3Response<?> response) {
        AwsError failure = response.failure().orElseThrow();
        S3Advice advice = new S3Advice(credentials, permission, List.of(otherReasons));
        AwsAccessException exception = failure.exception(attempted(), failure.sentence("S3"), advice.on(failure));
        return new UnknownReason(exception, kind(failure), response.evidence());
    }

    /**
     * If the call succeeded, but its response proves nothing.
     *
     * @param why continues the server's address
     */
    UnknownReason onUnusable(S3Response<?> response, String why, String... advice) {
        AwsAccessException exception =
                new AwsAccessException(attempted(), response.server() + " " + why, List.of(advice));
        return new UnknownReason(exception, UnknownReason.Kind.PERMANENT, response.evidence());
    }

    private String attempted() {
        return attempt + ", with credentials from " + credentials.source();
    }

    private static UnknownReason.Kind kind(AwsError failure) {
        boolean vanished = failure.code().filter("NoSuchBucket"::equals).isPresent();
        if (vanished || failure.isTransient()) {
            return UnknownReason.Kind.TRANSIENT;
        }
        return failure.isDenial() ? UnknownReason.Kind.DENIED : UnknownReason.Kind.PERMANENT;
    }
}
