package io.github.assumerole.standin.codeartifact;

import io.github.assumerole.standin.text.RandomText;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The authorization tokens issued so far. */
final class RepositoryTokens {
    private final Map<String, Instant> expirations = new ConcurrentHashMap<>();
    private final RandomText random = new RandomText();
    private final InstantSource clock;

    RepositoryTokens(InstantSource clock) {
        this.clock = clock;
    }

    String issue(Instant expiration) {
        // As long as those of AWS, and as readable: an encrypted JSON Web Token.
        String token = "eyJ2ZXIiOjEsImlzdSI6" + random.base64Url(1000) + "." + random.base64Url(22);
        expirations.put(token, expiration);
        return token;
    }

    boolean accepts(String token) {
        Instant expiration = expirations.get(token);
        return expiration != null && clock.instant().isBefore(expiration);
    }

    Set<String> all() {
        return Set.copyOf(expirations.keySet());
    }
}
