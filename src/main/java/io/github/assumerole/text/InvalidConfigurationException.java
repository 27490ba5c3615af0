package io.github.assumerole.text;

import java.util.List;
import java.util.stream.Collectors;

/** All problems of a configuration, reported together before any call. */
public final class InvalidConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    InvalidConfigurationException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public InvalidConfigurationException(String parameter, String message) {
        this(List.of(new Problem(parameter, message)));
    }

    public List<Problem> problems() {
        return problems;
    }

    /**
     * One problem: the parameter as it is written in the POM, and what is wrong with its value. Both mostly quote user
     * input, so invisible characters are escaped and more than 2000 characters are abbreviated in the middle.
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
