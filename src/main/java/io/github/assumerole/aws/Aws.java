package io.github.assumerole.aws;

import io.github.assumerole.aws.codeartifact.GetAuthorizationToken;
import io.github.assumerole.aws.credentials.BaseCredentials;
import io.github.assumerole.aws.credentials.RoleProfileChain;
import io.github.assumerole.aws.credentials.SigningRegion;
import io.github.assumerole.aws.http.HttpConnections;
import io.github.assumerole.aws.s3.S3BucketCatalog;
import io.github.assumerole.aws.s3.S3Calls;
import io.github.assumerole.aws.sts.BaseCredentialsResolver;
import io.github.assumerole.aws.sts.CallerIdentity;
import io.github.assumerole.aws.sts.StsRoleAssumer;
import io.github.assumerole.aws.sts.WebIdentityRoleAssumer;
import io.github.assumerole.bucket.BucketCatalog;
import io.github.assumerole.codeartifact.AuthorizationTokens;
import io.github.assumerole.role.AssumeRoleRequest;
import io.github.assumerole.role.BaseCredentialsSource;
import io.github.assumerole.role.Caller;
import io.github.assumerole.role.RoleAssumer;
import io.github.assumerole.role.RoleSessionName;
import io.github.assumerole.role.SessionCredentials;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The facade of AWS: creates the adapters, without SDK types in its signatures. */
public final class Aws {
    private static final String CANNOT_LIST = "Cannot list the buckets";
    private static final String CANNOT_DETERMINE_ACCOUNT = "Cannot determine the account of the role name";

    private final AwsConnection connection;
    private final BuildServices services;
    private final RoleSessionName name;
    private final SigningRegion regions;

    /**
     * @param connection how AWS is called
     * @param name the session name of role profiles that have none
     */
    public Aws(AwsConnection connection, BuildServices services, RoleSessionName name) {
        this.connection = connection;
        this.services = services;
        this.name = name;
        this.regions = new SigningRegion(connection, services.log());
    }

    /**
     * Assumes roles.
     *
     * @param caller the session that assumes the role (role chaining); empty for the base credentials
     */
    public RoleAssumer roleAssumer(Optional<SessionCredentials> caller) {
        return caller.isEmpty() && connection.origin() instanceof BaseCredentialsSource.WebIdentity identity
                ? new WebIdentityRoleAssumer(connection, regions, identity.token(), services.clock())
                : new StsRoleAssumer(connection, regions, services, caller);
    }

    /** The role that the configured profile assumes; empty if no profile is configured, or it assumes none. */
    public Optional<AssumeRoleRequest> profileRole() {
        return profileChain().map(chain -> chain.last().request());
    }

    /**
     * The session of that role.
     *
     * @param neededUntil a session that expires before this instant is renewed
     */
    public SessionCredentials profileSession(Instant neededUntil) {
        return resolver()
                .session(connection.profile().orElseThrow(), profileChain().orElseThrow(), neededUntil);
    }

    private Optional<RoleProfileChain> profileChain() {
        return connection.profile().flatMap(profile -> resolver().chain(profile, name));
    }

    /**
     * The caller of the base credentials.
     *
     * @throws io.github.assumerole.role.AwsAccessException if the server does not return it
     */
    public Caller caller() {
        BaseCredentials credentials = find(CANNOT_DETERMINE_ACCOUNT);
        return new CallerIdentity(connection, services, regions.anywhere())
                .require(CANNOT_DETERMINE_ACCOUNT, credentials);
    }

    /** The buckets of the account of a session. */
    public BucketCatalog buckets(SessionCredentials session, BucketQuery query) {
        String region = connection.region().orElse(session.region());
        Supplier<S3Calls> own = () -> calls(BaseCredentials.of(session), region);
        return services.clients()
                .map(cache -> cache.get(new ClientKey(connection, session, region), S3Calls.class, own))
                .map(shared -> new S3BucketCatalog(shared, session.accountId(), query, services.log(), () -> {}))
                .orElseGet(() -> catalog(own.get(), session.accountId(), query));
    }

    /** All that a client depends on: of the origin of the base credentials, only the profile, which has settings. */
    private record ClientKey(
            SessionCredentials session,
            String region,
            Optional<String> profile,
            AwsEndpoints endpoints,
            CallLimits limits,
            Network network) {
        private ClientKey(AwsConnection connection, SessionCredentials session, String region) {
            this(
                    session,
                    region,
                    connection.profile(),
                    connection.endpoints(),
                    connection.limits(),
                    connection.network());
        }

        /** Not that of a record, which links method handles for each record in it. */
        @Override
        public int hashCode() {
            return session.accessKeyId().hashCode();
        }
    }

    /** The buckets of the account of the base credentials, with their caller. */
    public OwnBuckets ownBuckets(BucketQuery query) {
        BaseCredentials credentials = find(CANNOT_LIST);
        String region = regions.anywhere();
        Optional<Caller> caller = new CallerIdentity(connection, services, region).find(credentials);
        return new OwnBuckets(catalog(calls(credentials, region), caller.flatMap(Caller::accountId), query), caller);
    }

    /** Opens connections to servers that are not called by the SDK. */
    public static Function<URI, HttpURLConnection> connections(Network network, CallLimits limits) {
        return new HttpConnections(network, limits)::createConnection;
    }

    /** Requests authorization tokens of CodeArtifact. */
    public AuthorizationTokens authorizationTokens() {
        return new GetAuthorizationToken(connection, services.clock());
    }

    private BaseCredentials find(String attempt) {
        return resolver().find(attempt, name);
    }

    private BaseCredentialsResolver resolver() {
        return new BaseCredentialsResolver(connection, regions, services);
    }

    private S3Calls calls(BaseCredentials credentials, String region) {
        return new S3Calls(connection, credentials, region, services.clock());
    }

    private S3BucketCatalog catalog(S3Calls calls, Optional<String> account, BucketQuery query) {
        return new S3BucketCatalog(calls, account, query, services.log(), calls::close);
    }

    /** The buckets of the caller's account. */
    public record OwnBuckets(BucketCatalog catalog, Optional<Caller> caller) {}
}
