package io.github.assumerole.oidc;

import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.Secret;
import java.util.List;

/** Validates the text of a web identity token. */
final class TokenText {
    /** STS API reference, AssumeRoleWithWebIdentity, WebIdentityToken. */
    private static final int LONGEST = 20_000;

    private TokenText() {}

    /**
     * The token without surrounding whitespace.
     *
     * @param text the text of {@code origin}
     * @param attempt what it is for; starts the message of a failure
     * @throws AwsAccessException if STS would reject it; the message does not contain it
     */
    static Secret require(String text, String origin, String attempt) {
        String token = text.strip();
        if (token.isEmpty()) {
            throw failed(attempt, origin + " is empty.");
        }
        if (token.length() > LONGEST) {
            throw failed(
                    attempt, origin + " has " + token.length() + " characters; STS accepts at most " + LONGEST + ".");
        }
        if (!token.chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw failed(
                    attempt, origin + " contains more than a token: a space, a line break or a non-ASCII character.");
        }
        return Secret.of(token);
    }

    private static AwsAccessException failed(String attempt, String cameBack) {
        return new AwsAccessException(
                attempt,
                cameBack,
                List.of("check what writes it; expected the token only, as the identity provider issued it"));
    }
}
