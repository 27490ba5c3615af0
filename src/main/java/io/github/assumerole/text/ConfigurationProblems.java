package io.github.assumerole.text;

import io.github.assumerole.text.InvalidConfigurationException.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects the problems of a configuration, to report them all together. */
public final class ConfigurationProblems {
    /** A Maven property; a policy variable of IAM contains a colon, or is one of <code>*?$</code>. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[\\w.-]+}");

    private final List<Problem> problems = new ArrayList<>();

    /**
     * Parses a text. A parser rejects it with an {@link IllegalArgumentException}, whose message follows "parameter: ".
     *
     * @return the parsed value; empty if the text is absent or invalid
     */
    public <T> Optional<T> optional(String parameter, String text, Function<String, T> parser) {
        if (isBlank(text)) {
            return Optional.empty();
        }
        try {
            rejectUnresolved(text);
            return Optional.of(parser.apply(text.strip()));
        } catch (IllegalArgumentException invalid) {
            add(parameter, invalid.getMessage());
            return Optional.empty();
        }
    }

    /** As {@link #optional(String, String, Function)}. */
    public <T> Optional<T> optional(String parameter, Optional<String> text, Function<String, T> parser) {
        return text.flatMap(present -> optional(parameter, present, parser));
    }

    /**
     * Parses each text of a list; an empty entry is a problem because an undefined variable leaves one. A list of only
     * empty entries that already has a problem has been rejected as empty.
     */
    public <T> List<T> all(String parameter, List<String> texts, Function<String, T> parser) {
        List<T> values = new ArrayList<>();
        List<String> entries = texts == null ? List.of() : texts;
        boolean isRejected = contains(parameter) && entries.stream().allMatch(ConfigurationProblems::isBlank);
        for (String text : entries) {
            if (isBlank(text) && !isRejected) {
                add(parameter, "has an empty entry; remove it, or give it a value");
            }
            optional(parameter, text, parser).ifPresent(values::add);
        }
        return List.copyOf(values);
    }

    /** Rejects a number outside of {@code min} to {@code max}, both included. */
    public int between(String parameter, int value, int min, int max) {
        if (value < min || value > max) {
            add(parameter, value + " is too " + (value < min ? "small" : "large") + ", expected " + min + " to " + max);
        }
        return value;
    }

    /**
     * Rejects a number below {@code min}.
     *
     * @return whether it is valid
     */
    public boolean atLeast(String parameter, int value, int min) {
        if (value < min) {
            add(parameter, value + " is too small, expected " + min + " or more");
        }
        return value >= min;
    }

    /** Adds a problem, once if several checks find it. */
    public void add(String parameter, String message) {
        Problem problem = new Problem(parameter, message);
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    /** Adds the problems of an exception. */
    public void addAll(InvalidConfigurationException invalid) {
        invalid.problems().forEach(problem -> add(problem.parameter(), problem.message()));
    }

    /** Whether a parameter has a problem so far. */
    public boolean contains(String parameter) {
        return count(parameter) > 0;
    }

    /** How many problems a parameter has so far. */
    public int count(String parameter) {
        return (int) problems.stream()
                .filter(problem -> problem.parameter().equals(parameter))
                .count();
    }

    /** Whether there is no problem so far. */
    public boolean isEmpty() {
        return problems.isEmpty();
    }

    /** Throws the collected problems, if there are any. */
    public void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new InvalidConfigurationException(problems);
        }
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static void rejectUnresolved(String text) {
        Matcher unresolved = VARIABLE.matcher(text);
        if (unresolved.find()) {
            throw new IllegalArgumentException(unresolved.group() + " is not defined; define it or write a value");
        }
    }
}
