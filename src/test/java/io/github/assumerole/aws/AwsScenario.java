package io.github.assumerole.aws;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.aws.credentials.BaseCredentials;
import io.github.assumerole.aws.credentials.SigningRegion;
import io.github.assumerole.aws.profile.SharedFilesCache;
import io.github.assumerole.aws.sts.BaseCredentialsResolver;
import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.BucketCatalog;
import io.github.assumerole.bucket.UnknownReason;
import io.github.assumerole.role.AssumeRoleRequest;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.BaseCredentialsSource;
import io.github.assumerole.role.HttpProxies;
import io.github.assumerole.role.HttpProxy;
import io.github.assumerole.role.MfaCodes;
import io.github.assumerole.role.RoleSessionName;
import io.github.assumerole.role.Secret;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.role.StsCache;
import io.github.assumerole.standin.LocalAws;
import io.github.assumerole.standin.StandardWorld;
import io.github.assumerole.standin.World;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A build with its own LocalAws: bob's keys in the system properties, long timeouts, one attempt, and no MFA prompt.
 * Checks every failure and every logged line for secrets, and restores the system properties in the end.
 */
public final class AwsScenario implements AutoCloseable {
    public static final BucketQuery EVERYTHING = new BucketQuery("", OptionalInt.empty(), Optional.empty());

    /** The session name of role profiles that have none. */
    static final RoleSessionName NAME = new RoleSessionName("by-default");

    /** No slow machine exceeds it; tests of timeouts set their own. */
    private static final Duration LONG = Duration.ofMinutes(5);

    private static final String KEY_ID = "aws.accessKeyId";
    private static final String SECRET = "aws.secretAccessKey";
    private static final String TOKEN = "aws.sessionToken";

    private final Properties before = (Properties) System.getProperties().clone();
    public final LocalAws aws;
    public final List<String> log = new ArrayList<>();
    private final Set<String> ownSecrets = new HashSet<>();
    private final SharedFilesCache files = new SharedFilesCache();
    private final StsCache cache = StsCache.empty();
    private BaseCredentialsSource origin = new BaseCredentialsSource.Environment();
    private Optional<String> region = Optional.of("eu-central-1");
    private Optional<URI> endpoint;
    private Duration callTimeout = LONG;
    private int maxAttempts = 1;
    private HttpProxies proxies = HttpProxies.NONE;
    private Optional<CaBundle> trust = Optional.empty();
    private Function<String, Optional<String>> systemProperties = name -> Optional.ofNullable(System.getProperty(name));
    private Optional<ClientCache> clients = Optional.empty();
    private Clock clock = Clock.systemUTC();
    private MfaCodes codes = serial -> {
        throw new AssertionError("unexpected prompt for the code of " + serial);
    };

    public AwsScenario() {
        this(World.standard().build());
    }

    public AwsScenario(World world) {
        aws = LocalAws.start(world);
        endpoint = Optional.of(aws.endpoint());
        as(StandardWorld.BOB_KEY_ID, StandardWorld.BOB_SECRET);
    }

    public AwsScenario as(String keyId, String secret) {
        withoutCredentials();
        System.setProperty(KEY_ID, keyId);
        System.setProperty(SECRET, secret);
        ownSecrets.add(secret);
        return this;
    }

    public AwsScenario as(String keyId, String secret, String token) {
        as(keyId, secret);
        System.setProperty(TOKEN, token);
        ownSecrets.add(token);
        return this;
    }

    public AwsScenario as(SessionCredentials session) {
        return as(
                session.accessKeyId(),
                session.secretAccessKey().reveal(),
                session.sessionToken().reveal());
    }

    public AwsScenario withoutCredentials() {
        List.of(KEY_ID, SECRET, TOKEN).forEach(System::clearProperty);
        return this;
    }

    public AwsScenario profile(String name) {
        return origin(new BaseCredentialsSource.Profile(name));
    }

    public AwsScenario origin(BaseCredentialsSource source) {
        origin = source;
        return this;
    }

    /** With the code of an MFA device; each prompt is logged. */
    public AwsScenario mfaCode(String code) {
        return codes(serial -> {
            log.add("code of " + serial);
            return Secret.of(code);
        });
    }

    public AwsScenario codes(MfaCodes device) {
        codes = device;
        return this;
    }

