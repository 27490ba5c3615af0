package io.github.assumerole.iam;

import io.github.assumerole.role.RoleArn;
import io.github.assumerole.text.ConfigurationProblems;
import java.time.Duration;
import java.util.List;

/**
 * The role to generate policies for.
 *
 * @param role must have an account ID
 * @param trust who can assume it
 * @param permissions what its sessions can do; can be empty
 * @param duration of its sessions
 */
public record PolicyRequest(RoleArn role, TrustPolicy trust, List<Permission> permissions, Duration duration) {
    /** @throws io.github.assumerole.text.InvalidConfigurationException naming the parameter {@code trustedPrincipal} */
    public PolicyRequest {
        permissions = List.copyOf(permissions);
        ConfigurationProblems problems = new ConfigurationProblems();
        trust.check(problems, role);
        problems.throwIfAny();
    }
}
