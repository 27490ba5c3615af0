package io.github.assumerole.aws;

import io.github.assumerole.bucket.BucketCatalog;
import io.github.assumerole.role.Caller;
import io.github.assumerole.role.CredentialOrigin;
import io.github.assumerole.role.RoleAssumer;
import io.github.assumerole.role.RoleSessionName;
import io.github.assumerole.role.SessionCredentials;
import java.util.Optional;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

/** The door to AWS: makes the adapters, and shows nothing of the SDK in its signatures. */
public final class Aws {
    private static final String CANNOT_LIST = "Cannot list the buckets";
    private static final String CANNOT_TELL = "Cannot tell which account the role's name belongs to";

    private final AwsConnection connection;
    private final Surroundings surroundings;
    private final RoleSessionName name;
    private final SigningRegion regions;

    /**
     * @param connection who asks, where, and how patiently
     * @param name of the session of a role profile that has none
     */
    public Aws(AwsConnection connection, Surroundings surroundings, RoleSessionName name) {
        this.connection = connection;
        this.surroundings = surroundings;
        this.name = name;
        this.regions = new SigningRegion(connection, surroundings.log());
    }

    /**
     * Assumes roles.
     *
     * @param caller the session of a role, to assume another with; empty for the credentials that the build starts from
     */
    public RoleAssumer roleAssumer(Optional<SessionCredentials> caller) {
        RoleAssumer assumer = caller.isEmpty() && connection.origin() instanceof CredentialOrigin.WebIdentity identity
                ? new WebIdentityRoleAssumer(connection, regions, identity.token(), surroundings.clock())
                : new StsRoleAssumer(connection, regions, surroundings, caller);
        return request -> PassingThread.call(() -> assumer.assume(request));
    }

    /**
     * Whom the credentials belong to that the build starts from.
     *
     * @throws io.github.assumerole.role.AccessFailed when the server does not tell
     */
    public Caller caller() {
        return PassingThread.call(() ->
                CallerIdentity.require(CANNOT_TELL, connection, find(CANNOT_TELL), regions.anywhere(), surroundings));
    }

    /** The buckets of the account whose role was assumed. */
    public BucketCatalog buckets(SessionCredentials session, BucketQuery query) {
        return catalog(
                BaseCredentials.of(session),
                Region.of(connection.region().orElse(session.region())),
                session.accountId(),
                query);
    }

    /** The buckets of the account that the credentials belong to that the build starts from, and whose those are. */
    public OwnBuckets ownBuckets(BucketQuery query) {
        return PassingThread.call(() -> findOwnBuckets(query));
    }

    private OwnBuckets findOwnBuckets(BucketQuery query) {
        BaseCredentials credentials = find(CANNOT_LIST);
        Region region = regions.anywhere();
        Optional<Caller> caller = whoHas(credentials, region);
        return new OwnBuckets(catalog(credentials, region, caller.flatMap(Caller::accountId), query), caller);
    }

    private BaseCredentials find(String attempt) {
        return new StartingCredentials(connection, regions, surroundings).find(attempt, name);
    }

    private BucketCatalog catalog(
            BaseCredentials credentials, Region region, Optional<String> account, BucketQuery query) {
        S3Calls calls = new S3Calls(new Clients(connection), credentials, region, surroundings.clock());
        return new S3BucketCatalog(calls, account, query, surroundings.log());
    }

    private Optional<Caller> whoHas(BaseCredentials credentials, Region region) {
        try (StsClient sts = new Clients(connection).sts(credentials.credentials(), region, new Wire())) {
            return CallerIdentity.ask(sts);
        }
    }

    /** The buckets of the caller's own account. */
    public record OwnBuckets(BucketCatalog catalog, Optional<Caller> caller) {}
}
