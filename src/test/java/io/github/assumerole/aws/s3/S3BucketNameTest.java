package io.github.assumerole.aws.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.aws.AwsScenario;
import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.BucketCatalog;
import io.github.assumerole.bucket.BucketState;
import io.github.assumerole.bucket.CallResult;
import io.github.assumerole.bucket.Setting;
import io.github.assumerole.standin.Call;
import io.github.assumerole.standin.StandardWorld;
import io.github.assumerole.standin.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Buckets of an S3-compatible server whose names mean something else to the endpoint rules of the SDK, which calls
 * CreateSession for a directory bucket, and another host for an Outposts bucket.
 */
class S3BucketNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "data--use1-az4--x-s3",
                "data--x-s3",
                "data-1234567890abcdef-s3alias",
                "test-accessp-o0b1d075431d83bebde8xz5w8ijx1qzlbp3i3kuse10--op-s3",
                "arn:aws:s3:us-east-1:111122223333:accesspoint",
                "tenant:app"
            })
    void readsABucketOfAnyNameWithoutASession(String name) {
        World world = World.standard()
                .account(StandardWorld.TARGET_ACCOUNT, account -> account.bucket(name, "eu-central-1", Instant.EPOCH))
                .build();
        try (AwsScenario scene = new AwsScenario(world);
                BucketCatalog catalog =
                        scene.open().buckets(scene.assume(StandardWorld.CI_DEPLOY), AwsScenario.EVERYTHING)) {
            Bucket bucket = new Bucket(name, Optional.empty(), Optional.empty());
            assertTrue(AwsScenario.list(catalog).stream()
                    .anyMatch(listed -> listed.name().equals(name)));
            assertEquals(BucketState.PRESENT, catalog.lookUp(name).state());
            assertEquals(BucketState.FOREIGN, catalog.lookUpAnywhere(name).state());
            for (Setting setting : Setting.values()) {
                CallResult<Map<String, String>> result = catalog.read(setting, bucket);
                assertEquals(Optional.empty(), result.reason(), () -> setting + " of " + name);
            }
            assertEquals(
                    Stream.concat(
                                    Stream.of("AssumeRole", "ListBuckets", "HeadBucket"),
                                    Stream.of(Setting.values()).map(Setting::api))
                            .collect(Collectors.toSet()),
                    operations(scene.aws.calls()));
        }
    }

    private static Set<String> operations(List<Call> calls) {
        return calls.stream().map(Call::operation).collect(Collectors.toSet());
    }
}
