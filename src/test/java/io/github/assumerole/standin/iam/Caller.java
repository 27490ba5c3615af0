package io.github.assumerole.standin.iam;

import java.util.Optional;
import java.util.Set;

/** Whoever a signature belongs to. */
public sealed interface Caller permits RootUser, User, RoleSession {
    Account account();

    String arn();

    String userId();

    /** The principals by which a trust policy may mean this caller. */
    Set<String> trustNames();

    /** Why this caller may not do it, in AWS's words, or empty when it may. */
    Optional<String> denial(String action, String resource);
}
