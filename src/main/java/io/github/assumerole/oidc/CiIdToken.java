package io.github.assumerole.oidc;

import io.github.assumerole.role.IdentityToken;

/** A token that a CI server issues for its job. */
interface CiIdToken extends IdentityToken {
    /** Whether the environment of this job provides one. */
    boolean isAvailable();

    /** The environment variables that it needs. */
    String needs();
}
