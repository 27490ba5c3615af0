package io.github.assumerole.fuzz;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Texts that a user may type, paste or lose a variable in; halves of surrogate pairs and endless ones as well. */
public final class AnyText {
    private static final List<String> AWKWARD = List.of(
            "",
            " ",
            "\t",
            "\n",
            "\r\n",
            "\0",
            "\u0085",
            "\u00a0",
            "\u001b[31m",
            "\u202e",
            "\u2028",
            "\ufeff",
            "\ufffe",
            "\ud83d",
            "\ude00",
            "\ud83d\ude00",
            "\udbff\udfff",
            "\u0130",
            "\u00df",
            "\u0660",
            "\uff21",
            "e\u0301",
            "${x}",
            "${",
            "}",
            "%s",
            "%n",
            "\\",
            "\"",
            "'",
            "*",
            "?",
            ".",
            "-",
            "_",
            "/",
            "//",
            "../",
            ":",
            ",",
            ";",
            "=",
            "@",
            "#",
            "&",
            "<",
            ">",
            "&#0;",
            "]]>",
            "0",
            "9",
            "a",
            "A",
            "null",
            "true");

    private static final int LONGEST_SOUP = 12;
    private static final int LONGEST_RANDOM = 60;
    private static final int MOST_REPEATS = 20_000;

    private AnyText() {}

    /** Whatever can be typed; the words that the parser knows come up often. */
    public static Arbitrary<String> of(String... words) {
        Arbitrary<String> pieces = pieces(words);
        return Arbitraries.frequencyOf(
                Tuple.of(20, pieces.list().ofMaxSize(LONGEST_SOUP).map(AnyText::joined)),
                Tuple.of(6, Arbitraries.strings().all().ofMaxLength(LONGEST_RANDOM)),
                Tuple.of(6, Arbitraries.strings().ascii().ofMaxLength(LONGEST_RANDOM)),
                Tuple.of(1, endless(pieces)));
    }

    /** Valid texts, and what is left of them after up to three slips. */
    public static Arbitrary<String> near(Arbitrary<String> valid, String... words) {
        return Combinators.combine(valid, slip(words).list().ofMaxSize(3)).as((text, slips) -> {
            String slipped = text;
            for (Slip slip : slips) {
                slipped = slip.in(slipped);
            }
            return slipped;
        });
    }

    private static Arbitrary<Slip> slip(String... words) {
        return Combinators.combine(
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.frequencyOf(Tuple.of(30, pieces(words)), Tuple.of(1, endless(pieces(words)))))
                .as(Slip::new);
    }

    private static Arbitrary<String> pieces(String... words) {
        return Arbitraries.of(Stream.concat(Stream.of(words), AWKWARD.stream()).toList());
    }

    /** A beginning, one piece again and again, and an end: what recursion and backtracking break down on. */
    private static Arbitrary<String> endless(Arbitrary<String> pieces) {
        return Combinators.combine(
                        pieces.list().ofMaxSize(4).map(AnyText::joined),
                        pieces.list().ofMinSize(1).ofMaxSize(2).map(AnyText::joined),
                        Arbitraries.integers().between(100, MOST_REPEATS),
                        pieces)
                .as((begin, piece, repeats, end) -> begin + piece.repeat(repeats) + end);
    }

    private static String joined(List<String> pieces) {
        return String.join("", pieces);
    }

    /**
     * Something left out, and something else put in its place.
     *
     * @param where from 0, the beginning, to 1
     */
    private record Slip(double where, int leftOut, String putIn) {
        String in(String text) {
            int at = (int) (where * text.length());
            return text.substring(0, at) + putIn + text.substring(Math.min(text.length(), at + leftOut));
        }
    }
}
