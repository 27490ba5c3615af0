package io.github.assumerole.bucket;

import java.util.Optional;
import java.util.function.Function;

/**
 * The result of a call, or why it failed: a failed call is never an empty result.
 *
 * @param value complete, never a part of it; empty if the call failed
 * @param evidence the call and the server's answer
 * @param reason why the call failed; present if and only if the value is not
 */
public record CallResult<T>(Optional<T> value, CallEvidence evidence, Optional<UnknownReason> reason) {
    /** @throws IllegalArgumentException if there are both a value and a reason, or neither */
    public CallResult {
        if (value.isPresent() == reason.isPresent()) {
            throw new IllegalArgumentException("either a value or a reason");
        }
    }

    /** The call succeeded. */
    public static <T> CallResult<T> known(T value, CallEvidence evidence) {
        return new CallResult<>(Optional.of(value), evidence, Optional.empty());
    }

    /** The call failed. */
    public static <T> CallResult<T> unknown(UnknownReason reason) {
        return new CallResult<>(Optional.empty(), reason.evidence(), Optional.of(reason));
    }

    /** Maps the value, or the reason why there is none. */
    public <R> R fold(Function<T, R> ofValue, Function<UnknownReason, R> ofReason) {
        return value.map(ofValue).orElseGet(() -> ofReason.apply(reason.orElseThrow()));
    }
}
