package io.github.assumerole.standin.sts;

import io.github.assumerole.standin.text.RandomText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** An OIDC provider that keeps the tokens it issued. */
public final class WebIdentityTokens {
    record Claims(String issuer, String audience, String subject, Instant expiration) {}

    private final Map<String, Claims> issued = new ConcurrentHashMap<>();
    private final RandomText random = new RandomText();

    public String issue(String issuer, String audience, String subject, Instant now, Duration validity) {
        Instant expiration = now.plus(validity);
        String claims = "{\"iss\":%s,\"aud\":%s,\"sub\":%s,\"iat\":%d,\"exp\":%d}"
                .formatted(
                        quoted(issuer),
                        quoted(audience),
                        quoted(subject),
                        now.getEpochSecond(),
                        expiration.getEpochSecond());
        String token = base64Url("{\"typ\":\"JWT\",\"alg\":\"RS256\",\"kid\":\"local-aws\"}")
                + "."
                + base64Url(claims)
                + "."
                + random.base64Url(342);
        issued.put(token, new Claims(issuer, audience, subject, expiration));
        return token;
    }

    Optional<Claims> find(String token) {
        return Optional.ofNullable(issued.get(token));
    }

    public Set<String> all() {
        return Set.copyOf(issued.keySet());
    }

    private static String base64Url(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
