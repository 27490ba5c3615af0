package io.github.assumerole.aws.credentials;

import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.Secret;
import io.github.assumerole.text.JsonReader;
import io.github.assumerole.text.Plural;
import io.github.assumerole.text.Printable;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/**
 * The credential_process of a profile. Not run by the SDK, which leaves its input open, waits without a limit, omits
 * what it prints to standard error, and logs its command line.
 *
 * @param label the property as messages name it, with its file and line
 */
record CredentialProcess(
        String profile, String label, Secret command, Duration limit, Consumer<String> log, Clock clock) {
    private static final int MAX_MESSAGE = 600;

    private static final Pattern VERSION_1 = Pattern.compile("\"Version\":1[,}]");

    /** An offset without a colon, which Python prints. */
    private static final Pattern SHORT_OFFSET = Pattern.compile("([+-]\\d\\d)(\\d\\d)$");

    /**
     * Runs the command.
     *
     * @throws AwsAccessException if it does not return valid credentials in time
     */
    AwsCredentials credentials() {
        log.accept("Waiting for credential_process of the profile " + profile + ", at most " + seconds() + ".");
        FinishedCommand ended = run();
        if (ended.exitCode() != 0) {
            throw invalid("ended with exit code " + ended.exitCode(), ended);
        }
        Map<String, List<String>> members = members(ended);
        String keyId = required("AccessKeyId", members, ended);
        String secret = required("SecretAccessKey", members, ended);
        value("Expiration", members).ifPresent(time -> rejectExpired(time, ended));
        return BaseCredentials.create(keyId, secret, value("SessionToken", members));
    }

    private String seconds() {
        return Plural.of(limit.toSeconds(), "second");
    }

    private FinishedCommand run() {
        try {
            return FinishedCommand.run(command, limit);
        } catch (TimeoutException tooLong) {
            throw failed(
                    "did not end within " + seconds() + ", and was stopped.",
                    "it gets no input: if it waits for a login, log in before the build",
                    "set <callTimeoutSeconds> if it needs more time");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failed("was stopped, because the build was interrupted.");
        } catch (IOException noShell) {
            // Or the end of the JVM stopped it. The message of the exception contains the command line.
            throw failed("could not be run, or was stopped.");
        }
    }

    /** The messages quote nothing of the output, as it can contain secrets. */
    private Map<String, List<String>> members(FinishedCommand ended) {
        Map<String, List<String>> members;
        boolean version1;
        try {
            members = JsonReader.strings(ended.output().reveal());
            version1 = VERSION_1
                    .matcher(JsonReader.minify(ended.output().reveal()))
                    .find();
        } catch (IllegalArgumentException noJson) {
            throw invalid(
                    ended.output().reveal().isBlank() ? "printed nothing" : "did not print a valid JSON object", ended);
        }
        if (!version1) {
            throw invalid("printed JSON without \"Version\": 1", ended);
        }
        return members;
    }

    private String required(String name, Map<String, List<String>> members, FinishedCommand ended) {
        return value(name, members).orElseThrow(() -> invalid("printed JSON without " + name, ended));
    }

    private static Optional<String> value(String name, Map<String, List<String>> members) {
        return members.getOrDefault(name, List.of()).stream()
                .filter(Predicate.not(String::isBlank))
                .findFirst();
    }

    private void rejectExpired(String time, FinishedCommand ended) {
        Instant expiration;
        try {
            expiration = OffsetDateTime.parse(SHORT_OFFSET.matcher(time).replaceFirst("$1:$2"))
                    .toInstant();
        } catch (DateTimeException unreadable) {
            throw invalid("printed an Expiration that is not an ISO 8601 time with an offset", ended);
        }
        if (!expiration.isAfter(clock.instant())) {
            throw invalid("printed credentials that expired at " + expiration, ended);
        }
    }

    private AwsAccessException invalid(String what, FinishedCommand ended) {
        String message = new CommandSecrets(command, ended.output(), profile)
                .maskedIn(ended.errors())
                .replaceAll("\\s+", " ")
                .strip();
        String shown =
                message.length() <= MAX_MESSAGE ? message : "..." + message.substring(message.length() - MAX_MESSAGE);
        return failed(
                what + (shown.isEmpty() ? "." : ": \"" + Printable.of(shown) + "\""),
                "do what its message says, such as a new login; it must print JSON with Version 1, AccessKeyId and"
                        + " SecretAccessKey",
                "run its command in a terminal");
    }

    private AwsAccessException failed(String what, String... advice) {
        return new AwsAccessException("Cannot use the profile " + profile, label + " " + what, List.of(advice));
    }
}
