package io.github.assumerole.standin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;

/** Finds out who signed a request, or why nobody can be said to have. */
final class SigV4 {
    static final Duration MAX_SKEW = Duration.ofMinutes(15);

    private static final String CONTENT_HASH = "x-amz-content-sha256";
    private static final String UNSIGNED_PAYLOAD = "UNSIGNED-PAYLOAD";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

    private final Keyring keyring;
    private final ServerClock clock;

    SigV4(Keyring keyring, ServerClock clock) {
        this.keyring = keyring;
        this.clock = clock;
    }

    /** @throws AwsError unless somebody known signed all of it, just now, for this service */
    Caller verify(HttpRequest request, Dialect dialect) {
        Authorization authorization = authorization(request, dialect);
        requireSignedHeaders(request, authorization, dialect);
        AccessKey key = keyring.find(authorization.keyId())
                .filter(found -> found.caller().account().partition().equals(authorization.partition()))
                .orElseThrow(dialect::unknownKey);
        String time = requireTime(request, authorization, dialect);
        requireToken(request, key, dialect);
        requireSignature(request, authorization, key, time, dialect);
        if (key.isExpired(clock.now())) {
            throw dialect.expiredToken();
        }
        return key.caller();
    }

    private static Authorization authorization(HttpRequest request, Dialect dialect) {
        String header = request.header("authorization").orElseThrow(dialect::missingAuthentication);
        try {
            Authorization authorization = Authorization.parse(header);
            if (!authorization.service().equals(dialect.signingName())) {
                throw dialect.wrongScope(authorization.service());
            }
            return authorization;
        } catch (IllegalArgumentException e) {
            throw dialect.malformedAuthentication(e.getMessage());
        }
    }

    private static void requireSignedHeaders(HttpRequest request, Authorization authorization, Dialect dialect) {
        request.headers().keySet().stream()
                .filter(name -> name.equals("host") || name.startsWith("x-amz-"))
                .filter(name -> !authorization.signedHeaders().contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw dialect.unsignedHeader(name);
                });
    }

    private String requireTime(HttpRequest request, Authorization authorization, Dialect dialect) {
        String time = request.header("x-amz-date")
                .orElseThrow(() -> dialect.malformedAuthentication("a valid x-amz-date header is required"));
        Instant signed;
        try {
            signed = LocalDateTime.parse(time, TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw dialect.malformedAuthentication("Date must be in ISO-8601 'basic format'. Got '" + time + "'");
        }
        if (!time.startsWith(authorization.date())) {
            throw dialect.signatureMismatch();
        }
        if (Duration.between(signed, clock.now()).abs().compareTo(MAX_SKEW) > 0) {
            throw dialect.skewed(signed, clock.now());
        }
        return time;
    }

    private static void requireToken(HttpRequest request, AccessKey key, Dialect dialect) {
        String token = request.header("x-amz-security-token").orElse("");
        if (token.isEmpty() && !key.sessionToken().isEmpty()) {
            throw dialect.unknownKey();
        }
        if (!token.equals(key.sessionToken())) {
            throw dialect.invalidToken();
        }
    }

    private static void requireSignature(
            HttpRequest request, Authorization authorization, AccessKey key, String time, Dialect dialect) {
        String canonical = CanonicalRequest.of(
                request, authorization.service(), authorization.signedHeaders(), payloadHash(request, dialect));
        String stringToSign = String.join(
                "\n",
                Authorization.ALGORITHM,
                time,
                authorization.scope(),
                Digests.sha256Hex(canonical.getBytes(StandardCharsets.UTF_8)));
        byte[] expected = Digests.hmac(signingKey(authorization, key), stringToSign);
        if (!MessageDigest.isEqual(expected, HexFormat.of().parseHex(authorization.signature()))) {
            throw dialect.signatureMismatch();
        }
    }

    private static byte[] signingKey(Authorization authorization, AccessKey key) {
        byte[] derived = ("AWS4" + key.secret()).getBytes(StandardCharsets.UTF_8);
        for (String part : authorization.scope().split("/")) {
            derived = Digests.hmac(derived, part);
        }
        return derived;
    }

    private static String payloadHash(HttpRequest request, Dialect dialect) {
        String actual = Digests.sha256Hex(request.body());
        if (!dialect.signingName().equals("s3")) {
            return actual;
        }
        String stated = request.header(CONTENT_HASH)
                .orElseThrow(() -> new AwsError(
                        400, "InvalidRequest", "Missing required header for this request: " + CONTENT_HASH));
        if (!stated.equals(UNSIGNED_PAYLOAD) && !stated.equals(actual)) {
            throw new AwsError(
                    400,
                    "XAmzContentSHA256Mismatch",
                    "The provided '" + CONTENT_HASH + "' header does not match what was computed.");
        }
        return stated;
    }
}
