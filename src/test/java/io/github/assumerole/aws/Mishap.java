package io.github.assumerole.aws;

import io.github.assumerole.bucket.Doubt;
import io.github.assumerole.standin.Fault;
import java.util.Optional;

/**
 * A way for a call to go wrong, and what comes of it. What is passing is worth repeating, and nothing else is.
 *
 * @param told what a failure says that came back
 * @param doubt what the failure is to a question whose answers have a body
 * @param toHead what it is to one whose answers have none; empty when such a call cannot go wrong so
 */
record Mishap(String name, Fault fault, SdkFailure.Kind told, Doubt.Kind doubt, Optional<Doubt.Kind> toHead) {
    private Mishap(String name, Fault fault, SdkFailure.Kind told, Doubt.Kind doubt) {
        this(name, fault, told, doubt, Optional.of(doubt));
    }

    /** A server says no, or that it is in trouble. */
    static Mishap refusal(String name, Fault fault, Doubt.Kind doubt) {
        return new Mishap(name, fault, SdkFailure.Kind.REFUSED, doubt);
    }

    /** What answers is not AWS, or not all of it came. */
    static Mishap nonsense(String name, Fault fault, Doubt.Kind doubt) {
        return new Mishap(name, fault, SdkFailure.Kind.NO_SENSE, doubt);
    }

    /** Nothing answers. */
    static Mishap silence(String name, Fault fault) {
        return new Mishap(name, fault, SdkFailure.Kind.NO_ANSWER, Doubt.Kind.PASSING);
    }

    /** The same, when a code or a header makes a difference that a HEAD request cannot see. */
    Mishap toHead(Doubt.Kind other) {
        return new Mishap(name, fault, told, doubt, Optional.of(other));
    }

    /** The same, when all that is wrong is in the body. */
    Mishap notToHead() {
        return new Mishap(name, fault, told, doubt, Optional.empty());
    }
}
