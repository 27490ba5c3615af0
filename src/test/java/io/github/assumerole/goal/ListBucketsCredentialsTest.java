package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.assumerole.aws.AwsConnection;
import io.github.assumerole.aws.AwsEndpoints;
import io.github.assumerole.aws.BucketQuery;
import io.github.assumerole.aws.BuildServices;
import io.github.assumerole.aws.CallLimits;
import io.github.assumerole.aws.Network;
import io.github.assumerole.aws.profile.SharedFilesCache;
import io.github.assumerole.bucket.AccountContext;
import io.github.assumerole.export.LogMask;
import io.github.assumerole.role.AllowedAccounts;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.BaseCredentialsSource;
import io.github.assumerole.role.HttpProxies;
import io.github.assumerole.role.RoleSessionName;
import io.github.assumerole.role.Secret;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.role.SessionCredentials.IssueDetails;
import io.github.assumerole.role.StsCache;
import io.github.assumerole.standin.StandardWorld;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Order of the credentials of list-buckets: those of the role, of assume-role, base credentials. */
class ListBucketsCredentialsTest extends GoalTest {
    private static final String ROLE = "roleArn=" + StandardWorld.CI_DEPLOY;

    @Test
    void assumesConfiguredRole() throws Exception {
        listBuckets(ROLE).execute();

        assertLogged("[INFO] 5 buckets in account 444455556666, as role ci-deploy");
        assertEquals(0, Build.names(project, "aws.").count());
    }

    @Test
    void prefersConfiguredRoleToPublishedCredentials() throws Exception {
        assumeRole(ROLE).execute();
        listBuckets("roleArn=" + StandardWorld.EMPTY_CI_DEPLOY).execute();

        assertLogged("[INFO] no buckets in account 777788889999, as role ci-deploy");
    }

    @Test
    void prefersPublishedCredentialsToBaseCredentials() throws Exception {
        assumeRole(ROLE).execute();
        listBuckets("allowDefaultCredentials=true").execute();

        assertLogged("[INFO] 5 buckets in account 444455556666, as role ci-deploy");
        assertEquals(1, assumed());
    }

    @Test
    void reusesSessionOfAssumeRole() throws Exception {
        assumeRole(ROLE).execute();
        listBuckets(ROLE).execute();

        assertEquals(1, assumed());
    }

    @Test
    void usesBaseCredentialsIfAllowed() throws Exception {
        listBuckets("allowDefaultCredentials=true").execute();

        assertLogged("[INFO] 1 bucket in account 111122223333");
        assertLogged("[INFO] Using the base credentials of " + StandardWorld.BOB_ARN);
    }

    @Test
    void failsWithoutCredentialsUnderThePrefix() throws Exception {
        assumeRole(ROLE).execute();

        assertEquals(
                List.of(
                        "Cannot list any buckets: no credentials found. Checked, in this order:",
                        "  - roleArn: not configured",
                        "  - assume-role with propertyPrefix target.: did not run in app in this build",
                        "  - profile in-ireland: assumes no role",
                        "  - base credentials: allowDefaultCredentials is false",
                        "What to try:",
                        "  - set <roleArn>, or -Dassume-role.roleArn=arn:aws:iam::<account>:role/<name>",
                        "  - run assume-role before this goal in the same module, with the same <propertyPrefix>",
                        "  - to use the account of the base credentials: -Dassume-role.allowDefaultCredentials"),
                rejected(listBuckets("propertyPrefix=target.")));
    }

    @Test
    void rejectsExpiredCredentials() {
        build.state().putCredentials(project, "aws.", expiring(Instant.parse("2024-02-29T12:00:00Z")));

        assertEquals(
                List.of(
                        "Cannot list the buckets as arn:aws:sts::444455556666:assumed-role/ci-deploy/maven-app: the"
                                + " published credentials expired at 2024-02-29T12:00:00Z.",
                        "What to try:",
                        "  - run assume-role again before this goal, or set <roleArn> for this goal as well",
                        "  - raise <durationSeconds>"),
                rejected(listBuckets()));
    }

    @Test
    void acceptsPublishedCredentialsUntilTheInstantOfExpiration() {
        BucketCatalogs.Found found = at(Sessions.EXPIRATION.minusNanos(1)).orElseThrow();

        assertEquals(new AccountContext(Optional.of("444455556666"), Optional.of("ci-deploy")), found.account());
        assertThrows(AwsAccessException.class, () -> at(Sessions.EXPIRATION));
    }

    private static Optional<BucketCatalogs.Found> at(Instant now) {
        AwsConnection connection = new AwsConnection(
                new BaseCredentialsSource.Environment(),
                Optional.empty(),
                new AwsEndpoints(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), new SharedFilesCache()),
                new CallLimits(Duration.ofSeconds(1), Duration.ofSeconds(1), 1),
                new Network(HttpProxies.NONE, Optional.empty()));
        AwsContext context = new AwsContext(
                connection,
                Optional.empty(),
                Set.of(),
                AllowedAccounts.ALL,
                Duration.ofMinutes(5),
                new RoleSessionName("maven-app"),
                new BuildServices(
                        serial -> fail("no MFA code is needed"),
                        name -> Optional.empty(),
                        StsCache.empty(),
                        Optional.empty(),
                        line -> {},
                        Clock.fixed(now, ZoneOffset.UTC)),
                new LogMask(name -> null, () -> Optional.empty(), line -> {}),
                session -> fail("no session is issued"));
        return new BucketCatalogs(context)
                .find(
                        Optional.of(Sessions.of("ASIAONE", Optional.of("444455556666"))),
                        false,
                        new BucketQuery("", OptionalInt.empty(), Optional.empty()));
    }

    private static SessionCredentials expiring(Instant expiration) {
        return new SessionCredentials(
                "ASIAEXPIRED",
                Secret.of("expired-secret"),
                Secret.of("expired-token"),
                expiration,
                "arn:aws:sts::444455556666:assumed-role/ci-deploy/maven-app",
                Optional.empty(),
                "eu-west-1",
                new IssueDetails("https://sts.example.com", Optional.empty(), Optional.empty(), "the test"));
    }
}
