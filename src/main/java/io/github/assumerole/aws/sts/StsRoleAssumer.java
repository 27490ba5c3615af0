package io.github.assumerole.aws.sts;

import io.github.assumerole.aws.AwsConnection;
import io.github.assumerole.aws.BuildServices;
import io.github.assumerole.aws.credentials.BaseCredentials;
import io.github.assumerole.aws.credentials.SigningRegion;
import io.github.assumerole.role.AssumeRoleRequest;
import io.github.assumerole.role.RoleAssumer;
import io.github.assumerole.role.SessionCredentials;
import java.util.Optional;
import software.amazon.awssdk.regions.Region;

/**
 * Assumes roles by calling STS.
 *
 * @param caller the session that assumes the role (role chaining); empty for the base credentials
 */
public record StsRoleAssumer(
        AwsConnection connection, SigningRegion regions, BuildServices services, Optional<SessionCredentials> caller)
        implements RoleAssumer {
    @Override
    public SessionCredentials assume(AssumeRoleRequest request) {
        String attempt = "Cannot assume " + request.role() + " as " + request.sessionName();
        Region region = regions.within(request.role().partition());
        BaseCredentials base = caller.map(BaseCredentials::of)
                .orElseGet(() -> new BaseCredentialsResolver(connection, regions, services)
                        .find(attempt, request.sessionName()));
        return new AssumeRoleCall(connection, region, services).make(request, base, attempt);
    }
}
