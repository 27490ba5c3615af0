package io.github.assumerole.maven;

import io.github.assumerole.aws.Aws;
import io.github.assumerole.aws.AwsConnection;
import io.github.assumerole.aws.BucketQuery;
import io.github.assumerole.bucket.BucketCatalog;
import io.github.assumerole.bucket.Viewpoint;
import io.github.assumerole.role.AccessFailed;
import io.github.assumerole.role.AssumeRoleRequest;
import io.github.assumerole.role.Caller;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.role.SessionRecord;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Whose buckets are listed, and with which credentials: those of the configured role, else what was published to the
 * project, else, when that is allowed, the environment's own.
 */
final class BucketSource {
    private final AwsConnection connection;
    private final BuildMemory memory;
    private final Consumer<String> log;
    private final Clock clock;

    BucketSource(AwsConnection connection, BuildMemory memory, Consumer<String> log, Clock clock) {
        this.connection = connection;
        this.memory = memory;
        this.log = log;
        this.clock = clock;
    }

    /**
     * The first that there is.
     *
     * @param request the role to assume, if one is configured
     * @param published what {@link BuildMemory#published} knows of the project
     * @param ownAllowed whether the environment's own credentials may be used
     */
    Optional<Found> find(
            Optional<AssumeRoleRequest> request, Map<String, String> published, boolean ownAllowed, BucketQuery query) {
        if (request.isPresent()) {
            return Optional.of(ofRole(request.get(), query));
        }
        if (!published.isEmpty()) {
            return Optional.of(ofPublished(published, query));
        }
        return ownAllowed ? Optional.of(ofEnvironment(query)) : Optional.empty();
    }

    /** The buckets of the account whose role is assumed, unless this build has done so already. */
    private Found ofRole(AssumeRoleRequest request, BucketQuery query) {
        RoleSession assumed = new RoleSessions(connection, memory, log, clock).open(request);
        log.accept(assumed.sentence(clock.instant()));
        return ofSession(assumed.credentials(), query);
    }

    /** The buckets of the account whose credentials were published. */
    private Found ofPublished(Map<String, String> published, BucketQuery query) {
        SessionCredentials credentials = SessionRecord.read(published);
        if (!credentials.expiration().isAfter(clock.instant())) {
            throw new AccessFailed(
                    "Cannot list the buckets as " + credentials.assumedRoleArn(),
                    "the published credentials expired at " + credentials.expiration() + ".",
                    List.of(
                            "run assume-role once more before this goal, or configure <roleArn> here, too",
                            "raise <durationSeconds>"));
        }
        return ofSession(credentials, query);
    }

    /** The buckets of the account that the environment's own credentials belong to. */
    private Found ofEnvironment(BucketQuery query) {
        Aws.OwnBuckets own = aws().ownBuckets(query);
        own.caller()
                .ifPresent(caller -> log.accept("Using the environment's own credentials, those of " + caller.arn()));
        return new Found(own.catalog(), new Viewpoint(own.caller().flatMap(Caller::accountId), Optional.empty()));
    }

    private Found ofSession(SessionCredentials credentials, BucketQuery query) {
        return new Found(
                aws().buckets(credentials, query),
                new Viewpoint(credentials.accountId(), Optional.of(credentials.roleName())));
    }

    private Aws aws() {
        return new Aws(connection, log, clock);
    }

    /** A catalogue, and whose buckets it lists. */
    record Found(BucketCatalog catalog, Viewpoint viewpoint) {}
}
