package io.github.assumerole.aws;

import io.github.assumerole.role.AccessFailed;
import io.github.assumerole.role.CredentialOrigin;
import io.github.assumerole.role.Secret;
import io.github.assumerole.role.SessionCredentials;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/**
 * Credentials that requests can be signed with, and where they are from.
 *
 * @param source goes on after "credentials from"
 * @param ofRole whether we got them by assuming a role, and could do so again
 */
record BaseCredentials(AwsCredentials credentials, String source, boolean ofRole) {

    /** Those of a role that we have assumed. */
    static BaseCredentials of(SessionCredentials session) {
        return new BaseCredentials(read(session), "the session " + session.assumedRoleArn(), true);
    }

    /** Those that somebody keeps for us. */
    static BaseCredentials of(CredentialOrigin.Keys keys, String attempt) {
        String secret = keys.secretAccessKey().reveal();
        // Before the SDK sees them, which takes off the blanks of some, and fails without a word of whose they are.
        requirePlain(
                keys.sessionToken()
                        .map(token -> List.of(keys.accessKeyId(), secret, token.reveal()))
                        .orElseGet(() -> List.of(keys.accessKeyId(), secret)),
                keys.description(),
                attempt);
        AwsCredentials credentials = keys.sessionToken()
                .map(Secret::reveal)
                .<AwsCredentials>map(token -> AwsSessionCredentials.create(keys.accessKeyId(), secret, token))
                .orElseGet(() -> AwsBasicCredentials.create(keys.accessKeyId(), secret));
        return new BaseCredentials(credentials, keys.description(), false);
    }

    static AwsCredentials read(SessionCredentials session) {
        return AwsSessionCredentials.create(
                session.accessKeyId(),
                session.secretAccessKey().reveal(),
                session.sessionToken().reveal());
    }

    /** Itself; a stray line break would end up in a header, whose refusal by the JDK prints the whole value. */
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
        throw new AccessFailed(
                attempt,
                "the credentials from " + source
                        + (values.contains("")
                                ? " are not whole: one of them is empty."
                                : " hold a blank, a line break or a character beyond ASCII."),
                List.of(
                        "copy the key id, the secret key and the session token once more, each without anything around it"));
    }

    /** What must never be repeated of them. */
    List<Secret> secrets() {
        Secret key = Secret.of(credentials.secretAccessKey());
        return credentials instanceof AwsSessionCredentials session
                ? List.of(key, Secret.of(session.sessionToken()))
                : List.of(key);
    }

    /** Whether a value is fit for a header: there, and of visible characters alone. */
    static boolean isPlain(String value) {
        return value != null && !value.isEmpty() && value.chars().allMatch(c -> c > ' ' && c <= '~');
    }
}
