package io.github.assumerole.bucket;

/** Matches texts against a glob, in time proportional to the product of both lengths at the worst. */
final class Glob {
    private static final int NONE = -1;

    private Glob() {}

    /** Whether the text is one of those that the glob means. */
    static boolean matches(String glob, String text) {
        return matches(glob, text, NONE);
    }

    /**
     * Whether all that the other glob matches is matched, too; false also where that is too hard to tell. The other one
     * is matched as if it were a text, in which a star may be longer than the one character that '?' means.
     */
    static boolean covers(String glob, String other) {
        return matches(glob, other, '*');
    }

    /**
     * Lets each star take as little as it can. When the rest does not fit, only the latest star takes one character
     * more: an earlier one could but shift the same choice, so there is nothing else to go back to.
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
            } else if (globGoesOn && fits(glob.charAt(inGlob), text.charAt(inText), tooLong)) {
                inGlob++;
                inText++;
            } else if (latestStar >= 0) {
                inGlob = latestStar + 1;
                inText = ++takenUpTo;
            } else {
                return false;
            }
        }
        return hasOnlyStarsFrom(inGlob, glob);
    }

    private static boolean fits(char wanted, char actual, int tooLong) {
        return wanted == '?' ? actual != tooLong : wanted == actual;
    }

    /** Whether there is a text that both globs match, found by their rests, the shortest first. */
    static boolean meet(String one, String other) {
        boolean[] below = new boolean[other.length() + 1];
        for (int i = one.length(); i >= 0; i--) {
            boolean[] row = new boolean[other.length() + 1];
            for (int j = other.length(); j >= 0; j--) {
                boolean oneEnds = i == one.length();
                boolean otherEnds = j == other.length();
                if (oneEnds && otherEnds) {
                    row[j] = true;
                } else if (!oneEnds && one.charAt(i) == '*') {
                    row[j] = below[j] || !otherEnds && row[j + 1];
                } else if (!otherEnds && other.charAt(j) == '*') {
                    row[j] = row[j + 1] || !oneEnds && below[j];
                } else {
                    row[j] = !oneEnds && !otherEnds && agree(one.charAt(i), other.charAt(j)) && below[j + 1];
                }
            }
            below = row;
        }
        return below[0];
    }

    private static boolean agree(char one, char other) {
        return one == '?' || other == '?' || one == other;
    }

    private static boolean hasOnlyStarsFrom(int position, String glob) {
        return glob.chars().skip(position).allMatch(c -> c == '*');
    }
}
