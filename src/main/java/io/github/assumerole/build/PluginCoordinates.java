package io.github.assumerole.build;

/** The Maven coordinates of this plugin. */
public final class PluginCoordinates {
    /** Group ID and artifact ID. */
    public static final String KEY = "io.github.assumerole:assume-role-maven-plugin";

    private PluginCoordinates() {}
}
