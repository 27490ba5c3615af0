package io.github.assumerole.sink;

import io.github.assumerole.role.SessionCredentials;

/** An export target for the credentials of an assumed role. */
public interface CredentialSink {
    /**
     * Exports the credentials, all of them or none.
     *
     * @return the target for the log, as in "properties aws.*"
     */
    String accept(SessionCredentials credentials);
}
