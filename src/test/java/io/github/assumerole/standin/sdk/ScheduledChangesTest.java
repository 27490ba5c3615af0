package io.github.assumerole.standin.sdk;

import static io.github.assumerole.standin.sdk.SdkClients.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.LocalAws;
import io.github.assumerole.standin.StandardWorld;
import io.github.assumerole.standin.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.s3.S3Client;

class ScheduledChangesTest extends EmbeddedAwsTest {
    private static final String ACCOUNT = StandardWorld.TARGET_ACCOUNT;

    private final S3Client s3 = sdk.s3(sdk.assume(BOB, StandardWorld.CI_DEPLOY), "eu-west-1");

    @Test
    void bucketCanBeCreatedAtAnyTime() {
        assertFalse(names().contains("app-new"));

        aws.create(ACCOUNT, "app-new", "eu-west-1");

        assertEquals(
                List.of(
                        "app-artifacts",
                        "app-logs",
                        "app-new",
                        "app-releases",
                        "terraform-state",
                        "website.example.com"),
                names());
        assertEquals(200, BucketCall.HEAD.status(s3, "app-new"));
        assertTrue(BucketCall.OWNERSHIP_CONTROLS.send(s3, "app-new").toString().contains("BucketOwnerEnforced"));
    }

    @Test
    void creationDateFollowsTheClockOfTheServer() {
        aws.create(ACCOUNT, "older", "eu-west-1");
        aws.advanceClock(Duration.ofMinutes(5));
        aws.create(ACCOUNT, "younger", "eu-west-1");

        Duration between = Duration.between(created("older"), created("younger"));

        assertEquals(5, between.toMinutes());
    }

    @Test
    void createdBucketIsInOneServerOnly() {
        World world = World.standard().build();
        try (LocalAws first = LocalAws.start(world);
                LocalAws second = LocalAws.start(world);
                SdkClients clients = new SdkClients(second)) {
            first.create(ACCOUNT, "app-new", "eu-west-1");

            assertEquals(
                    5,
                    clients.s3As(StandardWorld.CI_DEPLOY)
                            .listBuckets()
                            .buckets()
                            .size());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "123456789012, app-new, unknown account",
        "444455556666, app-logs, already",
        "444455556666, build-cache, already"
    })
    void rejectsUnknownAccountsAndTakenNames(String account, String bucket, String reason) {
        String message = assertThrows(IllegalArgumentException.class, () -> aws.create(account, bucket, "eu-west-1"))
                .getMessage();

        assertTrue(message.contains(reason), message);
    }

    @Test
    void changeRunsAfterTheNumberOfCalls() {
        names();
        aws.afterCalls("ListBuckets", 2, () -> aws.create(ACCOUNT, "app-new", "eu-west-1"));

        assertFalse(names().contains("app-new"));
        sdk.sts(BOB).getCallerIdentity();
        assertFalse(names().contains("app-new"));
        assertTrue(names().contains("app-new"));
        assertTrue(names().contains("app-new"));
    }

    @Test
    void failedCallsCount() {
        aws.fault("HeadBucket", Fault.empty(503));
        aws.afterCalls("HeadBucket", 2, () -> aws.create(ACCOUNT, "app-new", "eu-west-1"));

        assertEquals(503, BucketCall.HEAD.status(s3, "app-new"));
        assertEquals(404, BucketCall.HEAD.status(s3, "app-new"));
        assertEquals(200, BucketCall.HEAD.status(s3, "app-new"));
    }

    @Test
    void severalChangesRunInOrder() {
        aws.afterCalls("ListBuckets", 1, () -> aws.create(ACCOUNT, "first", "eu-west-1"));
        aws.afterCalls("ListBuckets", 2, () -> aws.create(ACCOUNT, "second", "eu-west-1"));

        assertEquals(List.of(5, 6, 7), List.of(names().size(), names().size(), names().size()));
    }

    @Test
    void rejectsZeroCallsAndUnknownOperations() {
        assertThrows(IllegalArgumentException.class, () -> aws.afterCalls("ListBuckets", 0, () -> {}));
        assertThrows(IllegalArgumentException.class, () -> aws.afterCalls("CreateBucket", 1, () -> {}));
    }

    @Test
    void bucketsCanBeCreatedWhileOthersList() {
        long complete = IntStream.range(0, 40)
                .parallel()
                .filter(i -> {
                    aws.create(ACCOUNT, "parallel-%02d".formatted(i), "eu-west-1");
                    return names().contains("parallel-%02d".formatted(i));
                })
                .count();

        assertEquals(40, complete);
        assertEquals(45, names().size());
    }

    private List<String> names() {
        return SdkClients.names(s3.listBuckets());
    }

    private Instant created(String bucket) {
        return s3.listBuckets(list -> list.prefix(bucket)).buckets().get(0).creationDate();
    }
}
