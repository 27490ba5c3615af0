package io.github.assumerole.aws;

import io.github.assumerole.role.AccessFailed;
import io.github.assumerole.role.Secret;
import java.util.List;

/** The text of a web identity token, before anybody relies on it. */
final class TokenText {
    /** STS API reference, AssumeRoleWithWebIdentity, WebIdentityToken. */
    private static final int LONGEST = 20_000;

    private TokenText() {}

    /**
     * The token without the blanks around it.
     *
     * @param text what was found at {@code place}
     * @param attempt what it is for, to begin a failure with
     * @throws AccessFailed when STS could not understand it, without a word of what it is
     */
    static Secret require(String text, String place, String attempt) {
        String token = text.strip();
        if (token.isEmpty()) {
            throw failed(attempt, place + " is empty.");
        }
        if (token.length() > LONGEST) {
            throw failed(
                    attempt,
                    place + " holds " + token.length() + " characters, and STS takes no token of more than " + LONGEST
                            + ".");
        }
        if (!token.chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw failed(
                    attempt,
                    place + " holds more than a token: there is a blank, a line break or a character beyond ASCII in"
                            + " it.");
        }
        return Secret.of(token);
    }

    private static AccessFailed failed(String attempt, String cameBack) {
        return new AccessFailed(
                attempt,
                cameBack,
                List.of("check what writes it: expected is the token alone, as the identity provider issued it"));
    }
}
