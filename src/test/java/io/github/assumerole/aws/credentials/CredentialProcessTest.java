package io.github.assumerole.aws.credentials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.aws.NoSecrets;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the commands are those of sh")
class CredentialProcessTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    private static final String KEYS =
            "\"AccessKeyId\": \"AKIAIOSFODNN7EXAMPLE\", \"SecretAccessKey\": \"" + SECRET + "\"";
    private static final String VALID = "echo '{\"Version\": 1, " + KEYS + "}'";

    @TempDir
    private Path dir;

    private final List<String> log = new ArrayList<>();

    @AfterEach
    void printsNoSecret() {
        NoSecrets.in(String.join("\n", log), List.of(SECRET));
    }

    @Test
    void readsKeys() {
        AwsCredentials found = run(VALID);

        assertInstanceOf(AwsBasicCredentials.class, found);
        assertEquals("AKIAIOSFODNN7EXAMPLE", found.accessKeyId());
        assertEquals(SECRET, found.secretAccessKey());
        assertEquals(List.of("Waiting for credential_process of the profile ci, at most 300 seconds."), log);
    }

    @Test
    void readsSessionThatHasNotExpired() {
        AwsCredentials found = run("echo '{\"SessionToken\": \"abc\", \"Expiration\": \"2026-01-01T13:00:01+01:00\", "
                + KEYS + ", \"Version\" : 1}'");

        assertEquals("abc", assertInstanceOf(AwsSessionCredentials.class, found).sessionToken());
    }

    /** Several writes of more than a pipe holds, and what is written last. */
    @Test
    void readsAllOutput() {
        AwsCredentials found = run("i=0; while [ $i -lt 3000 ]; do echo; echo 0123456789012345678901234567890 >&2;"
                + " i=$((i+1)); done; " + VALID);

        assertEquals(SECRET, found.secretAccessKey());
    }

    @Test
    void closesInput() {
        assertEquals(SECRET, run("cat; " + VALID).secretAccessKey());
    }

    @Test
    void doesNotWaitForChildThatKeepsOutputOpen() throws IOException {
        String command = "sleep 1000 & echo $! > '" + dir.resolve("pid") + "'; " + VALID;

        try {
            assertEquals(SECRET, run(command).secretAccessKey());
        } finally {
            ProcessHandle.of(child()).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            echo Your SSO session is over: run corp-login >&2; exit 3 | ended with exit code 3: "Your SSO session is over: run corp-login"
            exit 4                                             | ended with exit code 4.
            true                                               | printed nothing.
            echo Welcome                                       | did not print a valid JSON object.
            echo '{"Version": 1, "Version": 1, KEYS}'         | did not print a valid JSON object.
            echo '{"Version": 1, KEYS} {}'                     | did not print a valid JSON object.
            echo '{"Version": 1, '; echo late >&2              | did not print a valid JSON object: "late"
            echo '{KEYS}'                                      | printed JSON without "Version": 1.
            echo '{"Version": 2, KEYS}'                        | printed JSON without "Version": 1.
            echo '{"Version": 1, "SecretAccessKey": "SECRET"}' | printed JSON without AccessKeyId.
            echo '{"Version": 1, "AccessKeyId": "AKIA"}'       | printed JSON without SecretAccessKey.
            echo '{"Version": 1, "AccessKeyId": "AKIA", "SecretAccessKey": " "}' | printed JSON without SecretAccessKey.
            echo '{"Version": 1, KEYS, "Expiration": "2026-01-01T12:00:00Z"}' | printed credentials that expired at 2026-01-01T12:00:00Z.
            echo '{"Version": 1, KEYS, "Expiration": "2020-06-01T00:00:00+02:00"}' | printed credentials that expired at 2020-05-31T22:00:00Z.
            echo '{"Version": 1, KEYS, "Expiration": "2025-12-31T23:59:59.5+0000"}' | printed credentials that expired at 2025-12-31T23:59:59.500Z.
            echo '{"Version": 1, KEYS, "Expiration": "soon"}'  | printed an Expiration that is not an ISO 8601 time with an offset.
            """)
    void rejectsInvalidResult(String command, String message) {
        AwsAccessException failure = failure(command.replace("KEYS", KEYS).replace("SECRET", SECRET), LONG);

        assertEquals("Cannot use the profile ci", failure.attempted());
        assertEquals("CONFIG, line 2, profile ci, credential_process " + message, failure.cameBack());
        assertEquals(
                List.of(
                        "do what its message says, such as a new login; it must print JSON with Version 1, AccessKeyId"
                                + " and SecretAccessKey",
                        "run its command in a terminal"),
                failure.advice());
    }

    @Test
    void masksWhatMayBeSecret() {
        String token = "IQoJb3JpZ2luX2VjEXAMPLETOKENEXAMPLE";
        AwsAccessException failure = failure(
                "set -- --password=hunter-two --profile ci --user mallory -p swordfish hunter2; echo '" + SECRET
                        + "'; echo \"$@ " + SECRET + " " + token + " please log in\" >&2; exit 1",
                LONG);

        assertTrue(
                failure.cameBack()
                        .endsWith(
                                "exit code 1: \"--password=**** --profile ci --user **** -p **** **** **** **** please log in\""),
                failure.cameBack());
        NoSecrets.in(failure, List.of(SECRET, token, "hunter-two", "mallory", "swordfish", "hunter2"));
    }

    @Test
    void showsEndOfLongMessageWithoutControlCharacters() {
        AwsAccessException failure = failure(
                "i=0; while [ $i -lt 1000 ]; do echo line $i; i=$((i+1)); done >&2; printf 'a\\033[31m\\n' >&2; exit 1",
                LONG);

        assertTrue(failure.cameBack().endsWith("line 998 line 999 a\\u{001b}[31m\""), failure.cameBack());
        assertTrue(failure.cameBack().contains(": \"...") && failure.cameBack().length() < 800, failure.cameBack());
    }

    @Test
    void stopsCommandWithItsChildrenAtTimeLimit() throws Exception {
        AwsAccessException failure = failure(waiting(), Duration.ofSeconds(1));

        assertEquals(
                "CONFIG, line 2, profile ci, credential_process did not end within 1 second, and was stopped.",
                failure.cameBack());
        assertEquals(
                List.of(
                        "it gets no input: if it waits for a login, log in before the build",
                        "set <callTimeoutSeconds> if it needs more time"),
                failure.advice());
        awaitEndOfChild();
    }

    @Test
    void stopsCommandWithItsChildrenWhenInterrupted() throws Exception {
        CompletableFuture<AwsAccessException> failure = new CompletableFuture<>();
        AtomicBoolean interrupted = new AtomicBoolean();
        Thread build = new Thread(() -> {
            try {
                failure.complete(failure(waiting(), LONG));
            } catch (AssertionError other) {
                failure.completeExceptionally(other);
            }
            interrupted.set(Thread.interrupted());
        });
        build.start();
        while (!Files.exists(dir.resolve("pid")) || Files.size(dir.resolve("pid")) == 0) {
            Thread.sleep(10);
        }

        build.interrupt();
        build.join();

        assertTrue(failure.get().cameBack().endsWith("was stopped, because the build was interrupted."));
        assertTrue(interrupted.get(), "the build must see the interruption");
        awaitEndOfChild();
    }

    /** A command whose child runs for long, and whose process ID is in a file. */
    private String waiting() {
        return "sleep 1000 & echo $! > '" + dir.resolve("pid") + "'; wait";
    }

    /** Nobody may collect the exit code of an orphan, which is then defunct. */
    private void awaitEndOfChild() throws Exception {
        long pid = child();
        Path stat = Path.of("/proc/" + pid + "/stat");
        boolean alive = true;
        for (int i = 0; i < 3000 && alive; i++) {
            Thread.sleep(20);
            alive = ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent() && !isDefunct(stat);
        }
        assertFalse(alive, "the child is still running");
    }

    private static boolean isDefunct(Path stat) {
        try {
            return Files.readString(stat).contains(") Z ");
        } catch (IOException noSuchProcess) {
            return false;
        }
    }

    private long child() throws IOException {
        return Long.parseLong(Files.readString(dir.resolve("pid")).strip());
    }

    private AwsAccessException failure(String command, Duration limit) {
        AwsAccessException failure = assertThrows(
                AwsAccessException.class, () -> process(command, limit).credentials());
        NoSecrets.in(failure, List.of(SECRET));
        return failure;
    }

    private AwsCredentials run(String command) {
        return process(command, LONG).credentials();
    }

    private CredentialProcess process(String command, Duration limit) {
        return new CredentialProcess(
                "ci",
                "CONFIG, line 2, profile ci, credential_process",
                Secret.of(command),
                limit,
                log::add,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
