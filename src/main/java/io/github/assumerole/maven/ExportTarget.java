package io.github.assumerole.maven;

import java.util.Arrays;
import java.util.stream.Collectors;

/** An export target, as in the parameter {@code exportTo}. */
enum ExportTarget {
    PROJECT_PROPERTIES("projectProperties"),
    SYSTEM_PROPERTIES("systemProperties"),
    CREDENTIALS_FILE("credentialsFile"),
    SETTINGS_SERVER("settingsServer"),
    /** Only goals of this plugin use the credentials. */
    NONE("none");

    private final String text;

    ExportTarget(String text) {
        this.text = text;
    }

    static ExportTarget parse(String text) {
        return Arrays.stream(values())
                .filter(target -> target.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is unknown; expected " + alternatives()));
    }

    private static String alternatives() {
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
