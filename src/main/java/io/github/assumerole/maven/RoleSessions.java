package io.github.assumerole.maven;

import io.github.assumerole.aws.Aws;
import io.github.assumerole.aws.AwsConnection;
import io.github.assumerole.role.AssumeRoleRequest;
import io.github.assumerole.role.CachingRoleAssumer;
import io.github.assumerole.role.SessionCredentials;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Assumes roles for a goal, once a build for each distinct request. */
final class RoleSessions {
    private final AwsConnection connection;
    private final BuildMemory memory;
    private final Consumer<String> log;
    private final Clock clock;

    RoleSessions(AwsConnection connection, BuildMemory memory, Consumer<String> log, Clock clock) {
        this.connection = connection;
        this.memory = memory;
        this.log = log;
        this.clock = clock;
    }

    RoleSession open(AssumeRoleRequest request) {
        AtomicBoolean asked = new AtomicBoolean();
        CachingRoleAssumer assumer = new CachingRoleAssumer(
                () -> {
                    asked.set(true);
                    return new Aws(connection, log, clock).roleAssumer();
                },
                connection.asker(),
                memory.answers(),
                clock);
        SessionCredentials credentials = assumer.assume(request);
        return new RoleSession(request, credentials, asked.get());
    }
}
