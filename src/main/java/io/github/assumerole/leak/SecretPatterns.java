package io.github.assumerole.leak;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;

/**
 * Finds many patterns at once. At every step, a window of eight characters is compared with the first windows of all
 * patterns; a step is short enough that even the shortest pattern cannot fall between two of them.
 */
final class SecretPatterns {
    private static final int WINDOW = Long.BYTES;

    /** Far more slots than windows, so that few lookups find nothing. */
    private static final int SLOT_BITS = 16;

    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    private final Map<Long, List<Candidate>> windows = new HashMap<>();
    private final BitSet slots = new BitSet(1 << SLOT_BITS);
    private final int step;
    private final int longest;

    SecretPatterns(List<KnownSecret> secrets) {
        List<SecretPattern> patterns = secrets.stream()
                .flatMap(secret -> SecretPattern.of(secret).stream())
                .toList();
        IntSummaryStatistics lengths =
                patterns.stream().mapToInt(pattern -> pattern.text().length).summaryStatistics();
        longest = lengths.getMax();
        step = lengths.getMin() - SecretPattern.HEAD - WINDOW + 1;
        patterns.forEach(this::add);
    }

    private void add(SecretPattern pattern) {
        ByteBuffer text = ByteBuffer.wrap(pattern.text());
        for (int at = SecretPattern.HEAD; at < SecretPattern.HEAD + step; at++) {
            long window = text.getLong(at);
            windows.computeIfAbsent(window, none -> new ArrayList<>()).add(new Candidate(pattern, at));
            slots.set(slot(window));
        }
    }

    /** The length of the longest pattern. */
    int longest() {
        return longest;
    }

    /** All patterns in the text; one that occurs twice is found twice. */
    List<PatternHit> in(NormalizedText text) {
        List<PatternHit> hits = new ArrayList<>();
        for (int at = 0; at + WINDOW <= text.length(); at += step) {
            long window = text.eightAt(at);
            if (slots.get(slot(window))) {
                for (Candidate candidate : windows.getOrDefault(window, List.of())) {
                    candidate.match(text, at, hits);
                }
            }
        }
        return hits;
    }

    private static int slot(long window) {
        return (int) (window * GOLDEN_RATIO >>> Long.SIZE - SLOT_BITS);
    }

    /** A pattern that has a certain window at {@code offset}. */
    private record Candidate(SecretPattern pattern, int offset) {
        void match(NormalizedText text, int at, List<PatternHit> hits) {
            int start = at - offset;
            int certain = start + SecretPattern.HEAD;
            if (text.hasAt(certain, pattern.text(), SecretPattern.HEAD)) {
                int from = certain;
                while (from > Math.max(0, start) && text.at(from - 1) == pattern.text()[from - 1 - start]) {
                    from--;
                }
                hits.add(new PatternHit(pattern, from, start + pattern.text().length));
            }
        }
    }
}
