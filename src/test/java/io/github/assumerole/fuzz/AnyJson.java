package io.github.assumerole.fuzz;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** JSON objects according to the grammar of RFC 8259, with optional whitespace everywhere. */
public final class AnyJson {
    private static final int DEPTH = 4;

    private AnyJson() {}

    public static Arbitrary<String> objects() {
        return Combinators.combine(whitespace(), object(DEPTH), whitespace())
                .as((before, object, after) -> before + object + after);
    }

    private static Arbitrary<String> object(int depth) {
        Arbitrary<String> member = Combinators.combine(whitespace(), strings(), whitespace(), value(depth - 1))
                .as((before, name, after, value) -> before + name + after + ":" + value);
        return member.list().ofMaxSize(4).map(members -> "{" + String.join(",", members) + "}");
    }

    private static Arbitrary<String> value(int depth) {
        Arbitrary<String> scalar = Arbitraries.frequencyOf(
                Tuple.of(4, strings()), Tuple.of(2, numbers()), Tuple.of(1, Arbitraries.of("true", "false", "null")));
        Arbitrary<String> any = depth <= 0
                ? scalar
                : Arbitraries.frequencyOf(
                        Tuple.of(3, scalar),
                        Tuple.of(1, Arbitraries.lazy(() -> object(depth))),
                        Tuple.of(1, Arbitraries.lazy(() -> array(depth))));
        return Combinators.combine(whitespace(), any, whitespace())
                .as((before, value, after) -> before + value + after);
    }

    private static Arbitrary<String> array(int depth) {
        return value(depth - 1)
                .list()
                .ofMaxSize(4)
                .map(elements -> elements.isEmpty() ? "[ ]" : "[" + String.join(",", elements) + "]");
    }

    private static Arbitrary<String> numbers() {
        return Combinators.combine(
                        Arbitraries.of("", "-"),
                        Arbitraries.oneOf(
                                Arbitraries.of("0", "1", "10"),
                                Arbitraries.longs().between(1, Long.MAX_VALUE).map(String::valueOf)),
                        Arbitraries.of("", "", ".0", ".25", ".000"),
                        Arbitraries.of("", "", "e1", "E+02", "e-0"))
                .as((sign, digits, fraction, exponent) -> sign + digits + fraction + exponent);
    }

    private static Arbitrary<String> strings() {
        Arbitrary<String> characters = Arbitraries.frequencyOf(
                Tuple.of(
                        4,
                        Arbitraries.strings()
                                .all()
                                .excludeChars('"', '\\')
                                .ofMaxLength(6)
                                .map(text -> text.replaceAll("[\\x00-\\x1f]", ""))),
                Tuple.of(2, Arbitraries.of("\\\"", "\\\\", "\\/", "\\b", "\\f", "\\n", "\\r", "\\t")),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                "\\u0041",
                                "\\u00e9",
                                "\\uD83D\\uDE00",
                                "\\udead",
                                "\\u0000",
                                "{",
                                "}",
                                "[",
                                ",",
                                ":")));
        return characters.list().ofMaxSize(4).map(parts -> '"' + String.join("", parts) + '"');
    }

    private static Arbitrary<String> whitespace() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.just("")), Tuple.of(1, Arbitraries.of(" ", "\n", "\t", "\r\n", " \n  ")));
    }

    /** Tokens, complete and incomplete, that make JSON invalid when inserted. */
    public static final String[] WORDS = {
        "{", "}", "[", "]", ":", ",", "\"", "\\", "\\u", "\\u00", "0", "01", "-", "1.", "1e", "e", "true", "nul",
        "{\"a\":", "[[", "//", "/*"
    };
}
