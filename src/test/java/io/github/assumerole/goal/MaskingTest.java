package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.assumerole.aws.AwsConnection;
import io.github.assumerole.aws.AwsEndpoints;
import io.github.assumerole.aws.BuildServices;
import io.github.assumerole.aws.CallLimits;
import io.github.assumerole.aws.Network;
import io.github.assumerole.aws.profile.SharedFilesCache;
import io.github.assumerole.export.LogMask;
import io.github.assumerole.role.AllowedAccounts;
import io.github.assumerole.role.BaseCredentialsSource;
import io.github.assumerole.role.CallerOptions;
import io.github.assumerole.role.HttpProxies;
import io.github.assumerole.role.RoleArn;
import io.github.assumerole.role.RoleChainRequest;
import io.github.assumerole.role.RoleNameOrArn;
import io.github.assumerole.role.RoleSessionName;
import io.github.assumerole.role.Secret;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.role.SessionOptions;
import io.github.assumerole.standin.StandardWorld;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.SetSystemProperty;

/** On a CI server, each new session of a build is masked once, on the console and not in the log. */
class MaskingTest extends GoalTest {
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    @Test
    void masksSession() {
        SessionCredentials session = context(List.of()).assume().credentials();

        assertEquals(
                List.of(
                        "",
                        "::add-mask::" + session.accessKeyId(),
                        "::add-mask::" + session.secretAccessKey().reveal(),
                        "::add-mask::" + session.sessionToken().reveal()),
                printed());
        assertLoggedNoSecret();
        assertFalse(log.lines().toString().contains("add-mask"), log.lines()::toString);
    }

    @Test
    void masksEverySessionOfChain() {
        context(List.of(RoleArn.parse(StandardWorld.CI_RUNNER))).assume();

        assertEquals(
                6,
                printed().stream()
                        .filter(line -> line.startsWith("::add-mask::"))
                        .count());
    }

    @Test
    void masksNoSessionTwice() {
        context(List.of()).assume();
        List<String> printed = printed();

        RoleSession again = context(List.of()).assume();

        assertFalse(again.fresh());
        assertEquals(printed, printed());
    }

    @Test
    void masksNothingForCaller() {
        assertEquals(
                StandardWorld.BOB_ARN, context(List.of()).caller().orElseThrow().arn());
        assertEquals(List.of(), printed());
    }

    /** In Maven's daemon, the console is not available. */
    @Test
    @SetSystemProperty(key = "mvnd.home", value = "/mvnd")
    void warnsOnceWithoutConsole() throws Exception {
        parameter("roleArn", StandardWorld.CI_DEPLOY);
        build.systemProperty("env.GITHUB_ACTIONS", "true");

        assumeRole().execute();
        listBuckets().execute();

        assertEquals(
                List.of("[WARNING] The credentials are not masked in the log of GitHub Actions: its console is not"
                        + " available. This plugin never prints them."),
                warnings());
        assertLoggedNoSecret();
    }

    @Test
    @SetSystemProperty(key = "mvnd.home", value = "/mvnd")
    void doesNotWarnOutsideOfCi() throws Exception {
        assumeRole("roleArn=" + StandardWorld.CI_DEPLOY).execute();

        assertEquals(List.of(), warnings());
    }

    private List<String> printed() {
        return console.toString(StandardCharsets.US_ASCII).lines().toList();
    }

    private AwsContext context(List<RoleNameOrArn> sources) {
        AwsConnection connection = new AwsConnection(
                new BaseCredentialsSource.Keys(
                        "the keys of the test",
                        StandardWorld.BOB_KEY_ID,
                        Secret.of(StandardWorld.BOB_SECRET),
                        Optional.empty()),
                Optional.of("eu-west-1"),
                new AwsEndpoints(
                        Optional.empty(),
                        Optional.of(aws.endpoint()),
                        Optional.of(aws.endpoint()),
                        Optional.empty(),
                        new SharedFilesCache()),
                new CallLimits(Duration.ofSeconds(10), Duration.ofSeconds(10), 1),
                new Network(HttpProxies.NONE, Optional.empty()));
        RoleSessionName name = new RoleSessionName("maven-app");
        RoleChainRequest request = new RoleChainRequest(
                sources,
                RoleArn.parse(StandardWorld.CI_DEPLOY),
                name,
                Duration.ofHours(1),
                CallerOptions.NONE,
                SessionOptions.NONE);
        return new AwsContext(
                connection,
                Optional.of(request),
                Set.of(),
                AllowedAccounts.ALL,
                Duration.ofMinutes(5),
                name,
                new BuildServices(
                        serial -> fail("no MFA code is needed"),
                        property -> Optional.empty(),
                        build.state().sts(),
                        Optional.empty(),
                        log::info,
                        Clock.systemUTC()),
                new LogMask(
                        Map.of("GITHUB_ACTIONS", "true")::get,
                        () -> Optional.of(new PrintStream(console, true, StandardCharsets.US_ASCII)),
                        log::info),
                build.state()::addIssued);
    }
}
