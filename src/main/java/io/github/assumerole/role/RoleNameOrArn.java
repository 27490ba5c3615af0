package io.github.assumerole.role;

import java.util.Optional;
import java.util.function.Supplier;

/** A role as it is configured: by its full ARN, or by a role name that is resolved in the caller's account. */
public sealed interface RoleNameOrArn permits RoleArn, RoleName {
    /** @throws IllegalArgumentException if the text is neither a role ARN nor a role name, with a valid form */
    static RoleNameOrArn parse(String text) {
        return text.startsWith("arn:") ? RoleArn.parse(text) : new RoleName(text);
    }

    /** The full ARN; empty for a role name. */
    Optional<RoleArn> arn();

    /** The full ARN, in the account and partition of {@code caller} for a role name; only then is it called. */
    RoleArn resolve(Supplier<Caller> caller);
}
