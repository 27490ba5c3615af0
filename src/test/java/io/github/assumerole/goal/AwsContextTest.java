package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.assumerole.aws.AwsConnection;
import io.github.assumerole.aws.AwsEndpoints;
import io.github.assumerole.aws.BuildServices;
import io.github.assumerole.aws.CallLimits;
import io.github.assumerole.build.BuildState;
import io.github.assumerole.export.LogMask;
import io.github.assumerole.role.AllowedAccounts;
import io.github.assumerole.role.BaseCredentialsSource;
import io.github.assumerole.role.CallerOptions;
import io.github.assumerole.role.RoleArn;
import io.github.assumerole.role.RoleChainRequest;
import io.github.assumerole.role.RoleNameOrArn;
import io.github.assumerole.role.RoleSessionName;
import io.github.assumerole.role.Secret;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.role.SessionOptions;
import io.github.assumerole.standin.LocalAws;
import io.github.assumerole.standin.StandardWorld;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each session of a build is masked when it is new, on the console alone, those in the middle of a chain as well. */
class AwsContextTest {
    private final LocalAws aws = LocalAws.start();
    private final List<String> log = new ArrayList<>();
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final BuildState state = new Build(Build.project("app")).state();

    @AfterEach
    void stopAws() {
        aws.close();
    }

    @Test
    void masksTheSessionOnTheConsole() {
        SessionCredentials session = identity(List.of()).assume().credentials();

        assertEquals(
                List.of(
                        "",
                        "::add-mask::" + session.accessKeyId(),
                        "::add-mask::" + session.secretAccessKey().reveal(),
                        "::add-mask::" + session.sessionToken().reveal()),
                printed());
        String logged = String.join("\n", log);
        assertFalse(aws.secrets().stream().anyMatch(logged::contains), "a secret was logged");
        assertFalse(logged.contains("add-mask"), logged);
    }

    @Test
    void masksEverySessionOfAChain() {
        identity(List.of(RoleArn.parse(StandardWorld.CI_RUNNER))).assume();

        assertEquals(
                6,
                printed().stream()
                        .filter(line -> line.startsWith("::add-mask::"))
                        .count());
    }

    @Test
    void masksNothingTwice() {
        identity(List.of()).assume();
        int lines = printed().size();

        RoleSession again = identity(List.of()).assume();

        assertFalse(again.fresh());
        assertEquals(lines, printed().size());
    }

    @Test
    void knowsTheCallerButMasksNothingForIt() {
        assertEquals(
                StandardWorld.BOB_ARN,
                identity(List.of()).caller().orElseThrow().arn());
        assertTrue(console.toString(StandardCharsets.US_ASCII).isEmpty());
    }

    private List<String> printed() {
        return console.toString(StandardCharsets.US_ASCII).lines().toList();
    }

    private AwsContext identity(List<RoleNameOrArn> sources) {
        AwsConnection connection = new AwsConnection(
                new BaseCredentialsSource.Keys(
                        "the keys of the test",
                        StandardWorld.BOB_KEY_ID,
                        Secret.of(StandardWorld.BOB_SECRET),
                        Optional.empty()),
                Optional.of("eu-west-1"),
                new AwsEndpoints(Optional.of(aws.endpoint()), Optional.of(aws.endpoint()), Optional.empty()),
                new CallLimits(Duration.ofSeconds(10), Duration.ofSeconds(10), 1),
                Optional.empty());
        RoleChainRequest plan = new RoleChainRequest(
                sources,
                RoleArn.parse(StandardWorld.CI_DEPLOY),
                new RoleSessionName("maven-app"),
                Duration.ofHours(1),
                CallerOptions.NONE,
                SessionOptions.NONE);
        BuildServices surroundings = new BuildServices(
                serial -> fail("no code is needed"),
                name -> Optional.empty(),
                state.sts(),
                log::add,
                Clock.systemUTC());
        return new AwsContext(
                connection,
                Optional.of(plan),
                AllowedAccounts.ALL,
                Duration.ofMinutes(5),
                new RoleSessionName("maven-app"),
                surroundings,
                new LogMask(
                        Map.of("GITHUB_ACTIONS", "true")::get,
                        Optional.of(new PrintStream(console, true, StandardCharsets.US_ASCII)),
                        log::add),
                state::addIssued);
    }
}
