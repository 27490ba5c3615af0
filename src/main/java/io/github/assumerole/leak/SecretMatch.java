package io.github.assumerole.leak;

import java.util.Set;

/** A secret that was found, and its encodings. */
record SecretMatch(KnownSecret secret, Set<Encoding> encodings) {
    /** Of a hit in a text that was read from the bytes {@code raw}. */
    static SecretMatch of(PatternHit hit, NormalizedText text, byte[] raw) {
        Set<Encoding> encodings = Encoding.of(raw, text.origin(hit.from()), text.origin(hit.to() - 1) + 1);
        encodings.addAll(hit.pattern().encodings());
        return new SecretMatch(hit.pattern().secret(), Set.copyOf(encodings));
    }
}
