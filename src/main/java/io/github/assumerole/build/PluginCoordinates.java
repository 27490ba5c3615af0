package io.github.assumerole.build;

/** What Maven knows this plugin by. */
public final class PluginCoordinates {
    /** Group and artifact, without a version. */
    public static final String KEY = "io.github.assumerole:assume-role-maven-plugin";

    private PluginCoordinates() {}
}
