package io.github.assumerole.leak;

import io.github.assumerole.text.Printable;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads names, which may hold secrets as anything else. Not for several threads at once. */
final class Names {
    private static final String MASK = "****";

    private final Needles needles;
    private final PlainText text = new PlainText();

    Names(Needles needles) {
        this.needles = needles;
    }

    Name read(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        text.read(bytes);
        List<Match> matches = needles.in(text);
        return matches.isEmpty()
                ? new Name(Printable.of(name), Map.of())
                : new Name(Printable.of(masked(bytes, matches)), inLastPart(bytes, matches));
    }

    private Map<Sighting, Long> inLastPart(byte[] bytes, List<Match> matches) {
        int lastPart = new String(bytes, 0, bytes.length - 1, StandardCharsets.ISO_8859_1).lastIndexOf('/') + 1;
        Map<Sighting, Long> sightings = new HashMap<>();
        for (Match match : matches) {
            if (text.origin(match.to() - 1) >= lastPart) {
                sightings.merge(Sighting.of(match, text, bytes), (long) text.origin(match.from()), Math::min);
            }
        }
        return sightings;
    }

    private String masked(byte[] bytes, List<Match> matches) {
        BitSet secret = new BitSet();
        for (Match match : matches) {
            // With as much before it as can have been taken for an escape, which shows some of the secret.
            int from = Math.max(0, match.to() - match.needle().text().length);
            int end = match.to() < text.length() ? text.origin(match.to()) : bytes.length;
            secret.set(text.origin(from), end);
        }
        ByteArrayOutputStream masked = new ByteArrayOutputStream();
        for (int at = 0; at < bytes.length; at++) {
            if (!secret.get(at)) {
                masked.write(bytes[at]);
            } else if (at == 0 || !secret.get(at - 1)) {
                masked.writeBytes(MASK.getBytes(StandardCharsets.UTF_8));
            }
        }
        return masked.toString(StandardCharsets.UTF_8);
    }
}
