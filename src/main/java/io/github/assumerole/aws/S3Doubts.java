package io.github.assumerole.aws;

import io.github.assumerole.bucket.Doubt;
import io.github.assumerole.role.AccessFailed;
import java.net.URI;
import java.util.List;

/**
 * Describes why a call to S3 gave no result.
 *
 * @param attempt what the call was for, as in "Cannot list the buckets"
 * @param advice what to try if S3 returns an error
 */
record S3Doubts(String attempt, BaseCredentials credentials, S3Advice advice) {

    /** If the call failed. */
    Doubt onFailureOf(S3Answer<?> answer) {
        SdkFailure failure = answer.failure().orElseThrow();
        AccessFailed exception = failure.exception(attempted(), failure.sentence("S3"), advice.on(failure));
        return new Doubt(exception, kind(failure), answer.evidence());
    }

    /**
     * If the call succeeded, but its response proves nothing.
     *
     * @param why continues the server's address
     */
    Doubt onUnusable(S3Answer<?> answer, String why, String... advice) {
        String server = answer.wire().endpoint().map(URI::toString).orElse("S3");
        AccessFailed exception = new AccessFailed(attempted(), server + " " + why, List.of(advice));
        return new Doubt(exception, Doubt.Kind.LASTING, answer.evidence());
    }

    private String attempted() {
        return attempt + ", with credentials from " + credentials.source();
    }

    private static Doubt.Kind kind(SdkFailure failure) {
        boolean vanished = failure.code().filter("NoSuchBucket"::equals).isPresent();
        if (vanished || failure.isTransient()) {
            return Doubt.Kind.PASSING;
        }
        return failure.isDenial() ? Doubt.Kind.DENIED : Doubt.Kind.LASTING;
    }
}
