package io.github.assumerole.aws;

import static io.github.assumerole.aws.AwsScenario.advice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.bucket.BucketCatalog;
import io.github.assumerole.bucket.BucketLookup;
import io.github.assumerole.bucket.BucketState;
import io.github.assumerole.bucket.UnknownReason;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import io.github.assumerole.standin.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bucket is confirmed only by a server that checks its owner. */
class S3OwnerTest {
    private static final String API = "HeadBucket";
    private static final Fault NONE = Fault.slow(Duration.ZERO);
    private static final Fault THERE = Fault.empty(200).withHeader("x-amz-request-id", "4ZQ8");

    private final AwsScenario scene = new AwsScenario();
    private final SessionCredentials session = scene.assume(StandardWorld.CI_DEPLOY);
    private final BucketCatalog catalog = scene.open().buckets(session, AwsScenario.EVERYTHING);

    @AfterEach
    void close() {
        catalog.close();
        scene.close();
    }

    @Test
    void verifiesOwnerCheckOfCustomEndpointOnce() {
        List<String> names = List.of("app-logs", "app-artifacts", "app-logs");

        names.forEach(
                name -> assertEquals(BucketState.PRESENT, catalog.look(name).state()));

        String owner = StandardWorld.TARGET_ACCOUNT;
        assertEquals(List.of(owner, "000000000000", owner, owner), owners());
    }

    @Test
    void sharesOwnerCheckBetweenThreads() {
        IntStream.range(0, 16)
                .parallel()
                .forEach(i -> assertEquals(
                        BucketState.PRESENT, catalog.look("app-logs").state()));

        assertEquals(1, owners().stream().filter("000000000000"::equals).count());
    }

    /** As Ceph RGW does. */
    @Test
    void rejectsServerThatIgnoresOwner() {
        scene.aws.faultAlways(API, THERE);

        for (String name : List.of("app-logs", "app-artifacts")) {
            UnknownReason doubt = doubt(catalog.look(name));

            assertEquals(UnknownReason.Kind.LASTING, doubt.kind());
            assertEquals(
                    scene.aws.endpoint() + " has this bucket, but ignores the expected owner, so it may belong to"
                            + " another account.",
                    doubt.failure().cameBack());
            assertTrue(advice(doubt.failure()).contains("set <lookup> to list"), advice(doubt.failure()));
        }
        assertEquals(3, owners().size(), "the server is put to the test once");
    }

    /** As the account of test servers; another account ID is used then. */
    @Test
    void usesOtherAccountForOwnerCheck() {
        World world = World.standard()
                .account("000000000000", account -> account.alias("local")
                        .role("ci", role -> role.trusts(StandardWorld.BOB_ARN))
                        .bucket("app-local", "eu-central-1", Instant.EPOCH))
                .build();
        try (AwsScenario local = new AwsScenario(world);
                BucketCatalog locals = local.open()
                        .buckets(local.assume("arn:aws:iam::000000000000:role/ci"), AwsScenario.EVERYTHING)) {
            assertEquals(BucketState.PRESENT, locals.look("app-local").state());
        }
    }

    @ParameterizedTest
    @CsvSource({"500, PASSING", "503, PASSING", "400, LASTING", "404, LASTING", "301, LASTING"})
    void repeatsFailedOwnerCheck(int status, UnknownReason.Kind kind) {
        scene.aws.fault(API, NONE, Fault.error(status, "Whatever", ""));

        assertEquals(kind, doubt(catalog.look("app-logs")).kind());
        assertEquals(BucketState.PRESENT, catalog.look("app-logs").state());
        assertEquals(4, owners().size());
    }

    /** As with Ceph RGW, whose ARNs have no account. */
    @Test
    void confirmsNoBucketWithoutAccount() {
        try (BucketCatalog nobodys = catalogWithout(session)) {
            UnknownReason doubt = doubt(nobodys.look("app-logs"));

            assertEquals(UnknownReason.Kind.LASTING, doubt.kind());
            assertEquals(
                    scene.aws.endpoint()
                            + " has this bucket, but its owner cannot be verified because the caller's account ID is"
                            + " unknown.",
                    doubt.failure().cameBack());
            assertEquals(BucketState.ABSENT, nobodys.look("app-lost").state());
            assertEquals(
                    UnknownReason.Kind.DENIED,
                    doubt(nobodys.look("build-cache")).kind());
            assertEquals(List.of("", "", ""), owners());
        }
    }

    private BucketCatalog catalogWithout(SessionCredentials of) {
        return scene.open()
                .buckets(
                        new SessionCredentials(
                                of.accessKeyId(),
                                of.secretAccessKey(),
                                of.sessionToken(),
                                of.expiration(),
                                of.assumedRoleArn(),
                                Optional.empty(),
                                of.region(),
                                of.evidence()),
                        AwsScenario.EVERYTHING);
    }

    private UnknownReason doubt(BucketLookup seen) {
        assertEquals(BucketState.UNKNOWN, seen.state());
        return scene.doubt(seen.reason());
    }

    private List<String> owners() {
        return scene.aws.calls(API).stream()
                .map(call -> call.parameters().getOrDefault("x-amz-expected-bucket-owner", ""))
                .toList();
    }
}
