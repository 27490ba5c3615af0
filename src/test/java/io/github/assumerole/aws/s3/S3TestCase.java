package io.github.assumerole.aws.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.aws.AwsScenario;
import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.BucketCatalog;
import io.github.assumerole.bucket.BucketLookup;
import io.github.assumerole.bucket.BucketState;
import io.github.assumerole.bucket.CallResult;
import io.github.assumerole.bucket.Setting;
import io.github.assumerole.bucket.UnknownReason;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** A LocalAws with the session of a role that has all permissions, and the catalog of its account. */
abstract class S3TestCase {
    static final Fault NONE = Fault.slow(Duration.ZERO);

    final AwsScenario scene = new AwsScenario();
    final SessionCredentials session = scene.assume(StandardWorld.CI_DEPLOY);
    final BucketCatalog catalog = scene.open().buckets(session, AwsScenario.EVERYTHING);

    @AfterEach
    void close() {
        catalog.close();
        scene.close();
    }

    final BucketCatalog catalogOf(String role) {
        return scene.open().buckets(scene.assume(role), AwsScenario.EVERYTHING);
    }

    final CallResult<Map<String, String>> read(Setting setting, String bucket) {
        return catalog.read(setting, bucket(bucket));
    }

    /** A bucket whose region is not known. */
    static Bucket bucket(String name) {
        return new Bucket(name, Optional.empty(), Optional.empty());
    }

    /** Why the result is unknown. */
    final UnknownReason reason(CallResult<?> result) {
        assertEquals(Optional.empty(), result.value());
        return scene.unknownReason(result.reason());
    }

    final UnknownReason reason(BucketLookup lookup) {
        assertEquals(BucketState.UNKNOWN, lookup.state());
        return scene.unknownReason(lookup.reason());
    }

    /** The values of one parameter in all calls of an operation; empty texts where it was not sent. */
    final List<String> sent(String operation, String parameter) {
        return scene.aws.calls(operation).stream()
                .map(call -> call.parameters().getOrDefault(parameter, ""))
                .toList();
    }
}
