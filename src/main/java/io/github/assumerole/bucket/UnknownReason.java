package io.github.assumerole.bucket;

import io.github.assumerole.role.AwsAccessException;

/**
 * Why a call gave no result.
 *
 * @param failure what was tried, what came back, what to do
 * @param kind whether a retry or a permission can help
 * @param evidence the server's answer
 */
public record UnknownReason(AwsAccessException failure, Kind kind, CallEvidence evidence) {
    /** What can help. */
    public enum Kind {
        /** A permission: the credentials are valid, but the call is denied. */
        DENIED,
        /**
         * A retry: transient failures such as throttling, a server error, a broken connection, a response that was cut
         * off.
         */
        TRANSIENT,
        /** Neither: permanent failures such as invalid credentials, or an invalid answer. */
        PERMANENT
    }

    /** Whether the bucket does not exist: it was deleted after it was listed. */
    boolean isOfDeletedBucket() {
        return evidence.code().filter("NoSuchBucket"::equals).isPresent();
    }
}
