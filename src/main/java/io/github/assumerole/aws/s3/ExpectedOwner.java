package io.github.assumerole.aws.s3;

import io.github.assumerole.aws.http.AwsError;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The expected owner of the buckets, and whether the server supports the header that verifies it. */
final class ExpectedOwner {
    private static final int NOT_IMPLEMENTED = 501;

    private final Optional<String> account;
    private final Consumer<String> log;
    private volatile boolean unsupported;

    /** @param account the account ID; empty if unknown */
    ExpectedOwner(Optional<String> account, Consumer<String> log) {
        this.account = account;
        this.log = log;
    }

    Optional<String> account() {
        return account;
    }

    /** Whether the server has rejected the header. */
    boolean isUnsupported() {
        return unsupported;
    }

    /**
     * Makes a call with the expected owner; without it if the server does not implement the header, as s3proxy. Then
     * the evidence says so.
     */
    <T> S3Response<T> verify(Function<Optional<String>, S3Response<T>> call) {
        if (unsupported) {
            return call.apply(Optional.empty()).withoutOwner();
        }
        S3Response<T> response = call.apply(account);
        if (account.isEmpty() || !response.hasStatus(NOT_IMPLEMENTED)) {
            return response;
        }
        S3Response<T> without = call.apply(Optional.empty());
        if (without.hasStatus(NOT_IMPLEMENTED)) {
            return response;
        }
        if (without.failure().filter(AwsError::isTransient).isEmpty()) {
            reportUnsupported(response);
        }
        return without.withoutOwner();
    }

    private synchronized void reportUnsupported(S3Response<?> response) {
        if (!unsupported) {
            unsupported = true;
            log.accept(response.server()
                    + " does not support x-amz-expected-bucket-owner, so the owner of buckets is not verified");
        }
    }
}
