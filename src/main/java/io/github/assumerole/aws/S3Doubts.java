package io.github.assumerole.aws;

import io.github.assumerole.bucket.Doubt;
import io.github.assumerole.role.AccessFailed;
import java.net.URI;
import java.util.List;

/**
 * Says why a question to S3 was answered with nothing.
 *
 * @param attempt what the question was for, as in "Cannot list the buckets"
 * @param advice what to try when S3 refuses
 */
record S3Doubts(String attempt, BaseCredentials credentials, S3Advice advice) {

    /** When the question failed. */
    Doubt onFailureOf(S3Answer<?> answer) {
        SdkFailure failure = answer.failure().orElseThrow();
        AccessFailed told = failure.exception(attempted(), failure.sentence("S3"), advice.on(failure));
        return new Doubt(told, kind(failure), answer.evidence());
    }

    /**
     * When S3 answered well, but the answer proves nothing.
     *
     * @param why goes on after the server's address
     */
    Doubt onWorthless(S3Answer<?> answer, String why, String... advice) {
        String server = answer.wire().endpoint().map(URI::toString).orElse("S3");
        AccessFailed told = new AccessFailed(attempted(), server + " " + why, List.of(advice));
        return new Doubt(told, Doubt.Kind.LASTING, answer.evidence());
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
