package io.github.assumerole.text;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Names that are similar to a mistyped one. */
public final class SimilarNames {
    private static final int MAX_NAMES = 3;
    private static final int MAX_EDITS = 3;
    private static final int CHARACTERS_PER_EDIT = 4;
    private static final String SEPARATORS = ".-_";
    private static final Comparator<Candidate> NEAREST_FIRST = Comparator.comparingInt(Candidate::distance);

    /** @param distance the edit distance; 0 if only case and separators differ */
    private record Candidate(String name, int distance) {}

    private SimilarNames() {}

    /** The names most similar to the wanted one, at most three, the most similar first, otherwise in their order. */
    public static List<String> to(String wanted, Stream<String> names) {
        int limit = Math.max(1, Math.min(MAX_EDITS, wanted.length() / CHARACTERS_PER_EDIT));
        return names.map(name -> new Candidate(name, distance(wanted, name, limit)))
                .filter(candidate -> candidate.distance() <= limit)
                .sorted(NEAREST_FIRST)
                .limit(MAX_NAMES)
                .map(Candidate::name)
                .toList();
    }

    private static int distance(String wanted, String name, int limit) {
        return differOnlyInStyle(wanted, name) ? 0 : EditDistance.between(wanted, name, limit);
    }

    /** Compares without copies of the names, of which there can be a million. */
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
