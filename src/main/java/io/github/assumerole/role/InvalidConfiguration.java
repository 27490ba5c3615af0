package io.github.assumerole.role;

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

    /** One thing that is wrong: the parameter as the user writes it, and what to write instead. */
    public record Problem(String parameter, String message) {
        @Override
        public String toString() {
            return parameter + ": " + message;
        }
    }
}
