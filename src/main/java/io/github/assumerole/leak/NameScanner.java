package io.github.assumerole.leak;

import io.github.assumerole.text.Printable;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Scans names for secrets. Not thread-safe. */
final class NameScanner {
    private static final String MASK = "****";

    private final SecretPatterns patterns;
    private final NormalizedText text = new NormalizedText();

    NameScanner(SecretPatterns patterns) {
        this.patterns = patterns;
    }

    ScannedName read(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        text.read(bytes);
        List<PatternHit> hits = patterns.in(text);
        return hits.isEmpty()
                ? new ScannedName(Printable.of(name), Map.of())
                : new ScannedName(Printable.of(masked(bytes, hits)), inLastPart(bytes, hits));
    }

    private Map<SecretMatch, Long> inLastPart(byte[] bytes, List<PatternHit> hits) {
        int lastPart = new String(bytes, 0, bytes.length - 1, StandardCharsets.ISO_8859_1).lastIndexOf('/') + 1;
        Map<SecretMatch, Long> matches = new HashMap<>();
        for (PatternHit hit : hits) {
            if (text.origin(hit.to() - 1) >= lastPart) {
                matches.merge(SecretMatch.of(hit, text, bytes), (long) text.origin(hit.from()), Math::min);
            }
        }
        return matches;
    }

    private String masked(byte[] bytes, List<PatternHit> hits) {
        BitSet secret = new BitSet();
        for (PatternHit hit : hits) {
            // Including what can have been read as an escape before it, because that shows a part of the secret.
            int from = Math.max(0, hit.to() - hit.pattern().text().length);
            int end = hit.to() < text.length() ? text.origin(hit.to()) : bytes.length;
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
