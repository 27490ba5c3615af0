package io.github.assumerole.leak;

import java.util.LinkedHashMap;
import java.util.Map;

/** Looks for needles in bytes that come piece by piece. Not for several threads at once. */
final class Search {
    private static final int MIN_WINDOW = 128 * 1024;

    /** Room for a needle that is written in many more bytes than it has characters: wrapped, escaped, UTF-16. */
    private static final int WINDOW_PER_NEEDLE = 32;

    /** An escape that is cut by the window's end counts as its characters. */
    private static final int CUT_ESCAPE = 16;

    private final Needles needles;
    private final PlainText text = new PlainText();
    private final byte[] window;
    private final Map<Sighting, Long> sightings = new LinkedHashMap<>();
    private long offset;
    private int filled;

    Search(Needles needles) {
        this.needles = needles;
        this.window = new byte[Math.max(MIN_WINDOW, WINDOW_PER_NEEDLE * needles.longest())];
    }

    /**
     * Takes the bytes that stand at {@code position} of their stream. What stood before was taken before; a gap between
     * the two parts them, too.
     */
    void look(long position, byte[] bytes, int from, int count) {
        if (position != offset + filled) {
            finish();
            offset = position;
        }
        int taken = 0;
        while (taken < count) {
            int piece = Math.min(count - taken, window.length - filled);
            System.arraycopy(bytes, from + taken, window, filled, piece);
            filled += piece;
            taken += piece;
            if (filled == window.length) {
                sift();
                forget(Math.max(filled / 2, retained()));
            }
        }
    }

    /** What was seen since the last call, each with the first offset of it; the next bytes are another stream's. */
    Map<Sighting, Long> take() {
        finish();
        offset = 0;
        Map<Sighting, Long> taken = Map.copyOf(sightings);
        sightings.clear();
        return taken;
    }

    private void finish() {
        sift();
        forget(filled);
    }

    private void sift() {
        text.read(window, filled);
        for (Match match : needles.in(text)) {
            sightings.merge(Sighting.of(match, text, window), offset + text.origin(match.from()), Math::min);
        }
    }

    /** Where in the window a needle may begin that ends beyond it. */
    private int retained() {
        int beginning = Math.max(0, text.length() - needles.longest() - CUT_ESCAPE);
        return text.length() == 0 ? filled : text.origin(beginning);
    }

    private void forget(int count) {
        System.arraycopy(window, count, window, 0, filled - count);
        filled -= count;
        offset += count;
    }
}
