package io.github.assumerole.iam;

import io.github.assumerole.role.RoleArn;
import io.github.assumerole.text.ConfigurationProblems;
import java.util.List;
import java.util.Optional;

/** Who can assume a role. */
public abstract sealed class TrustPolicy permits PrincipalTrustPolicy, WebIdentityTrustPolicy {
    /** The trust policy of the role. */
    abstract IamDocument policy(RoleArn role);

    /** The permissions that the caller needs; empty if it needs none. */
    abstract Optional<IamDocument> callerPermissions(RoleArn role);

    /** Notes for the reader of the policies. */
    abstract List<String> notes(RoleArn role);

    /** Rejects principals that can never assume the role; by default there are none. */
    void check(ConfigurationProblems problems, RoleArn role) {}
}
