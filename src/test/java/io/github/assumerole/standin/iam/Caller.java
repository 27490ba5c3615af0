package io.github.assumerole.standin.iam;

import java.util.Optional;
import java.util.Set;

/** The principal that signed a request. */
public sealed interface Caller permits RootUser, User, RoleSession {
    Account account();

    String arn();

    String userId();

    /** The principals of trust policies that match this caller. */
    Set<String> trustNames();

    /** The reason of AWS for denying the action, or empty when it is allowed. */
    Optional<String> denial(String action, String resource);
}
