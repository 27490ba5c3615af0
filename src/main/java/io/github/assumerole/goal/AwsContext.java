package io.github.assumerole.goal;

import io.github.assumerole.aws.Aws;
import io.github.assumerole.aws.AwsConnection;
import io.github.assumerole.aws.BuildServices;
import io.github.assumerole.export.LogMask;
import io.github.assumerole.role.AllowedAccounts;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.BaseCredentialsSource;
import io.github.assumerole.role.Caller;
import io.github.assumerole.role.RoleAssumer;
import io.github.assumerole.role.RoleChainRequest;
import io.github.assumerole.role.RoleSessionName;
import io.github.assumerole.role.SessionCredentials;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * As whom a goal works, read from its parameters and found good.
 *
 * @param plan the role to assume; empty when none is configured
 * @param allowed the accounts that may be used
 * @param minRemaining sessions with less life left than this are renewed
 * @param name of the session, also that of a role profile which has none
 * @param mask sees credentials before anything can print them
 * @param issued takes each session, for the search for leaks
 */
public record AwsContext(
        AwsConnection connection,
        Optional<RoleChainRequest> plan,
        AllowedAccounts allowed,
        Duration minRemaining,
        RoleSessionName name,
        BuildServices surroundings,
        LogMask mask,
        Consumer<SessionCredentials> issued) {

    Aws aws() {
        return new Aws(connection, surroundings, name);
    }

    /** Assumes the role, unless this build has done so already. */
    RoleSession assume() {
        return sessions().open(plan.orElseThrow());
    }

    /** Who the build is before it assumes a role; empty with a web identity token, or where the server cannot tell. */
    Optional<Caller> caller() {
        if (connection.origin() instanceof BaseCredentialsSource.WebIdentity) {
            return Optional.empty();
        }
        try {
            return Optional.of(sessions().caller());
        } catch (AwsAccessException unknown) {
            return Optional.empty();
        }
    }

    private RoleSessions sessions() {
        return new RoleSessions(
                connection.cacheKey(),
                session -> recording(mask.masking(aws().roleAssumer(session))),
                () -> aws().caller(),
                surroundings.cache(),
                () -> surroundings.clock().instant().plus(minRemaining),
                allowed,
                surroundings.log());
    }

    private RoleAssumer recording(RoleAssumer assumer) {
        return request -> {
            SessionCredentials credentials = assumer.assume(request);
            issued.accept(credentials);
            return credentials;
        };
    }
}
