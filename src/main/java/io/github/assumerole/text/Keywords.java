package io.github.assumerole.text;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Parses texts that must be one of a few case-sensitive keywords, with the same error everywhere. */
public final class Keywords {
    private static final List<Boolean> TRUE_OR_FALSE = List.of(true, false);

    private Keywords() {}

    /**
     * Parses one of the values, whose {@code toString} is the keyword.
     *
     * @throws IllegalArgumentException for any other text; the message continues the name of a parameter
     */
    public static <T> T parse(String text, List<T> values) {
        return parse(text, values, Object::toString);
    }

    /** @throws IllegalArgumentException as above */
    public static <T> T parse(String text, List<T> values, Function<T, String> keyword) {
        return values.stream()
                .filter(value -> keyword.apply(value).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + Printable.of(text) + "' is not one of "
                        + values.stream().map(keyword).collect(Collectors.joining(", "))));
    }

    /** @throws IllegalArgumentException as above */
    public static boolean parseBoolean(String text) {
        return parse(text, TRUE_OR_FALSE);
    }
}
