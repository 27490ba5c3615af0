package io.github.assumerole.aws;

import io.github.assumerole.role.IdentityToken;

/** A token that a CI server issues for its job. */
interface CiToken extends IdentityToken {
    /** Whether this job can have one, going by its environment. */
    boolean isThere();

    /** What the environment has to have for it, to go on after the name of the server. */
    String needs();
}
