package io.github.assumerole.standin;

import io.github.assumerole.standin.auth.SignatureVerifier;
import io.github.assumerole.standin.codeartifact.CodeArtifactService;
import io.github.assumerole.standin.http.HttpListener;
import io.github.assumerole.standin.iam.AccessKeyStore;
import io.github.assumerole.standin.iam.Account;
import io.github.assumerole.standin.s3.Bucket;
import io.github.assumerole.standin.s3.BucketStore;
import io.github.assumerole.standin.s3.S3Service;
import io.github.assumerole.standin.sts.StsService;
import io.github.assumerole.standin.sts.WebIdentityTokens;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * STS, S3 and CodeArtifact on loopback, for the operations of role assumption, bucket listing, bucket settings and
 * authorization tokens, and a Maven repository that accepts these tokens. It rejects what AWS rejects, and everything
 * that it does not support, so that no test passes because the server is lenient.
 */
public final class LocalAws implements AutoCloseable {
    private final ServerClock clock = new ServerClock();
    private final ScheduledFaults faults = new ScheduledFaults();
    private final ScheduledChanges changes = new ScheduledChanges();
    private final CallLog calls = new CallLog(changes::called);
    private final WebIdentityTokens tokens = new WebIdentityTokens();
    private final World world;
    private final BucketStore buckets;
    private final AccessKeyStore keys;
    private final CodeArtifactService codeArtifact;
    private final HttpListener listener;

    private LocalAws(World world, int port) {
        this.world = world;
        this.buckets = new BucketStore(world.buckets(), world.generated());
        this.keys = new AccessKeyStore(world.keys());
        StsService sts = new StsService(world.iam(), keys, tokens, clock);
        S3Service s3 = new S3Service(buckets);
        this.codeArtifact = new CodeArtifactService(world.domains(), keys, clock);
        Router router = new Router(new SignatureVerifier(keys, clock), sts, s3, codeArtifact, faults, calls, clock);
        this.listener = HttpListener.start(port, router);
    }

    /** With the world of {@link StandardWorld}. */
    public static LocalAws start() {
        return start(World.standard().build());
    }

    public static LocalAws start(World world) {
        return new LocalAws(world, 0);
    }

    /** Runs until it is killed. The option {@code --port} sets the port. */
    public static void main(String[] args) throws InterruptedException {
        boolean hasPort = args.length == 2 && args[0].equals("--port");
        if (args.length > 0 && !hasPort) {
            throw new IllegalArgumentException("The only option is --port NUMBER");
        }
        try (LocalAws aws = new LocalAws(World.standard().build(), hasPort ? Integer.parseInt(args[1]) : 0)) {
            System.out.print(UserGuide.render(aws.endpoint(), aws.world));
            Thread.currentThread().join();
        }
    }

    public URI endpoint() {
        return listener.endpoint();
    }

    /** Every call so far, in order of arrival. */
    public List<Call> calls() {
        return calls.all();
    }

    public List<Call> calls(String operation) {
        return calls().stream()
                .filter(call -> call.operation().equals(operation))
                .toList();
    }

    /** The next calls of the operation fail, one for each fault. */
    public void fault(String operation, Fault... next) {
        faults.add(operation, List.of(next));
    }

    public void faultAlways(String operation, Fault fault) {
        faults.set(operation, fault);
    }

    /**
     * Creates a bucket with default settings, as another client could while a build runs. Thread-safe.
     *
     * @throws IllegalArgumentException for an unknown account or an existing bucket
     */
    public void create(String accountId, String bucket, String region) {
        Account owner = Optional.ofNullable(world.accounts().get(accountId))
                .orElseThrow(() -> new IllegalArgumentException("unknown account: " + accountId));
        buckets.create(new Bucket(owner, bucket, region, clock.instant(), new BucketBuilder().build()));
    }

    /**
     * Runs a change after the given number of calls of the operation, failed ones included. The next call after the
     * response to the last of them sees the change.
     */
    public void afterCalls(String operation, int calls, Runnable change) {
        changes.add(operation, calls, change);
    }

    /** The paths of the files in Maven repositories, sorted. */
    public Set<String> artifacts() {
        return codeArtifact.artifacts();
    }

    /** What must never be logged: all secret keys and tokens so far. */
    public Set<String> secrets() {
        Set<String> secrets = new LinkedHashSet<>(keys.secrets());
        secrets.addAll(tokens.all());
        secrets.addAll(codeArtifact.tokens());
        return secrets;
    }

    /** A token of {@link StandardWorld#OIDC_ISSUER}. */
    public String issueWebIdentityToken(String audience, String subject, Duration validity) {
        return tokens.issue(StandardWorld.OIDC_ISSUER, audience, subject, clock.instant(), validity);
    }

    /** Advances the clock of this server, which counts for expiration, clock skew and the Date header. */
    public void advanceClock(Duration by) {
        clock.advance(by);
    }

    @Override
    public void close() {
        listener.close();
    }
}
