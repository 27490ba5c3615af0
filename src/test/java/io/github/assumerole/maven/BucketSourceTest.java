package io.github.assumerole.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.aws.AwsConnection;
import io.github.assumerole.aws.BucketQuery;
import io.github.assumerole.bucket.Viewpoint;
import io.github.assumerole.role.AccessFailed;
import io.github.assumerole.role.SessionRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What can be said without a call; the order of the sources is shown by the goal's own tests. */
class BucketSourceTest {
    private static final BucketQuery ALL = new BucketQuery("", OptionalInt.empty());

    private final List<String> log = new ArrayList<>();

    @Test
    void knowsWhosePublishedCredentialsItUses() {
        BucketSource.Found found =
                at(Sessions.EXPIRATION.minusSeconds(1), published()).orElseThrow();

        assertEquals(new Viewpoint(Optional.of("444455556666"), Optional.of("ci-deploy")), found.viewpoint());
        assertEquals(List.of(), log);
    }

    @Test
    void refusesPublishedCredentialsFromTheInstantOfTheirExpiry() {
        AccessFailed refused = assertThrows(AccessFailed.class, () -> at(Sessions.EXPIRATION, published()));

        assertEquals("the published credentials expired at 2026-01-02T03:04:05Z.", refused.cameBack());
    }

    @Test
    void findsNothingWhereNothingIs() {
        assertEquals(Optional.empty(), at(Instant.EPOCH, Map.of()));
    }

    private static Map<String, String> published() {
        return SessionRecord.of(Sessions.of("ASIAONE", Optional.of("444455556666")));
    }

    private Optional<BucketSource.Found> at(Instant now, Map<String, String> published) {
        AwsConnection connection = new AwsConnection(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                1);
        BuildMemory memory = new Build(Build.project("app")).memory();
        return new BucketSource(connection, memory, log::add, Clock.fixed(now, ZoneOffset.UTC))
                .find(Optional.empty(), published, false, ALL);
    }
}
