package io.github.assumerole.standin.s3;

import io.github.assumerole.standin.text.Digests;
import io.github.assumerole.standin.text.RandomText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** Continuation tokens, each valid for its own listing only. */
public final class ContinuationTokens {
    private static final int SEAL_LENGTH = 64;

    private final byte[] key = new RandomText().base64(32).getBytes(StandardCharsets.UTF_8);

    String issue(String listing, String last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((seal(listing, last) + last).getBytes(StandardCharsets.UTF_8));
    }

    Optional<String> resume(String listing, String token) {
        return decode(token)
                .filter(text -> text.length() > SEAL_LENGTH)
                .filter(text -> text.startsWith(seal(listing, text.substring(SEAL_LENGTH))))
                .map(text -> text.substring(SEAL_LENGTH));
    }

    private String seal(String listing, String last) {
        return HexFormat.of().formatHex(Digests.hmac(key, listing + "\n" + last));
    }

    private static Optional<String> decode(String token) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
