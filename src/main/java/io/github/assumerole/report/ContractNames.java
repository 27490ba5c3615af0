package io.github.assumerole.report;

import io.github.assumerole.bucket.UnknownReason;
import java.util.Locale;
import java.util.Map;

/** The names of enum constants in reports. They are a contract: the manual and the JSON Schema list them. */
final class ContractNames {
    private static final Map<Enum<?>, String> EXCEPTIONS =
            Map.of(UnknownReason.Kind.TRANSIENT, "passing", UnknownReason.Kind.PERMANENT, "lasting");

    private ContractNames() {}

    /** Such as {@code noRules} for {@code NO_RULES}, with exceptions. */
    static String of(Enum<?> value) {
        String[] parts = value.name().toLowerCase(Locale.ROOT).split("_");
        StringBuilder word = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            word.append(Character.toUpperCase(parts[i].charAt(0))).append(parts[i], 1, parts[i].length());
        }
        return EXCEPTIONS.getOrDefault(value, word.toString());
    }
}
