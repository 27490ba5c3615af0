package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.assumerole.aws.AwsConnection;
import io.github.assumerole.aws.AwsEndpoints;
import io.github.assumerole.aws.BucketQuery;
import io.github.assumerole.aws.BuildServices;
import io.github.assumerole.aws.CallLimits;
import io.github.assumerole.bucket.AccountContext;
import io.github.assumerole.export.LogMask;
import io.github.assumerole.role.AllowedAccounts;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.BaseCredentialsSource;
import io.github.assumerole.role.RoleSessionName;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.role.StsCache;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What can be said without a call; the order of the sources is shown by the goal's own tests. */
class BucketCatalogsTest {
    private static final BucketQuery ALL = new BucketQuery("", OptionalInt.empty(), Optional.empty());

    private final List<String> log = new ArrayList<>();

    @Test
    void knowsWhosePublishedCredentialsItUses() {
        BucketCatalogs.Found found =
                at(Sessions.EXPIRATION.minusSeconds(1), published()).orElseThrow();

        assertEquals(new AccountContext(Optional.of("444455556666"), Optional.of("ci-deploy")), found.viewpoint());
        assertEquals(List.of(), log);
    }

    @Test
    void refusesPublishedCredentialsFromTheInstantOfTheirExpiry() {
        AwsAccessException refused = assertThrows(AwsAccessException.class, () -> at(Sessions.EXPIRATION, published()));

        assertEquals("the published credentials expired at 2026-01-02T03:04:05Z.", refused.cameBack());
    }

    @Test
    void refusesPublishedCredentialsOfAnotherAccountThanTheAllowed() {
        AwsAccessException refused = assertThrows(
                AwsAccessException.class,
                () -> at(Instant.EPOCH, published(), new AllowedAccounts(Set.of("111122223333", "777788889999"))));

        assertEquals(
                "Rejected the session arn:aws:sts::444455556666:assumed-role/ci-deploy/maven-app", refused.attempted());
        assertEquals(
                "belongs to account 444455556666; allowed accounts: 111122223333, 777788889999.", refused.cameBack());
    }

    @Test
    void findsNothingWhereNothingIs() {
        assertEquals(Optional.empty(), at(Instant.EPOCH, Optional.empty()));
    }

    private static Optional<SessionCredentials> published() {
        return Optional.of(Sessions.of("ASIAONE", Optional.of("444455556666")));
    }

    private Optional<BucketCatalogs.Found> at(Instant now, Optional<SessionCredentials> published) {
        return at(now, published, AllowedAccounts.ALL);
    }

    private Optional<BucketCatalogs.Found> at(
            Instant now, Optional<SessionCredentials> published, AllowedAccounts allowed) {
        AwsConnection connection = new AwsConnection(
                new BaseCredentialsSource.Environment(),
                Optional.empty(),
                new AwsEndpoints(Optional.empty(), Optional.empty(), Optional.empty()),
                new CallLimits(Duration.ofSeconds(1), Duration.ofSeconds(1), 1),
                Optional.empty());
        BuildServices surroundings = new BuildServices(
                serial -> fail("no code is needed"),
                name -> Optional.empty(),
                StsCache.empty(),
                log::add,
                Clock.fixed(now, ZoneOffset.UTC));
        LogMask mask = new LogMask(name -> null, Optional.empty(), log::add);
        AwsContext identity = new AwsContext(
                connection,
                Optional.empty(),
                allowed,
                Duration.ofMinutes(5),
                new RoleSessionName("maven-app"),
                surroundings,
                mask,
                session -> fail("nobody issues a session"));
        return new BucketCatalogs(identity).find(published, false, ALL);
    }
}
