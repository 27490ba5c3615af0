package io.github.assumerole.text;

import java.util.Arrays;

/**
 * Optimal string alignment distance: the number of characters that were left out, added, replaced or swapped with their
 * neighbour. Keeps three rows of the matrix, and computes only the cells that can be within the limit.
 */
final class EditDistance {
    private static final int ROWS = 3;

    private final String a;
    private final String b;
    private final int limit;
    private final int[][] rows;

    private EditDistance(String a, String b, int limit) {
        this.a = a;
        this.b = b;
        this.limit = limit;
        this.rows = new int[ROWS][b.length() + 1];
        Arrays.setAll(rows[0], j -> j);
    }

    /** @return the distance, or {@code limit + 1} if it is greater than the limit */
    static int between(String a, String b, int limit) {
        return Math.abs(a.length() - b.length()) > limit ? limit + 1 : new EditDistance(a, b, limit).compute();
    }

    private int compute() {
        for (int i = 1; i <= a.length(); i++) {
            if (computeRow(i) > limit) {
                return limit + 1;
            }
        }
        return Math.min(rows[a.length() % ROWS][b.length()], limit + 1);
    }

    /** @return the least distance in the row; no later row has a lesser one */
    private int computeRow(int i) {
        int[] row = rows[i % ROWS];
        int[] above = rows[(i - 1) % ROWS];
        int first = Math.max(1, i - limit);
        int last = Math.min(b.length(), i + limit);
        row[first - 1] = first == 1 ? i : limit + 1;
        int least = row[first - 1];
        for (int j = first; j <= last; j++) {
            int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
            row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
            if (areSwapped(i, j)) {
                row[j] = Math.min(row[j], rows[(i - 2) % ROWS][j - 2] + 1);
            }
            least = Math.min(least, row[j]);
        }
        if (last < b.length()) {
            row[last + 1] = limit + 1;
        }
        return least;
    }

    private boolean areSwapped(int i, int j) {
        return i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }
}
