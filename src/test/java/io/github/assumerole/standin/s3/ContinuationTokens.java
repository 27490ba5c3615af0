package io.github.assumerole.standin.s3;

import io.github.assumerole.standin.text.RandomText;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Continuation tokens, each valid for its own listing only. */
final class ContinuationTokens {
    private record Position(String listing, String last) {}

    private final Map<String, Position> issued = new ConcurrentHashMap<>();
    private final RandomText random = new RandomText();

    String issue(String listing, String last) {
        String token = random.base64Url(64);
        issued.put(token, new Position(listing, last));
        return token;
    }

    /** The last name of the page before, or empty for a token of another listing. */
    Optional<String> resume(String listing, String token) {
        return Optional.ofNullable(issued.get(token))
                .filter(position -> position.listing().equals(listing))
                .map(Position::last);
    }
}
