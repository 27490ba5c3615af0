package io.github.assumerole.role;

/** Assumes a role. */
public interface RoleAssumer {
    /**
     * Temporary credentials for what was asked.
     *
     * @throws AccessFailed when there are none
     */
    SessionCredentials assume(AssumeRoleRequest request);
}
