package io.github.assumerole.aws;

import io.github.assumerole.role.AssumeRoleRequest;
import io.github.assumerole.role.RoleAssumer;
import io.github.assumerole.role.SessionCredentials;
import java.util.Optional;
import software.amazon.awssdk.regions.Region;

/** Assumes roles by calling STS. */
final class StsRoleAssumer implements RoleAssumer {
    private final AwsConnection connection;
    private final SigningRegion regions;
    private final Surroundings surroundings;
    private final Optional<SessionCredentials> caller;

    /** @param caller the session that assumes the role (role chaining); empty for the base credentials */
    StsRoleAssumer(
            AwsConnection connection,
            SigningRegion regions,
            Surroundings surroundings,
            Optional<SessionCredentials> caller) {
        this.connection = connection;
        this.regions = regions;
        this.surroundings = surroundings;
        this.caller = caller;
    }

    @Override
    public SessionCredentials assume(AssumeRoleRequest request) {
        String attempt = "Cannot assume " + request.role() + " as " + request.sessionName();
        Region region = regions.within(request.role().partition());
        BaseCredentials base = caller.map(BaseCredentials::of)
                .orElseGet(() -> new StartingCredentials(connection, regions, surroundings)
                        .find(attempt, request.sessionName()));
        return new AssumeRoleCall(connection, region, surroundings).make(request, base, attempt);
    }
}
