package io.github.assumerole.bucket;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A name that may be what somebody meant to write.
 *
 * @param distance how many slips of the pen it is away; 0 when it differs in capitals and separators alone
 */
public record NearMiss(String name, int distance) {
    private static final int MOST_TOLD = 3;
    private static final int MOST_EDITS = 3;
    private static final int CHARACTERS_PER_EDIT = 4;
    private static final String SEPARATORS = ".-_";
    private static final Comparator<NearMiss> NEAREST_FIRST = Comparator.comparingInt(NearMiss::distance);

    /** The names nearest to the wanted one, three at the most, nearest first and then by name. */
    public static List<String> namesNear(String wanted, Stream<String> names) {
        int limit = Math.max(1, Math.min(MOST_EDITS, wanted.length() / CHARACTERS_PER_EDIT));
        return names.map(name -> new NearMiss(name, distance(wanted, name, limit)))
                .filter(near -> near.distance() <= limit)
                .sorted(NEAREST_FIRST)
                .limit(MOST_TOLD)
                .map(NearMiss::name)
                .toList();
    }

    private static int distance(String wanted, String name, int limit) {
        return differOnlyInStyle(wanted, name) ? 0 : EditDistance.between(wanted, name, limit);
    }

    /** Compares in place, as a million names would be a million copies. */
    private static boolean differOnlyInStyle(String wanted, String name) {
        int w = 0;
        int n = 0;
        while (true) {
            w = skipSeparators(wanted, w);
            n = skipSeparators(name, n);
            if (w == wanted.length() || n == name.length()) {
                return w == wanted.length() && n == name.length();
            }
            if (Character.toLowerCase(wanted.charAt(w++)) != Character.toLowerCase(name.charAt(n++))) {
                return false;
            }
        }
    }

    private static int skipSeparators(String text, int from) {
        int position = from;
        while (position < text.length() && SEPARATORS.indexOf(text.charAt(position)) >= 0) {
            position++;
        }
        return position;
    }
}
