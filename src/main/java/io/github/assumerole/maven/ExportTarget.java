package io.github.assumerole.maven;

import io.github.assumerole.text.Keywords;
import java.util.List;

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
        return Keywords.parse(text, List.of(values()));
    }

    @Override
    public String toString() {
        return text;
    }
}
