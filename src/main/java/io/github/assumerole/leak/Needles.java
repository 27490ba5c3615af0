package io.github.assumerole.leak;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds many needles at once. Every so many characters, eight are compared with the first such windows of all needles;
 * as the steps are no longer than the shortest needle allows, no needle lies between two of them.
 */
final class Needles {
    private static final int WINDOW = Long.BYTES;

    /** So many more slots than windows that rarely one is looked up in vain. */
    private static final int SLOT_BITS = 16;

    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    private final Map<Long, List<Candidate>> windows = new HashMap<>();
    private final BitSet slots = new BitSet(1 << SLOT_BITS);
    private final int step;
    private final int longest;

    Needles(List<KnownSecret> secrets) {
        List<Needle> needles =
                secrets.stream().flatMap(secret -> Needle.of(secret).stream()).toList();
        longest =
                needles.stream().mapToInt(needle -> needle.text().length).max().orElseThrow();
        step = needles.stream().mapToInt(needle -> needle.text().length).min().orElseThrow() - Needle.HEAD - WINDOW + 1;
        needles.forEach(this::add);
    }

    private void add(Needle needle) {
        ByteBuffer text = ByteBuffer.wrap(needle.text());
        for (int at = Needle.HEAD; at < Needle.HEAD + step; at++) {
            long window = text.getLong(at);
            windows.computeIfAbsent(window, none -> new ArrayList<>()).add(new Candidate(needle, at));
            slots.set(slot(window));
        }
    }

    /** The length of the longest needle. */
    int longest() {
        return longest;
    }

    /** All needles in the text; one that is there twice is found twice. */
    List<Match> in(PlainText text) {
        List<Match> matches = new ArrayList<>();
        for (int at = 0; at + WINDOW <= text.length(); at += step) {
            long window = text.eightAt(at);
            if (slots.get(slot(window))) {
                for (Candidate candidate : windows.getOrDefault(window, List.of())) {
                    candidate.match(text, at, matches);
                }
            }
        }
        return matches;
    }

    private static int slot(long window) {
        return (int) (window * GOLDEN_RATIO >>> Long.SIZE - SLOT_BITS);
    }

    /** A needle that has a certain window at {@code offset}. */
    private record Candidate(Needle needle, int offset) {
        void match(PlainText text, int at, List<Match> matches) {
            int start = at - offset;
            int certain = start + Needle.HEAD;
            if (text.hasAt(certain, needle.text(), Needle.HEAD)) {
                int from = certain;
                while (from > Math.max(0, start) && text.at(from - 1) == needle.text()[from - 1 - start]) {
                    from--;
                }
                matches.add(new Match(needle, from, start + needle.text().length));
            }
        }
    }
}
