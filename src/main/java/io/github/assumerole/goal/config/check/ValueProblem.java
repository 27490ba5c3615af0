package io.github.assumerole.goal.config.check;

import java.util.Optional;

/** What is wrong with a value, whatever parameter has it. */
final class ValueProblem {
    static final String EMPTY = "is empty; set a value or remove it";

    private ValueProblem() {}

    /** Of a list, commas may be left over. */
    static boolean isEmpty(String text) {
        return text == null || text.replace(',', ' ').isBlank();
    }

    /** Maven reads any other text as false. */
    static Optional<String> ofBoolean(String text) {
        return text.equals("true") || text.equals("false")
                ? Optional.empty()
                : Optional.of("is '" + text + "', expected true or false");
    }
}
