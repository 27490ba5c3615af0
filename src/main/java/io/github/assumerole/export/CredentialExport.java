package io.github.assumerole.export;

import io.github.assumerole.role.SessionCredentials;

/** An export target for the credentials of an assumed role. */
public interface CredentialExport {
    /**
     * Exports the credentials, all of them or none.
     *
     * @return the target for the log, as in "properties aws.*"
     */
    String accept(SessionCredentials credentials);
}
