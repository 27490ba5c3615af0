package io.github.assumerole.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.InvalidConfigurationException;
import io.github.assumerole.text.InvalidConfigurationException.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** What every parser of user input must do: return a value, or reject the text with a printable message. */
public final class ParserContract {
    /**
     * The seed of all properties, fixed so that the same code always gives the same result. Set it to "" for a new seed
     * in each run, to search for unknown failures with more tries.
     */
    public static final String SEED = "20261123";

    /** Far more than any text needs; a parser that reaches it has no limit. */
    private static final Duration TIME_LIMIT = Duration.ofSeconds(10);

    private static final int MAX_LENGTH = 16_100;

    private ParserContract() {}

    /** The value that the parser returns; empty if it rejects the text with an {@link IllegalArgumentException}. */
    public static <T> Optional<T> parse(String text, Function<String, T> parser) {
        return assertTimeout(TIME_LIMIT, () -> {
            try {
                return Optional.of(parser.apply(text));
            } catch (IllegalArgumentException rejection) {
                assertEquals(
                        IllegalArgumentException.class, rejection.getClass(), "the parser did not throw this itself");
                assertPrintable(new Problem("parameter", rejection.getMessage()));
                return Optional.empty();
            }
        });
    }

    /** The problems that a reader of a configuration reports. */
    public static List<Problem> problems(Consumer<ConfigurationProblems> reader) {
        return assertTimeout(TIME_LIMIT, () -> {
            ConfigurationProblems problems = new ConfigurationProblems();
            reader.accept(problems);
            try {
                problems.throwIfAny();
                return List.of();
            } catch (InvalidConfigurationException invalid) {
                invalid.problems().forEach(ParserContract::assertPrintable);
                return invalid.problems();
            }
        });
    }

    private static void assertPrintable(Problem problem) {
        assertPrintable(problem.parameter());
        assertPrintable(problem.message());
    }

    private static void assertPrintable(String line) {
        assertTrue(line.length() <= MAX_LENGTH, () -> "has " + line.length() + " characters");
        assertOneLine(line);
    }

    /** Fails unless this is one line of printable characters. */
    public static void assertOneLine(String line) {
        assertFalse(line.isBlank(), "the message is empty");
        line.codePoints()
                .filter(c -> !isPrintable(c))
                .findFirst()
                .ifPresent(c -> assertEquals("", "U+" + Integer.toHexString(c), "is not printable in " + line));
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
