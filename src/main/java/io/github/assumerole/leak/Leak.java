package io.github.assumerole.leak;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A secret where it must not be. Never contains the value of the secret.
 *
 * @param location where it is
 * @param inName whether it is in the name of the place, not in its content
 * @param label whose secret it is, as {@link KnownSecret} has it
 * @param kind what it is, as {@link KnownSecret} has it
 * @param encodings how it is written; empty when it stands there as it is
 * @param offset how many bytes of the content, or of the path or entry's name, come before it; if it is there several
 *     times in that disguise, before the first
 */
public record Leak(
        ScanLocation location, boolean inName, String label, String kind, Set<Encoding> encodings, long offset) {
    public Leak {
        Objects.requireNonNull(location, "place");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(kind, "kind");
        encodings = Set.copyOf(encodings);
    }

    /** One line without a full stop. */
    public String message() {
        return (inName ? "the name of " : "") + location + " contains the " + kind + " of " + label + " (" + written()
                + ", offset " + offset + ")";
    }

    private String written() {
        return encodings.isEmpty()
                ? "plain text"
                : encodings.stream().sorted().map(Encoding::toString).collect(Collectors.joining(", "));
    }
}
