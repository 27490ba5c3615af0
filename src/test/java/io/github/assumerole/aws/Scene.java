package io.github.assumerole.aws;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.role.AccessFailed;
import io.github.assumerole.role.AssumeRoleRequest;
import io.github.assumerole.role.ExternalId;
import io.github.assumerole.role.PolicyArn;
import io.github.assumerole.role.RoleArn;
import io.github.assumerole.role.RoleSessionName;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.role.SessionPolicy;
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
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A build in front of an AWS of its own: with bob's keys in the system properties, patient for ten seconds, and without
 * repeating a call. Every failure that it meets, and every line that it logs, is searched for secrets. In the end the
 * system properties are what they were in the beginning.
 */
final class Scene implements AutoCloseable {
    static final BucketQuery EVERYTHING = new BucketQuery("", OptionalInt.empty());

    private static final String KEY_ID = "aws.accessKeyId";
    private static final String SECRET = "aws.secretAccessKey";
    private static final String TOKEN = "aws.sessionToken";

    private final Properties before = (Properties) System.getProperties().clone();
    final LocalAws aws;
    final List<String> log = new ArrayList<>();
    private final Set<String> ownSecrets = new HashSet<>();
    private Optional<String> profile = Optional.empty();
    private Optional<String> region = Optional.of("eu-central-1");
    private Optional<URI> stsEndpoint;
    private Optional<URI> s3Endpoint;
    private Duration callTimeout = Duration.ofSeconds(10);
    private int maxAttempts = 1;

    Scene() {
        this(World.standard().build());
    }

    Scene(World world) {
        aws = LocalAws.start(world);
        stsEndpoint = Optional.of(aws.endpoint());
        s3Endpoint = stsEndpoint;
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
        profile = Optional.of(name);
        return this;
    }

    Scene region(Optional<String> name) {
        region = name;
        return this;
    }

    Scene endpoint(Optional<URI> uri) {
        stsEndpoint = uri;
        s3Endpoint = uri;
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
        return new AwsConnection(
                profile, region, stsEndpoint, s3Endpoint, Duration.ofSeconds(2), callTimeout, maxAttempts);
    }

    Aws open() {
        return new Aws(connection(), log::add, Clock.systemUTC());
    }

    static AssumeRoleRequest request(String roleArn) {
        return request(roleArn, Duration.ofHours(1), Optional.empty(), Optional.empty(), List.of());
    }

    static AssumeRoleRequest request(String roleArn, Duration duration) {
        return request(roleArn, duration, Optional.empty(), Optional.empty(), List.of());
    }

    static AssumeRoleRequest request(String roleArn, ExternalId externalId) {
        return request(roleArn, Duration.ofHours(1), Optional.of(externalId), Optional.empty(), List.of());
    }

    static AssumeRoleRequest request(String roleArn, SessionPolicy policy, PolicyArn... managed) {
        return request(roleArn, Duration.ofHours(1), Optional.empty(), Optional.of(policy), List.of(managed));
    }

    private static AssumeRoleRequest request(
            String roleArn,
            Duration duration,
            Optional<ExternalId> externalId,
            Optional<SessionPolicy> policy,
            List<PolicyArn> managed) {
        return new AssumeRoleRequest(
                RoleArn.parse(roleArn), new RoleSessionName("test"), duration, externalId, policy, managed);
    }

    SessionCredentials assume(AssumeRoleRequest request) {
        return open().roleAssumer().assume(request);
    }

    SessionCredentials assume(String roleArn) {
        return assume(request(roleArn));
    }

    List<Bucket> list(SessionCredentials session) {
        return open().buckets(session, EVERYTHING).list();
    }

    AccessFailed refusal(AssumeRoleRequest request) {
        return refusal(() -> assume(request));
    }

    AccessFailed refusal(String roleArn) {
        return refusal(request(roleArn));
    }

    AccessFailed refusalToList(SessionCredentials session) {
        return refusal(() -> list(session));
    }

    /** The failure of an action, once it is certain that it gives no secret away. */
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

    /** All that a failure advises, in one line. */
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
