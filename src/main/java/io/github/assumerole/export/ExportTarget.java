package io.github.assumerole.export;

import io.github.assumerole.text.Keywords;
import java.util.List;

/** An export target, as in the parameter {@code exportTo}. */
public enum ExportTarget {
    PROJECT_PROPERTIES("projectProperties"),
    SYSTEM_PROPERTIES("systemProperties"),
    CREDENTIALS_FILE("credentialsFile"),
    SETTINGS_SERVER("settingsServer"),
    /** Maven's own repositories, for deploy:deploy. */
    REPOSITORIES("repositories"),
    /** The same with a token of AWS CodeArtifact. */
    CODE_ARTIFACT("codeArtifact"),
    /** Only goals of this plugin use the credentials. */
    NONE("none");

    private final String text;

    ExportTarget(String text) {
        this.text = text;
    }

    public static ExportTarget parse(String text) {
        return Keywords.parse(text, List.of(values()));
    }

    @Override
    public String toString() {
        return text;
    }
}
