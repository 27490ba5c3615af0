package io.github.assumerole.role;

import io.github.assumerole.text.Printable;
import java.util.List;
import java.util.stream.Collectors;

/** All that is wrong with a configuration, told at once and before any call is made. */
public final class InvalidConfiguration extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public InvalidConfiguration(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public InvalidConfiguration(String parameter, String message) {
        this(List.of(new Problem(parameter, message)));
    }

    public List<Problem> problems() {
        return problems;
    }

    /**
     * One thing that is wrong: the parameter as the user writes it, and what to write instead. Both mostly repeat what
     * was typed, so invisible characters are made visible, and of more than 2000 characters the middle is left out.
     */
    public record Problem(String parameter, String message) {
        private static final int LONGEST = 2_000;

        public Problem {
            parameter = shown(parameter);
            message = shown(message);
        }

        private static String shown(String text) {
            int half = LONGEST / 2;
            return Printable.of(
                    text.length() <= LONGEST
                            ? text
                            : text.substring(0, half) + " [...] " + text.substring(text.length() - half));
        }

        @Override
        public String toString() {
            return parameter + ": " + message;
        }
    }
}
