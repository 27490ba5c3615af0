package io.github.assumerole.report;

import java.util.Locale;

/** The names of enum constants in reports. They are a contract: the manual and the JSON Schema list them. */
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
}
