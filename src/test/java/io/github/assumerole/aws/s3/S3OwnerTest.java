package io.github.assumerole.aws.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.aws.AwsScenario;
import io.github.assumerole.bucket.BucketCatalog;
import io.github.assumerole.bucket.BucketState;
import io.github.assumerole.bucket.UnknownReason;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import io.github.assumerole.standin.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bucket is confirmed only by a server that checks its owner. */
class S3OwnerTest extends S3TestCase {
    private static final String API = "HeadBucket";
    private static final Fault THERE = Fault.empty(200).withHeader("x-amz-request-id", "4ZQ8");

    @Test
    void checksOnceWhetherCustomEndpointVerifiesOwner() {
        for (String name : List.of("app-logs", "app-artifacts", "app-logs")) {
            assertEquals(BucketState.PRESENT, catalog.lookUp(name).state());
        }

        String owner = StandardWorld.TARGET_ACCOUNT;
        assertEquals(List.of(owner, "000000000000", owner, owner), owners());
    }

    @Test
    void sharesOwnerCheckBetweenThreads() {
        IntStream.range(0, 16)
                .parallel()
                .forEach(i -> assertEquals(
                        BucketState.PRESENT, catalog.lookUp("app-logs").state()));

        assertEquals(1, owners().stream().filter("000000000000"::equals).count());
    }

    /** As Ceph RGW does. */
    @Test
    void rejectsServerThatIgnoresOwner() {
        scene.aws.faultAlways(API, THERE);

        for (String name : List.of("app-logs", "app-artifacts")) {
            UnknownReason reason = reason(catalog.lookUp(name));

            assertEquals(UnknownReason.Kind.PERMANENT, reason.kind());
            assertEquals(
                    scene.aws.endpoint() + " has this bucket, but ignores the expected owner, so it may belong to"
                            + " another account.",
                    reason.failure().cameBack());
            assertEquals(
                    List.of("allow s3:ListAllMyBuckets on *, and do not set <lookup> to head: only the account's own"
                            + " listing proves the owner"),
                    reason.failure().advice());
        }
        assertEquals(3, owners().size(), "the server is checked once");
    }

    /** As s3proxy, which does not implement the header of the expected owner. */
    @Test
    void looksUpWithoutOwnerIfServerRejectsHeader() {
        for (Fault rejected : List.of(Fault.error(501, "NotImplemented", ""), Fault.empty(501), Fault.html(501))) {
            try (BucketCatalog other = catalogOf(StandardWorld.CI_DEPLOY)) {
                scene.aws.fault(API, rejected);
                int before = owners().size();

                UnknownReason reason = reason(other.lookUp("app-logs"));

                assertEquals(UnknownReason.Kind.PERMANENT, reason.kind());
                assertEquals(
                        scene.aws.endpoint() + " has this bucket, but does not support the expected owner, so it may"
                                + " belong to another account.",
                        reason.failure().cameBack());
                assertEquals(
                        "HeadBucket without expected owner", reason.evidence().api());
                assertEquals(BucketState.ABSENT, other.lookUp("app-lost").state());
                assertEquals(
                        UnknownReason.Kind.DENIED,
                        reason(other.lookUp("build-cache")).kind());
                List<String> sent = owners().subList(before, owners().size());
                assertEquals(List.of(StandardWorld.TARGET_ACCOUNT, "", "", ""), sent);
                assertEquals(
                        List.of(scene.aws.endpoint() + " does not support x-amz-expected-bucket-owner, so the owner of"
                                + " buckets is not verified"),
                        scene.log);
                scene.log.clear();
            }
        }
    }

    /** The call itself is not implemented, with or without the owner. */
    @Test
    void keepsOwnerIfCallIsNotSupported() {
        scene.aws.faultAlways(API, Fault.error(501, "NotImplemented", ""));

        assertEquals(
                UnknownReason.Kind.PERMANENT, reason(catalog.lookUp("app-logs")).kind());
        assertEquals(
                UnknownReason.Kind.PERMANENT, reason(catalog.lookUp("app-logs")).kind());
        String owner = StandardWorld.TARGET_ACCOUNT;
        assertEquals(List.of(owner, "", owner, ""), owners());
        assertEquals(List.of(), scene.log);
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
            assertEquals(BucketState.PRESENT, locals.lookUp("app-local").state());
        }
    }

    @ParameterizedTest
    @CsvSource({"500, TRANSIENT", "503, TRANSIENT", "400, PERMANENT", "404, PERMANENT", "301, PERMANENT"})
    void repeatsFailedOwnerCheck(int status, UnknownReason.Kind kind) {
        scene.aws.fault(API, NONE, Fault.error(status, "Whatever", ""));

        assertEquals(kind, reason(catalog.lookUp("app-logs")).kind());
        assertEquals(BucketState.PRESENT, catalog.lookUp("app-logs").state());
        assertEquals(4, owners().size());
    }

    /** As with Ceph RGW, whose ARNs have no account. */
    @Test
    void confirmsNoBucketWithoutAccount() {
        try (BucketCatalog unowned = catalogWithoutAccount()) {
            UnknownReason reason = reason(unowned.lookUp("app-logs"));

            assertEquals(UnknownReason.Kind.PERMANENT, reason.kind());
            assertEquals(
                    scene.aws.endpoint()
                            + " has this bucket, but its owner cannot be verified because the caller's account ID is"
                            + " unknown.",
                    reason.failure().cameBack());
            assertEquals(BucketState.ABSENT, unowned.lookUp("app-lost").state());
            assertEquals(
                    UnknownReason.Kind.DENIED,
                    reason(unowned.lookUp("build-cache")).kind());
            assertEquals(List.of("", "", ""), owners());
        }
    }

    private BucketCatalog catalogWithoutAccount() {
        SessionCredentials unknown = new SessionCredentials(
                session.accessKeyId(),
                session.secretAccessKey(),
                session.sessionToken(),
                session.expiration(),
                session.assumedRoleArn(),
                Optional.empty(),
                session.region(),
                session.evidence());
        return scene.open().buckets(unknown, AwsScenario.EVERYTHING);
    }

    private List<String> owners() {
        return sent(API, "x-amz-expected-bucket-owner");
    }
}
