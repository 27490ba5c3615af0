package io.github.assumerole.leak;

import java.util.LinkedHashMap;
import java.util.Map;

/** Searches a stream of bytes for patterns, piece by piece. Not thread-safe. */
final class PatternSearch {
    private static final int MIN_WINDOW = 128 * 1024;

    /** The window has room for patterns with more bytes than characters: wrapped, escaped, UTF-16. */
    private static final int BYTES_PER_CHARACTER = 32;

    /** An escape that the end of the window cuts counts as its characters. */
    private static final int CUT_ESCAPE = 16;

    private final SecretPatterns patterns;
    private final NormalizedText text = new NormalizedText();
    private final byte[] window;
    private final Map<SecretMatch, Long> matches = new LinkedHashMap<>();
    private long offset;
    private int filled;

    PatternSearch(SecretPatterns patterns) {
        this.patterns = patterns;
        this.window = new byte[Math.max(MIN_WINDOW, BYTES_PER_CHARACTER * patterns.longest())];
    }

    /**
     * Searches the bytes at {@code position} of their stream, in order. A gap separates the bytes before and after it.
     */
    void scan(long position, byte[] bytes, int from, int count) {
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
                search();
                forget(Math.max(filled / 2, retained()));
            }
        }
    }

    /** The matches since the last call, each with its first offset; the next bytes belong to another stream. */
    Map<SecretMatch, Long> take() {
        finish();
        offset = 0;
        Map<SecretMatch, Long> taken = Map.copyOf(matches);
        matches.clear();
        return taken;
    }

    private void finish() {
        search();
        forget(filled);
    }

    private void search() {
        text.read(window, filled);
        for (PatternHit hit : patterns.in(text)) {
            matches.merge(SecretMatch.of(hit, text, window), offset + text.origin(hit.from()), Math::min);
        }
    }

    /** Where in the window a pattern can begin that ends after it. */
    private int retained() {
        int beginning = Math.max(0, text.length() - patterns.longest() - CUT_ESCAPE);
        return text.length() == 0 ? filled : text.origin(beginning);
    }

    private void forget(int count) {
        System.arraycopy(window, count, window, 0, filled - count);
        filled -= count;
        offset += count;
    }
}
