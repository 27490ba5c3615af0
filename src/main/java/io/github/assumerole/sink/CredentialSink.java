package io.github.assumerole.sink;

import io.github.assumerole.role.SessionCredentials;

/** A place that the credentials of an assumed role are handed to. */
public interface CredentialSink {
    /**
     * Hands the credentials over, all or nothing.
     *
     * @return where they went, in words for the log, as in "properties aws.*"
     */
    String accept(SessionCredentials credentials);

    /** Takes back, when the build ends, what would outlive it: a file, or what the JVM remembers. */
    default void takeBack() {}
}
