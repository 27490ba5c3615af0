package io.github.assumerole.bucket;

/**
 * How many slips of the pen lie between two texts: characters left out, added, mistaken, or swapped with their
 * neighbour (the Damerau-Levenshtein distance in its restricted form, known as optimal string alignment).
 */
final class EditDistance {
    private EditDistance() {}

    /**
     * Counts up to a limit, which ought to be small: the time grows with four to its power, but hardly with the length
     * of the texts, and no memory is taken. That suits a handful of slips in a million names better than the usual
     * matrix does.
     *
     * @return the distance, or {@code limit + 1} for every distance beyond the limit
     */
    static int between(String a, String b, int limit) {
        return between(a, 0, b, 0, limit);
    }

    private static int between(String a, int fromA, String b, int fromB, int limit) {
        int i = fromA;
        int j = fromB;
        while (i < a.length() && j < b.length() && a.charAt(i) == b.charAt(j)) {
            i++;
            j++;
        }
        int leftOfA = a.length() - i;
        int leftOfB = b.length() - j;
        if (leftOfA == 0 || leftOfB == 0) {
            return Math.min(leftOfA + leftOfB, limit + 1);
        }
        if (limit == 0 || Math.abs(leftOfA - leftOfB) > limit) {
            return limit + 1;
        }
        int mistaken = between(a, i + 1, b, j + 1, limit - 1);
        int leftOut = between(a, i + 1, b, j, limit - 1);
        int added = between(a, i, b, j + 1, limit - 1);
        int swapped = areSwapped(a, i, b, j) ? between(a, i + 2, b, j + 2, limit - 1) : limit;
        return 1 + Math.min(Math.min(mistaken, swapped), Math.min(leftOut, added));
    }

    private static boolean areSwapped(String a, int i, String b, int j) {
        return i + 1 < a.length()
                && j + 1 < b.length()
                && a.charAt(i) == b.charAt(j + 1)
                && a.charAt(i + 1) == b.charAt(j);
    }
}
