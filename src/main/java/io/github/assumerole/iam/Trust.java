package io.github.assumerole.iam;

import io.github.assumerole.role.RoleArn;
import io.github.assumerole.role.Validation;
import java.util.List;
import java.util.Optional;

/** Whom a role has to trust. */
public abstract sealed class Trust permits CallerTrust, WebIdentityTrust {
    /** The trust policy of the role. */
    abstract IamDocument policy(RoleArn role);

    /** What whoever assumes the role has to be allowed; empty when that is nothing. */
    abstract Optional<IamDocument> callerPermissions(RoleArn role);

    /** What the reader of the policy should know. */
    abstract List<String> notes(RoleArn role);

    /** Refuses what can never assume this role. */
    abstract void refuseUnfit(Validation validation, RoleArn role);
}
