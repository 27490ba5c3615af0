package io.github.assumerole.iam;

import io.github.assumerole.role.AssumeRoleRequest;
import io.github.assumerole.role.RoleArn;
import io.github.assumerole.role.Validation;
import java.time.Duration;
import java.util.List;

/**
 * What a role is needed for.
 *
 * @param role with its account: servers other than AWS, which may know none, have policies of their own
 * @param trust who assumes it
 * @param permissions what is done with it; may be nothing
 * @param duration how long its sessions are to last: 900 to 43200 seconds
 */
public record RoleNeeds(RoleArn role, Trust trust, List<Permission> permissions, Duration duration) {
    /**
     * Refuses what can never work.
     *
     * @throws io.github.assumerole.role.InvalidConfiguration naming the parameters {@code roleArn},
     *     {@code durationSeconds} and {@code trustedPrincipal}
     */
    public RoleNeeds {
        permissions = List.copyOf(permissions);
        Validation validation = new Validation();
        if (role.accountId().isEmpty()) {
            validation.refuse("roleArn", "'" + role + "' names no account, which every policy of IAM needs");
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
