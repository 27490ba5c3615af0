package io.github.assumerole.standin.iam;

import java.util.Map;
import java.util.Optional;

/** The roles and the managed policies, by ARN. */
public record IamEntities(Map<String, Role> roles, Map<String, IamPolicy> managedPolicies) {
    public IamEntities {
        roles = Map.copyOf(roles);
        managedPolicies = Map.copyOf(managedPolicies);
    }

    public Optional<Role> role(String arn) {
        return Optional.ofNullable(roles.get(arn));
    }

    public Optional<IamPolicy> managedPolicy(String arn) {
        return Optional.ofNullable(managedPolicies.get(arn));
    }
}
