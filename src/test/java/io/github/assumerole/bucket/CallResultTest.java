package io.github.assumerole.bucket;

import static io.github.assumerole.bucket.Buckets.LISTED;
import static io.github.assumerole.bucket.Buckets.bucket;
import static io.github.assumerole.bucket.Buckets.denied;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The result of a call: either a value or a reason, never both or neither. */
class CallResultTest {
    private final UnknownReason reason = denied("HeadBucket");

    @Test
    void hasEitherAValueOrAReason() {
        CallResult<String> known = CallResult.known("x", LISTED);
        assertEquals(Optional.of("x"), known.value());
        assertEquals(Optional.empty(), known.reason());
        assertEquals("x!", known.fold(x -> x + "!", why -> "?"));
        CallResult<String> unknown = CallResult.unknown(reason);
        assertEquals(Optional.empty(), unknown.value());
        assertSame(reason.evidence(), unknown.evidence());
        assertEquals("?", unknown.fold(x -> x + "!", why -> "?"));
    }

    @Test
    void rejectsBothOrNeither() {
        assertThrows(
                IllegalArgumentException.class, () -> new CallResult<>(Optional.of("x"), LISTED, Optional.of(reason)));
        assertThrows(
                IllegalArgumentException.class, () -> new CallResult<>(Optional.empty(), LISTED, Optional.empty()));
    }

    @Nested
    class OfABucket {
        @Test
        void acceptsWhatBelongsToTheState() {
            assertEquals(
                    Optional.of(bucket("app")),
                    BucketLookup.present(bucket("app"), LISTED).bucket());
            assertEquals(BucketState.ABSENT, BucketLookup.absent("app", LISTED).state());
            assertEquals(
                    BucketState.FOREIGN, BucketLookup.foreign("app", LISTED).state());
            BucketLookup unknown = BucketLookup.unknown("app", reason);
            assertEquals(BucketState.UNKNOWN, unknown.state());
            assertSame(reason.evidence(), unknown.evidence());
        }

        @ParameterizedTest
        @EnumSource(BucketState.class)
        void rejectsWhatContradictsTheState(BucketState state) {
            Optional<Bucket> app = Optional.of(bucket("app"));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new BucketLookup("app", state, app, LISTED, Optional.of(reason)));
            boolean bare = state == BucketState.ABSENT || state == BucketState.FOREIGN;
            if (!bare) {
                assertThrows(
                        IllegalArgumentException.class,
                        () -> new BucketLookup("app", state, Optional.empty(), LISTED, Optional.empty()));
            }
        }
    }
}
