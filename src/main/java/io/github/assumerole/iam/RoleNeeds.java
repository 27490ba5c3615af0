package io.github.assumerole.iam;

import io.github.assumerole.role.AssumeRoleRequest;
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
 * @param duration of its sessions: 900 to 43200 seconds
 */
public record RoleNeeds(RoleArn role, Trust trust, List<Permission> permissions, Duration duration) {
    /**
     * Rejects what can never work.
     *
     * @throws io.github.assumerole.role.InvalidConfiguration naming the parameters {@code roleArn},
     *     {@code durationSeconds} and {@code trustedPrincipal}
     */
    public RoleNeeds {
        permissions = List.copyOf(permissions);
        Validation validation = new Validation();
        if (role.accountId().isEmpty()) {
            validation.refuse("roleArn", "'" + role + "' has no account ID, which IAM policies require");
        }
        validation.between(
                "durationSeconds",
                Math.toIntExact(duration.toSeconds()),
                AssumeRoleRequest.MIN_SECONDS,
                AssumeRoleRequest.MAX_SECONDS);
        trust.refuseUnfit(validation, role);
        validation.finish();
    }
}
