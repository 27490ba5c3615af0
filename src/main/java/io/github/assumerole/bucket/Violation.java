package io.github.assumerole.bucket;

import java.util.Objects;

/**
 * A rule that does not hold.
 *
 * @param bucket the name of the bucket it is about, as it is, or the pattern when no bucket is there to name
 * @param message a sentence of one line, actual against expected; unprintable characters are made visible
 */
public record Violation(String bucket, String message) {
    /** Makes the message safe to log. */
    public Violation {
        Objects.requireNonNull(bucket, "bucket");
        message = Printable.of(message);
    }
}
