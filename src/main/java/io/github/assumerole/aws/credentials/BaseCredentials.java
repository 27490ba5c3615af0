package io.github.assumerole.aws.credentials;

import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.BaseCredentialsSource;
import io.github.assumerole.role.Secret;
import io.github.assumerole.role.SessionCredentials;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/**
 * Credentials that sign requests, and their source.
 *
 * @param source continues "credentials from"
 * @param ofRole whether they are those of an assumed role, which can be assumed again
 */
public record BaseCredentials(AwsCredentials credentials, String source, boolean ofRole) {

    /** Those of an assumed role. */
    public static BaseCredentials of(SessionCredentials session) {
        return new BaseCredentials(read(session), "the session " + session.assumedRoleArn(), true);
    }

    /** Configured keys. */
    public static BaseCredentials of(BaseCredentialsSource.Keys keys, String attempt) {
        String secret = keys.secretAccessKey().reveal();
        // Before the SDK sees them: it trims some values, and its failures do not name the source.
        requirePlain(
                keys.sessionToken()
                        .map(token -> List.of(keys.accessKeyId(), secret, token.reveal()))
                        .orElseGet(() -> List.of(keys.accessKeyId(), secret)),
                keys.description(),
                attempt);
        return new BaseCredentials(
                create(keys.accessKeyId(), secret, keys.sessionToken().map(Secret::reveal)), keys.description(), false);
    }

    static AwsCredentials create(String keyId, String secretKey, Optional<String> sessionToken) {
        return sessionToken.isPresent()
                ? AwsSessionCredentials.create(keyId, secretKey, sessionToken.get())
                : AwsBasicCredentials.create(keyId, secretKey);
    }

    public static AwsCredentials read(SessionCredentials session) {
        return AwsSessionCredentials.create(
                session.accessKeyId(),
                session.secretAccessKey().reveal(),
                session.sessionToken().reveal());
    }

    /** Returns itself if valid; the JDK rejects a header with a line break and prints its value. */
    BaseCredentials usable(String attempt) {
        requirePlain(
                credentials instanceof AwsSessionCredentials session
                        ? List.of(session.accessKeyId(), session.secretAccessKey(), session.sessionToken())
                        : List.of(credentials.accessKeyId(), credentials.secretAccessKey()),
                source,
                attempt);
        return this;
    }

    private static void requirePlain(List<String> values, String source, String attempt) {
        if (values.stream().allMatch(BaseCredentials::isPlain)) {
            return;
        }
        throw new AwsAccessException(
                attempt,
                "the credentials from " + source
                        + (values.contains("")
                                ? " are incomplete: one of the values is empty."
                                : " contain a space, a line break or a non-ASCII character."),
                List.of("copy the access key ID, the secret access key and the session token again, without"
                        + " surrounding characters"));
    }

    /** The values that must never be printed. */
    public List<Secret> secrets() {
        Secret key = Secret.of(credentials.secretAccessKey());
        return credentials instanceof AwsSessionCredentials session
                ? List.of(key, Secret.of(session.sessionToken()))
                : List.of(key);
    }

    /** Whether a value is valid in a header: not empty, and printable ASCII only. */
    public static boolean isPlain(String value) {
        return value != null && !value.isEmpty() && value.chars().allMatch(c -> c > ' ' && c <= '~');
    }
}
