package io.github.assumerole.maven;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A place that credentials go to, as the parameter {@code exportTo} names it. */
enum ExportTarget {
    PROJECT_PROPERTIES("projectProperties"),
    SYSTEM_PROPERTIES("systemProperties"),
    CREDENTIALS_FILE("credentialsFile"),
    SETTINGS_SERVER("settingsServer"),
    /** Nowhere: only goals of this plugin see them. */
    NONE("none");

    private final String text;

    ExportTarget(String text) {
        this.text = text;
    }

    static ExportTarget parse(String text) {
        return Arrays.stream(values())
                .filter(target -> target.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is unknown; expected " + allInWords()));
    }

    private static String allInWords() {
        return Arrays.stream(values())
                .filter(target -> target != NONE)
                .map(ExportTarget::toString)
                .collect(Collectors.joining(", ", "any of ", ", or " + NONE));
    }

    @Override
    public String toString() {
        return text;
    }
}
