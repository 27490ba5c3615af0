package io.github.assumerole.role;

/** Assumes a role. */
public interface RoleAssumer {
    /**
     * The temporary credentials of the requested session.
     *
     * @throws AwsAccessException if STS did not issue any
     */
    SessionCredentials assume(AssumeRoleRequest request);
}
