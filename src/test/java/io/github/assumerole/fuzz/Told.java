package io.github.assumerole.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.role.InvalidConfiguration;
import io.github.assumerole.role.InvalidConfiguration.Problem;
import io.github.assumerole.role.Validation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** What a user is told when a text is refused, and that it is fit to be shown. */
public final class Told {
    /**
     * Of all properties, since a gate has to say the same of the same code; empty for another one at each run, to hunt
     * with more tries for what nobody has seen yet.
     */
    public static final String SEED = "20261123";

    /** No text takes anything near to this; what does has no bound. */
    private static final Duration BOUND = Duration.ofSeconds(10);

    private static final int LONGEST = 15_000;

    private Told() {}

    /** What a parser makes of a text, given as it is; empty when it refuses it in the way that parsers have to. */
    public static <T> Optional<T> read(String text, Function<String, T> parser) {
        return assertTimeout(BOUND, () -> {
            try {
                return Optional.of(parser.apply(text));
            } catch (IllegalArgumentException refused) {
                assertEquals(IllegalArgumentException.class, refused.getClass(), "the parser did not say that itself");
                assertFit(new Problem("parameter", refused.getMessage()));
                return Optional.empty();
            }
        });
    }

    /** All that a reader of a configuration tells of it. */
    public static List<Problem> by(Consumer<Validation> reader) {
        return assertTimeout(BOUND, () -> {
            Validation validation = new Validation();
            reader.accept(validation);
            try {
                validation.finish();
                return List.of();
            } catch (InvalidConfiguration invalid) {
                invalid.problems().forEach(Told::assertFit);
                return invalid.problems();
            }
        });
    }

    private static void assertFit(Problem problem) {
        assertFit(problem.parameter());
        assertFit(problem.message());
    }

    private static void assertFit(String line) {
        assertTrue(line.length() <= LONGEST, () -> "has " + line.length() + " characters");
        assertOneLine(line);
    }

    /** Fails unless this is one line of visible characters. */
    public static void assertOneLine(String line) {
        assertFalse(line.isBlank(), "nothing is told");
        line.codePoints()
                .filter(c -> !isVisible(c))
                .findFirst()
                .ifPresent(c -> assertEquals("", "U+" + Integer.toHexString(c), "is invisible in " + line));
    }

    private static boolean isVisible(int c) {
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
