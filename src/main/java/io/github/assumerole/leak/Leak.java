package io.github.assumerole.leak;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * A secret where it must not be. Never contains the value of the secret.
 *
 * @param location where it is
 * @param inName whether it is in the name of the file or entry, not in its content
 * @param label the owner, as in {@link KnownSecret}
 * @param kind as in {@link KnownSecret}
 * @param encodings its encodings; empty for plain text
 * @param offset the offset of its first occurrence with these encodings, in the bytes of the content or the name
 */
public record Leak(
        ScanLocation location, boolean inName, String label, String kind, Set<Encoding> encodings, long offset) {
    public Leak {
        encodings = Set.copyOf(encodings);
    }

    /** One line without a full stop. */
    public String message() {
        return (inName ? "the name of " : "") + location + " contains the " + kind + " of " + label + " (" + form()
                + ", offset " + offset + ")";
    }

    private String form() {
        return encodings.isEmpty()
                ? "plain text"
                : encodings.stream().sorted().map(Encoding::toString).collect(Collectors.joining(", "));
    }
}
