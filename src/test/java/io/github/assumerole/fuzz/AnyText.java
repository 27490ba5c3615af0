package io.github.assumerole.fuzz;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Arbitrary user input: typed, pasted, with unresolved variables, unpaired surrogates, or very long. */
public final class AnyText {
    private static final List<String> SPECIAL = List.of(
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

    private static final int MAX_PIECES = 12;
    private static final int MAX_RANDOM_LENGTH = 60;
    private static final int MAX_REPEATS = 20_000;

    private AnyText() {}

    /** Any text, in which the keywords of the parser are frequent. */
    public static Arbitrary<String> of(String... words) {
        Arbitrary<String> pieces = pieces(words);
        return Arbitraries.frequencyOf(
                Tuple.of(20, pieces.list().ofMaxSize(MAX_PIECES).map(AnyText::joined)),
                Tuple.of(6, Arbitraries.strings().all().ofMaxLength(MAX_RANDOM_LENGTH)),
                Tuple.of(6, Arbitraries.strings().ascii().ofMaxLength(MAX_RANDOM_LENGTH)),
                Tuple.of(1, veryLong(pieces)));
    }

    /** Valid texts with up to three errors. */
    public static Arbitrary<String> near(Arbitrary<String> valid, String... words) {
        return Combinators.combine(valid, error(words).list().ofMaxSize(3)).as((text, errors) -> {
            String edited = text;
            for (TextError error : errors) {
                edited = error.applyTo(edited);
            }
            return edited;
        });
    }

    private static Arbitrary<TextError> error(String... words) {
        return Combinators.combine(
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.frequencyOf(Tuple.of(30, pieces(words)), Tuple.of(1, veryLong(pieces(words)))))
                .as(TextError::new);
    }

    private static Arbitrary<String> pieces(String... words) {
        return Arbitraries.of(Stream.concat(Stream.of(words), SPECIAL.stream()).toList());
    }

    /** A prefix, many repeats of one piece, and a suffix: input on which recursion and backtracking fail. */
    private static Arbitrary<String> veryLong(Arbitrary<String> pieces) {
        return Combinators.combine(
                        pieces.list().ofMaxSize(4).map(AnyText::joined),
                        pieces.list().ofMinSize(1).ofMaxSize(2).map(AnyText::joined),
                        Arbitraries.integers().between(100, MAX_REPEATS),
                        pieces)
                .as((prefix, piece, repeats, suffix) -> prefix + piece.repeat(repeats) + suffix);
    }

    private static String joined(List<String> pieces) {
        return String.join("", pieces);
    }

    /**
     * Replaces some characters with a text.
     *
     * @param position from 0, the start, to 1, the end
     */
    private record TextError(double position, int removed, String inserted) {
        String applyTo(String text) {
            int at = (int) (position * text.length());
            return text.substring(0, at) + inserted + text.substring(Math.min(text.length(), at + removed));
        }
    }
}
