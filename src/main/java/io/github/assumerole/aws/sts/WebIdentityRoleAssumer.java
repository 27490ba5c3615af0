package io.github.assumerole.aws.sts;

import io.github.assumerole.aws.AwsConnection;
import io.github.assumerole.aws.credentials.SigningRegion;
import io.github.assumerole.role.AssumeRoleRequest;
import io.github.assumerole.role.IdentityToken;
import io.github.assumerole.role.RoleAssumer;
import io.github.assumerole.role.SessionCredentials;
import java.time.Clock;

/** Assumes roles with an OIDC ID token, without AWS credentials; requests must contain only what that call can send. */
public record WebIdentityRoleAssumer(AwsConnection connection, SigningRegion regions, IdentityToken token, Clock clock)
        implements RoleAssumer {
    @Override
    public SessionCredentials assume(AssumeRoleRequest request) {
        return new WebIdentityCall(connection, regions.within(request.role().partition()), clock)
                .make(request, token, "Cannot assume " + request.role() + " as " + request.sessionName());
    }
}
