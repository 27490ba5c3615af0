package io.github.assumerole.leak;

import java.util.Set;

/** A secret that was seen, and how it was written. */
record Sighting(KnownSecret secret, Set<Disguise> disguises) {
    /** What a match is, by the bytes {@code raw} that the text was read from. */
    static Sighting of(Match match, PlainText text, byte[] raw) {
        Set<Disguise> disguises = Disguise.of(raw, text.origin(match.from()), text.origin(match.to() - 1) + 1);
        disguises.addAll(match.needle().disguises());
        return new Sighting(match.needle().secret(), Set.copyOf(disguises));
    }
}
