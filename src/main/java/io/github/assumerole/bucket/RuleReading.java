package io.github.assumerole.bucket;

import io.github.assumerole.role.Validation;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads the elements of one rule, and remembers whether any was refused. */
final class RuleReading {
    private final Validation validation;
    private final String rule;
    private boolean good = true;

    /** @param rule what to call it before a dot and the name of an element */
    RuleReading(Validation validation, String rule) {
        this.validation = validation;
        this.rule = rule;
    }

    /** An element that must be there; empty when it was refused. */
    <T> Optional<T> needed(String element, String text, Function<String, T> parser) {
        if (text == null) {
            refuse(element, "is missing");
        }
        return element(element, text, parser);
    }

    /** Empty when there is no such element, or it was refused: also for being blank, as a lost variable leaves it. */
    <T> Optional<T> element(String element, String text, Function<String, T> parser) {
        if (text != null && text.isBlank()) {
            refuse(element, "is empty; give it a value, or remove it");
        }
        Optional<T> value = validation.optional(rule + "." + element, text, parser);
        good &= text == null || value.isPresent();
        return value;
    }

    void refuse(String element, String message) {
        validation.refuse(rule + "." + element, message);
        good = false;
    }

    /** What the elements are together; empty when one was refused, or they do not go together. */
    <T> Optional<T> whole(Supplier<T> sum) {
        if (!good) {
            return Optional.empty();
        }
        try {
            return Optional.of(sum.get());
        } catch (IllegalArgumentException refused) {
            validation.refuse(rule, refused.getMessage());
            return Optional.empty();
        }
    }
}
