package io.github.assumerole.aws;

import io.github.assumerole.aws.http.AwsError;
import io.github.assumerole.bucket.UnknownReason;
import io.github.assumerole.standin.Fault;
import java.util.Optional;

/**
 * A fault of the server, and the expected result of a call.
 *
 * @param failure the kind of the failure
 * @param reason the kind for a call whose response has a body
 * @param onHead the same for HEAD; empty if HEAD cannot fail in this way
 */
record ServerFault(
        String name,
        Fault fault,
        AwsError.Kind failure,
        UnknownReason.Kind reason,
        Optional<UnknownReason.Kind> onHead) {
    private ServerFault(String name, Fault fault, AwsError.Kind failure, UnknownReason.Kind reason) {
        this(name, fault, failure, reason, Optional.of(reason));
    }

    /** The server returns an error. */
    static ServerFault error(String name, Fault fault, UnknownReason.Kind reason) {
        return new ServerFault(name, fault, AwsError.Kind.SERVICE_ERROR, reason);
    }

    /** The response is not from AWS, or truncated. */
    static ServerFault invalid(String name, Fault fault, UnknownReason.Kind reason) {
        return new ServerFault(name, fault, AwsError.Kind.INVALID_RESPONSE, reason);
    }

    /** No response. */
    static ServerFault noResponse(String name, Fault fault) {
        return new ServerFault(name, fault, AwsError.Kind.NO_RESPONSE, UnknownReason.Kind.TRANSIENT);
    }

    /** With another result for HEAD, which has no error code. */
    ServerFault onHead(UnknownReason.Kind other) {
        return new ServerFault(name, fault, failure, reason, Optional.of(other));
    }

    /** Impossible for HEAD, since only the body is wrong. */
    ServerFault notOnHead() {
        return new ServerFault(name, fault, failure, reason, Optional.empty());
    }
}
