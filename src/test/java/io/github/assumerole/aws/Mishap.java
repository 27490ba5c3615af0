package io.github.assumerole.aws;

import io.github.assumerole.bucket.Doubt;
import io.github.assumerole.standin.Fault;
import java.util.Optional;

/**
 * A way for a call to go wrong, and what comes of it. What is passing is worth repeating, and nothing else is.
 *
 * @param told the expected kind of the failure
 * @param doubt the expected kind for a call whose response has a body
 * @param toHead the same for HEAD; empty if HEAD cannot fail in this way
 */
record Mishap(String name, Fault fault, SdkFailure.Kind told, Doubt.Kind doubt, Optional<Doubt.Kind> toHead) {
    private Mishap(String name, Fault fault, SdkFailure.Kind told, Doubt.Kind doubt) {
        this(name, fault, told, doubt, Optional.of(doubt));
    }

    /** The server returns an error. */
    static Mishap refusal(String name, Fault fault, Doubt.Kind doubt) {
        return new Mishap(name, fault, SdkFailure.Kind.SERVICE_ERROR, doubt);
    }

    /** The response is not from AWS, or truncated. */
    static Mishap nonsense(String name, Fault fault, Doubt.Kind doubt) {
        return new Mishap(name, fault, SdkFailure.Kind.INVALID_RESPONSE, doubt);
    }

    /** No response. */
    static Mishap silence(String name, Fault fault) {
        return new Mishap(name, fault, SdkFailure.Kind.NO_RESPONSE, Doubt.Kind.PASSING);
    }

    /** With another result for HEAD, which has no error code. */
    Mishap toHead(Doubt.Kind other) {
        return new Mishap(name, fault, told, doubt, Optional.of(other));
    }

    /** Impossible for HEAD, since only the body is wrong. */
    Mishap notToHead() {
        return new Mishap(name, fault, told, doubt, Optional.empty());
    }
}
