package io.github.assumerole.aws;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.BucketCatalog;
import io.github.assumerole.bucket.Doubt;
import io.github.assumerole.role.AccessFailed;
import io.github.assumerole.role.AssumeRoleRequest;
import io.github.assumerole.role.CredentialOrigin;
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
 * A build with its own LocalAws: bob's keys in the system properties, a timeout of ten seconds, one attempt, and no MFA
 * prompt. Checks every failure and every logged line for secrets, and restores the system properties in the end.
 */
final class Scene implements AutoCloseable {
    static final BucketQuery EVERYTHING = new BucketQuery("", OptionalInt.empty(), Optional.empty());

    /** The session name of role profiles that have none. */
    static final RoleSessionName NAME = new RoleSessionName("by-default");

    private static final String KEY_ID = "aws.accessKeyId";
    private static final String SECRET = "aws.secretAccessKey";
    private static final String TOKEN = "aws.sessionToken";

    private final Properties before = (Properties) System.getProperties().clone();
    final LocalAws aws;
    final List<String> log = new ArrayList<>();
    private final Set<String> ownSecrets = new HashSet<>();
    private final StsCache cache = StsCache.empty();
    private CredentialOrigin origin = new CredentialOrigin.Environment();
    private Optional<String> region = Optional.of("eu-central-1");
    private Optional<URI> endpoint;
    private Duration callTimeout = Duration.ofSeconds(10);
    private int maxAttempts = 1;
    private Optional<HttpProxy> proxy = Optional.empty();
    private Function<String, Optional<String>> systemProperties = name -> Optional.ofNullable(System.getProperty(name));
    private Clock clock = Clock.systemUTC();
    private MfaCodes codes = serial -> {
        throw new AssertionError("nobody was to be asked for the code of " + serial);
    };

    Scene() {
        this(World.standard().build());
    }

    Scene(World world) {
        aws = LocalAws.start(world);
        endpoint = Optional.of(aws.endpoint());
        as(StandardWorld.BOB_KEY_ID, StandardWorld.BOB_SECRET);
    }

    Scene as(String keyId, String secret) {
        withoutCredentials();
        System.setProperty(KEY_ID, keyId);
        System.setProperty(SECRET, secret);
        ownSecrets.add(secret);
        return this;
    }

    Scene as(String keyId, String secret, String token) {
        as(keyId, secret);
        System.setProperty(TOKEN, token);
        ownSecrets.add(token);
        return this;
    }

    Scene as(SessionCredentials session) {
        return as(
                session.accessKeyId(),
                session.secretAccessKey().reveal(),
                session.sessionToken().reveal());
    }

    Scene withoutCredentials() {
        List.of(KEY_ID, SECRET, TOKEN).forEach(System::clearProperty);
        return this;
    }

    Scene profile(String name) {
        return origin(new CredentialOrigin.Profile(name));
    }

    Scene origin(CredentialOrigin where) {
        origin = where;
        return this;
    }

    /** With the code of an MFA device; each prompt is logged. */
    Scene showing(String code) {
        return codes(serial -> {
            log.add("code of " + serial);
            return Secret.of(code);
        });
    }

    Scene codes(MfaCodes device) {
        codes = device;
        return this;
    }

    /** Sets the original system properties of the build. */
    Scene systemProperties(Map<String, String> original) {
        systemProperties = name -> Optional.ofNullable(original.get(name));
        return this;
    }

    Scene proxy(HttpProxy way) {
        proxy = Optional.of(way);
        return this;
    }

    Scene clock(Clock now) {
        clock = now;
        return this;
    }

    Scene region(Optional<String> name) {
        region = name;
        return this;
    }

    Scene endpoint(Optional<URI> uri) {
        endpoint = uri;
        return this;
    }

    Scene callTimeout(Duration patience) {
        callTimeout = patience;
        return this;
    }

    Scene maxAttempts(int attempts) {
        maxAttempts = attempts;
        return this;
    }

    AwsConnection connection() {
        Optional<String> profile =
                origin instanceof CredentialOrigin.Profile named ? Optional.of(named.name()) : Optional.empty();
        return new AwsConnection(
                origin,
                region,
                new AwsEndpoints(endpoint, endpoint, profile),
                new CallLimits(Duration.ofSeconds(2), callTimeout, maxAttempts),
                proxy);
    }

    Surroundings surroundings() {
        return new Surroundings(codes, systemProperties, cache, log::add, clock);
    }

    SigningRegion regions() {
        return new SigningRegion(connection(), log::add);
    }

    Aws open() {
        return new Aws(connection(), surroundings(), NAME);
    }

    /** The base credentials. */
    BaseCredentials base() {
        return new StartingCredentials(connection(), regions(), surroundings()).find("Cannot test", NAME);
    }

    static AssumeRoleRequest request(String roleArn) {
        return RequestBuilder.to(roleArn).build();
    }

    static AssumeRoleRequest request(String roleArn, Duration duration) {
        return RequestBuilder.to(roleArn).lasting(duration).build();
    }

    SessionCredentials assume(AssumeRoleRequest request) {
        return open().roleAssumer(Optional.empty()).assume(request);
    }

    SessionCredentials assume(String roleArn) {
        return assume(request(roleArn));
    }

    List<Bucket> list(SessionCredentials session) {
        return list(open().buckets(session, EVERYTHING));
    }

    /** The result of the listing, which must succeed. */
    static List<Bucket> list(BucketCatalog catalog) {
        try (catalog) {
            return catalog.list().value().orElseThrow();
        }
    }

    /** Why the listing failed; checks that this contains no secret. */
    Doubt doubtOfListing(BucketCatalog catalog) {
        try (catalog) {
            return doubt(catalog.list().doubt());
        }
    }

    Doubt doubt(Optional<Doubt> doubt) {
        NoSecrets.in(doubt.orElseThrow().failure(), secrets());
        NoSecrets.in(doubt.get().evidence().inWords(), secrets());
        return doubt.get();
    }

    AccessFailed refusal(AssumeRoleRequest request) {
        return refusal(() -> assume(request));
    }

    AccessFailed refusal(String roleArn) {
        return refusal(request(roleArn));
    }

    AccessFailed refusalToList(SessionCredentials session) {
        return doubtOfListing(open().buckets(session, EVERYTHING)).failure();
    }

    /** The failure of an action; checks that it contains no secret. */
    AccessFailed refusal(Supplier<?> action) {
        AccessFailed failure = assertThrows(AccessFailed.class, action::get);
        NoSecrets.in(failure, secrets());
        return failure;
    }

    Collection<String> secrets() {
        Set<String> secrets = new HashSet<>(aws.secrets());
        secrets.addAll(ownSecrets);
        return secrets;
    }

    /** The advice of a failure in one line. */
    static String advice(AccessFailed failure) {
        return String.join(" | ", failure.advice());
    }

    @Override
    public void close() {
        System.setProperties(before);
        aws.close();
        NoSecrets.in(String.join("\n", log), secrets());
    }
}
