package io.github.assumerole.bucket;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads texts that must be one of a few words; capitals matter. */
final class Choice {
    private Choice() {}

    /** @throws IllegalArgumentException when it is none of them; the message reads on after a parameter's name */
    static <T> T read(String text, List<T> choices, Function<T, String> word) {
        return choices.stream()
                .filter(choice -> word.apply(choice).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + Printable.of(text) + "' is not one of "
                        + choices.stream().map(word).collect(Collectors.joining(", "))));
    }

    /** @throws IllegalArgumentException as above */
    static void require(String text, List<String> choices) {
        read(text, choices, Function.identity());
    }
}
