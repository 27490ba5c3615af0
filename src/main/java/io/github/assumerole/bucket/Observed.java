package io.github.assumerole.bucket;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a call told, or why it told nothing: "could not look" is a value of its own, and never an empty one.
 *
 * @param value complete, never a part of it; empty when the call told nothing
 * @param evidence the call, and how the server answered
 * @param doubt why the call told nothing; there if and only if the value is not
 */
public record Observed<T>(Optional<T> value, Evidence evidence, Optional<Doubt> doubt) {
    /** @throws IllegalArgumentException when there are both a value and a doubt, or neither */
    public Observed {
        Objects.requireNonNull(evidence, "evidence");
        if (value.isPresent() == doubt.isPresent()) {
            throw new IllegalArgumentException("either a value or a doubt");
        }
    }

    /** The call told something. */
    public static <T> Observed<T> known(T value, Evidence evidence) {
        return new Observed<>(Optional.of(value), evidence, Optional.empty());
    }

    /** The call told nothing. */
    public static <T> Observed<T> unknown(Doubt doubt) {
        return new Observed<>(Optional.empty(), doubt.evidence(), Optional.of(doubt));
    }

    /** Makes something of the value, or of the reason for there being none. */
    <R> R fold(Function<T, R> ofValue, Function<Doubt, R> ofDoubt) {
        return value.map(ofValue).orElseGet(() -> ofDoubt.apply(doubt.orElseThrow()));
    }
}
