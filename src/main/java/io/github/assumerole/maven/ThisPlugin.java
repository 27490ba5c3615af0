package io.github.assumerole.maven;

/** What Maven knows this plugin by. */
final class ThisPlugin {
    /** Group and artifact, without a version. */
    static final String KEY = "io.github.assumerole:assume-role-maven-plugin";

    private ThisPlugin() {}
}
