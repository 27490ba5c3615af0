package io.github.assumerole.leak;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A secret where it must not be. Never holds the secret's value.
 *
 * @param place where it is
 * @param inName whether it is in the name of the place, not in its content
 * @param label whose secret it is, as {@link KnownSecret} has it
 * @param kind what it is, as {@link KnownSecret} has it
 * @param disguises how it is written; empty when it stands there as it is
 * @param offset how many bytes of the content, or of the path or entry's name, come before it; if it is there several
 *     times in that disguise, before the first
 */
public record Leak(Place place, boolean inName, String label, String kind, Set<Disguise> disguises, long offset) {
    public Leak {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(kind, "kind");
        disguises = Set.copyOf(disguises);
    }

    /** A sentence of one line without a full stop. */
    public String message() {
        return place + ": " + (inName ? "its name" : "it") + " holds the " + kind + " of " + label + ", " + manner()
                + ", at byte " + offset;
    }

    private String manner() {
        return disguises.isEmpty()
                ? "as it is"
                : disguises.stream().sorted().map(Disguise::toString).collect(Collectors.joining(", "));
    }
}
