package io.github.assumerole.aws;

import io.github.assumerole.bucket.BucketCatalog;
import io.github.assumerole.role.Caller;
import io.github.assumerole.role.RoleAssumer;
import io.github.assumerole.role.SessionCredentials;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

/** The door to AWS: makes the adapters, and shows nothing of the SDK in its signatures. */
public final class Aws {
    private static final String CANNOT_LIST = "Cannot list the buckets";

    private final AwsConnection connection;
    private final Consumer<String> log;
    private final Clock clock;
    private final SigningRegion regions;

    /**
     * @param connection who asks, where, and how patiently
     * @param log takes the lines that a user should read while calls are made
     */
    public Aws(AwsConnection connection, Consumer<String> log, Clock clock) {
        SdkLogging.quieten();
        this.connection = connection;
        this.log = log;
        this.clock = clock;
        this.regions = new SigningRegion(connection, log);
    }

    /** Assumes roles with the credentials that the environment offers. */
    public RoleAssumer roleAssumer() {
        return new StsRoleAssumer(connection, regions, clock);
    }

    /** The buckets of the account whose role was assumed. */
    public BucketCatalog buckets(SessionCredentials session, BucketQuery query) {
        BaseCredentials credentials = BaseCredentials.of(session, CANNOT_LIST);
        Region region = Region.of(connection.region().orElse(session.region()));
        return new S3BucketCatalog(connection, credentials, region, query, log, clock);
    }

    /** The buckets of the account that the environment's own credentials belong to, and whose those are. */
    public OwnBuckets ownBuckets(BucketQuery query) {
        BaseCredentials credentials = BaseCredentials.discover(connection.profile(), CANNOT_LIST);
        Region region = regions.anywhere();
        return new OwnBuckets(
                new S3BucketCatalog(connection, credentials, region, query, log, clock), whoHas(credentials, region));
    }

    private Optional<Caller> whoHas(BaseCredentials credentials, Region region) {
        try (StsClient sts = new Clients(connection).sts(credentials.credentials(), region, new Wire())) {
            return CallerIdentity.ask(sts);
        }
    }

    /** The buckets of the caller's own account. */
    public record OwnBuckets(BucketCatalog catalog, Optional<Caller> caller) {}
}
