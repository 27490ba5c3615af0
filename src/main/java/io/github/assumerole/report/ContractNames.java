package io.github.assumerole.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Enum constants and times in reports. They are a contract: the manual and the JSON Schema describe them. */
final class ContractNames {
    private ContractNames() {}

    /** Such as {@code noRules} for {@code NO_RULES}. */
    static String of(Enum<?> value) {
        String[] parts = value.name().toLowerCase(Locale.ROOT).split("_");
        StringBuilder word = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            word.append(Character.toUpperCase(parts[i].charAt(0))).append(parts[i], 1, parts[i].length());
        }
        return word.toString();
    }

    /** In UTC by ISO 8601, with at most milliseconds. */
    static String of(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
