package io.github.assumerole.text;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Parses texts that must be one of a few keywords, with the same error everywhere. */
public final class Keywords {
    private static final List<Boolean> TRUE_OR_FALSE = List.of(true, false);

    private Keywords() {}

    /**
     * Parses one of the values, whose {@code toString} is the keyword, in upper or lower case.
     *
     * @throws IllegalArgumentException for any other text; the message continues the name of a parameter
     */
    public static <T> T parse(String text, List<T> values) {
        return parse(text, values, Object::toString);
    }

    /** @throws IllegalArgumentException as above */
    public static <T> T parse(String text, List<T> values, Function<T, String> keyword) {
        return parse(text, values, keyword, String::equalsIgnoreCase);
    }

    /**
     * Parses a value of an AWS API, whose values are case-sensitive, or a boolean.
     *
     * @throws IllegalArgumentException as above
     */
    public static <T> T parseExact(String text, List<T> values) {
        return parse(text, values, Object::toString, String::equals);
    }

    private static <T> T parse(
            String text, List<T> values, Function<T, String> keyword, BiPredicate<String, String> isSame) {
        return values.stream()
                .filter(value -> isSame.test(keyword.apply(value), text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + Printable.of(text) + "' is not one of "
                        + values.stream().map(keyword).collect(Collectors.joining(", "))));
    }

    /** @throws IllegalArgumentException as above */
    public static boolean parseBoolean(String text) {
        return parseExact(text, TRUE_OR_FALSE);
    }
}
