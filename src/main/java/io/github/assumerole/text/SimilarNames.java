package io.github.assumerole.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Names that are similar to a mistyped one. Keeps no more of them than it returns. */
public final class SimilarNames {
    private static final int MAX_NAMES = 3;
    private static final int MAX_EDITS = 3;
    private static final int CHARACTERS_PER_EDIT = 4;
    private static final String SEPARATORS = ".-_";

    private final String wanted;

    /** The most similar first, otherwise in the order of the names. */
    private final List<Candidate> nearest = new ArrayList<>();

    /** The maximum distance of the next candidate. */
    private int limit;

    /** @param distance the edit distance; 0 if only case and separators differ */
    private record Candidate(String name, int distance) {}

    private SimilarNames(String wanted) {
        this.wanted = wanted;
        this.limit = Math.max(1, Math.min(MAX_EDITS, wanted.length() / CHARACTERS_PER_EDIT));
    }

    /** The names most similar to the wanted one, at most three, the most similar first, otherwise in their order. */
    public static List<String> to(String wanted, Stream<String> names) {
        SimilarNames similar = new SimilarNames(wanted);
        names.forEach(similar::compare);
        return similar.nearest.stream().map(Candidate::name).toList();
    }

    private void compare(String name) {
        int distance = distance(name);
        if (distance > limit) {
            return;
        }
        int position = nearest.size();
        while (position > 0 && nearest.get(position - 1).distance() > distance) {
            position--;
        }
        nearest.add(position, new Candidate(name, distance));
        if (nearest.size() > MAX_NAMES) {
            nearest.remove(MAX_NAMES);
        }
        if (nearest.size() == MAX_NAMES) {
            limit = nearest.get(MAX_NAMES - 1).distance() - 1;
        }
    }

    private int distance(String name) {
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
