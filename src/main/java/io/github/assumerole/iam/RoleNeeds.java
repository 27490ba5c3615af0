package io.github.assumerole.iam;

import io.github.assumerole.role.RoleArn;
import io.github.assumerole.role.Validation;
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
public record RoleNeeds(RoleArn role, Trust trust, List<Permission> permissions, Duration duration) {
    /** @throws io.github.assumerole.role.InvalidConfiguration naming the parameter {@code trustedPrincipal} */
    public RoleNeeds {
        permissions = List.copyOf(permissions);
        Validation validation = new Validation();
        trust.check(validation, role);
        validation.finish();
    }
}
