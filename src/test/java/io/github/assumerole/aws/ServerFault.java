package io.github.assumerole.aws;

import io.github.assumerole.aws.http.AwsError;
import io.github.assumerole.bucket.UnknownReason;
import io.github.assumerole.standin.Fault;
import java.util.Optional;

/**
 * A way for a call to go wrong, and what comes of it. What is passing is worth repeating, and nothing else is.
 *
 * @param told the expected kind of the failure
 * @param doubt the expected kind for a call whose response has a body
 * @param toHead the same for HEAD; empty if HEAD cannot fail in this way
 */
record ServerFault(
        String name, Fault fault, AwsError.Kind told, UnknownReason.Kind doubt, Optional<UnknownReason.Kind> toHead) {
    private ServerFault(String name, Fault fault, AwsError.Kind told, UnknownReason.Kind doubt) {
        this(name, fault, told, doubt, Optional.of(doubt));
    }

    /** The server returns an error. */
    static ServerFault refusal(String name, Fault fault, UnknownReason.Kind doubt) {
        return new ServerFault(name, fault, AwsError.Kind.SERVICE_ERROR, doubt);
    }

    /** The response is not from AWS, or truncated. */
    static ServerFault nonsense(String name, Fault fault, UnknownReason.Kind doubt) {
        return new ServerFault(name, fault, AwsError.Kind.INVALID_RESPONSE, doubt);
    }

    /** No response. */
    static ServerFault silence(String name, Fault fault) {
        return new ServerFault(name, fault, AwsError.Kind.NO_RESPONSE, UnknownReason.Kind.TRANSIENT);
    }

    /** With another result for HEAD, which has no error code. */
    ServerFault toHead(UnknownReason.Kind other) {
        return new ServerFault(name, fault, told, doubt, Optional.of(other));
    }

    /** Impossible for HEAD, since only the body is wrong. */
    ServerFault notToHead() {
        return new ServerFault(name, fault, told, doubt, Optional.empty());
    }
}