    /** Sets the original system properties of the build. */
    public AwsScenario systemProperties(Map<String, String> original) {
        systemProperties = name -> Optional.ofNullable(original.get(name));
        return this;
    }

    public AwsScenario proxy(HttpProxy proxy) {
        proxies = new HttpProxies(Optional.of(proxy), Optional.of(proxy));
        return this;
    }

    public AwsScenario trust(CaBundle authorities) {
        trust = Optional.of(authorities);
        return this;
    }

    public AwsScenario clients(ClientCache build) {
        clients = Optional.of(build);
        return this;
    }

    public AwsScenario clock(Clock now) {
        clock = now;
        return this;
    }

    public AwsScenario region(Optional<String> name) {
        region = name;
        return this;
    }

    public AwsScenario endpoint(Optional<URI> uri) {
        endpoint = uri;
        return this;
    }

    public AwsScenario callTimeout(Duration timeout) {
        callTimeout = timeout;
        return this;
    }

    public AwsScenario maxAttempts(int attempts) {
        maxAttempts = attempts;
        return this;
    }

    public AwsConnection connection() {
        Optional<String> profile =
                origin instanceof BaseCredentialsSource.Profile named ? Optional.of(named.name()) : Optional.empty();
        return new AwsConnection(
                origin,
                region,
                new AwsEndpoints(endpoint, Optional.empty(), Optional.empty(), profile, files),
                new CallLimits(LONG, callTimeout, maxAttempts),
                new Network(proxies, trust));
    }

    public BuildServices services() {
        return new BuildServices(codes, systemProperties, cache, clients, log::add, clock);
    }

    public SigningRegion regions() {
        return new SigningRegion(connection(), log::add);
    }

    public Aws open() {
        return new Aws(connection(), services(), NAME);
    }

    /** The base credentials. */
    public BaseCredentials base() {
        return new BaseCredentialsResolver(connection(), regions(), services()).find("Cannot test", NAME);
    }

    public static AssumeRoleRequest request(String roleArn) {
        return RequestBuilder.to(roleArn).build();
    }

    public static AssumeRoleRequest request(String roleArn, Duration duration) {
        return RequestBuilder.to(roleArn).duration(duration).build();
    }

    public SessionCredentials assume(AssumeRoleRequest request) {
        return open().roleAssumer(Optional.empty()).assume(request);
    }

    public SessionCredentials assume(String roleArn) {
        return assume(request(roleArn));
    }

    public List<Bucket> list(SessionCredentials session) {
        return list(open().buckets(session, EVERYTHING));
    }

    /** The result of the listing, which must succeed. */
    public static List<Bucket> list(BucketCatalog catalog) {
        try (catalog) {
            return catalog.list().value().orElseThrow();
        }
    }

    /** Why the listing failed; checks that this contains no secret. */
    public UnknownReason listingReason(BucketCatalog catalog) {
        try (catalog) {
            return unknownReason(catalog.list().reason());
        }
    }

    public UnknownReason unknownReason(Optional<UnknownReason> reason) {
        NoSecrets.in(reason.orElseThrow().failure(), secrets());
        NoSecrets.in(reason.get().evidence().description(), secrets());
        return reason.get();
    }

    public AwsAccessException failure(AssumeRoleRequest request) {
        return failure(() -> assume(request));
    }

    public AwsAccessException failure(String roleArn) {
        return failure(request(roleArn));
    }

    public AwsAccessException listingFailure(SessionCredentials session) {
        return listingReason(open().buckets(session, EVERYTHING)).failure();
    }

    /** The failure of an action; checks that it contains no secret. */
    public AwsAccessException failure(Supplier<?> action) {
        AwsAccessException failure = assertThrows(AwsAccessException.class, action::get);
        NoSecrets.in(failure, secrets());
        return failure;
    }

    public Collection<String> secrets() {
        Set<String> secrets = new HashSet<>(aws.secrets());
        secrets.addAll(ownSecrets);
        return secrets;
    }

    /** The advice of a failure in one line. */
    public static String advice(AwsAccessException failure) {
        return String.join(" | ", failure.advice());
    }

    @Override
    public void close() {
        System.setProperties(before);
        aws.close();
        NoSecrets.in(String.join("\n", log), secrets());
    }
}
