package io.github.assumerole.text;

/**
 * Matches texts against a glob of {@code *} and {@code ?}, in time at most proportional to the product of both lengths.
 * A character is a code point: {@code ?} matches an emoji, although Java stores it as two {@code char}s.
 */
public final class Glob {
    private static final int NONE = -1;

    private Glob() {}

    /** Whether the glob matches the whole text. */
    public static boolean matches(String glob, String text) {
        return matches(glob, text, NONE);
    }

    /**
     * Whether this glob matches everything that the other one matches; can be false although it does. The other glob is
     * matched as a text, in which a star can be longer than the one character that '?' stands for.
     */
    public static boolean covers(String glob, String other) {
        return matches(glob, other, '*');
    }

    /**
     * Each star matches as little as possible. If the rest does not match, only the latest star is extended: extending
     * an earlier one cannot match more.
     *
     * @param tooLong the character that '?' does not match
     */
    private static boolean matches(String glob, String text, int tooLong) {
        int inGlob = 0;
        int inText = 0;
        int latestStar = -1;
        int takenUpTo = 0;
        while (inText < text.length()) {
            boolean globGoesOn = inGlob < glob.length();
            if (globGoesOn && glob.charAt(inGlob) == '*') {
                latestStar = inGlob++;
                takenUpTo = inText;
            } else if (globGoesOn && fits(glob.codePointAt(inGlob), text.codePointAt(inText), tooLong)) {
                inGlob = glob.offsetByCodePoints(inGlob, 1);
                inText = text.offsetByCodePoints(inText, 1);
            } else if (latestStar >= 0) {
                inGlob = latestStar + 1;
                takenUpTo = text.offsetByCodePoints(takenUpTo, 1);
                inText = takenUpTo;
            } else {
                return false;
            }
        }
        return hasOnlyStarsFrom(inGlob, glob);
    }

    private static boolean fits(int wanted, int actual, int tooLong) {
        return wanted == '?' ? actual != tooLong : wanted == actual;
    }

    /** Whether there is a text that both globs match. */
    public static boolean meet(String one, String other) {
        return meet(one.codePoints().toArray(), other.codePoints().toArray());
    }

    /** Computed for the suffixes of both globs, the shortest first. */
    private static boolean meet(int[] one, int[] other) {
        boolean[] below = new boolean[other.length + 1];
        for (int i = one.length; i >= 0; i--) {
            boolean[] row = new boolean[other.length + 1];
            for (int j = other.length; j >= 0; j--) {
                boolean oneEnds = i == one.length;
                boolean otherEnds = j == other.length;
                if (oneEnds && otherEnds) {
                    row[j] = true;
                } else if (!oneEnds && one[i] == '*') {
                    row[j] = below[j] || !otherEnds && row[j + 1];
                } else if (!otherEnds && other[j] == '*') {
                    row[j] = row[j + 1] || !oneEnds && below[j];
                } else {
                    row[j] = !oneEnds && !otherEnds && agree(one[i], other[j]) && below[j + 1];
                }
            }
            below = row;
        }
        return below[0];
    }

    private static boolean agree(int one, int other) {
        return one == '?' || other == '?' || one == other;
    }

    private static boolean hasOnlyStarsFrom(int position, String glob) {
        int end = position;
        while (end < glob.length() && glob.charAt(end) == '*') {
            end++;
        }
        return end == glob.length();
    }
}
