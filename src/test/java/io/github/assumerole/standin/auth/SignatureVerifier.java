package io.github.assumerole.standin.auth;

import io.github.assumerole.standin.http.AwsErrorException;
import io.github.assumerole.standin.http.HttpRequest;
import io.github.assumerole.standin.iam.AccessKey;
import io.github.assumerole.standin.iam.AccessKeyStore;
import io.github.assumerole.standin.iam.Caller;
import io.github.assumerole.standin.text.Digests;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;

/** Verifies signatures of Signature Version 4. */
public final class SignatureVerifier {
    public static final Duration MAX_SKEW = Duration.ofMinutes(15);

    private static final String CONTENT_HASH = "x-amz-content-sha256";
    private static final String UNSIGNED_PAYLOAD = "UNSIGNED-PAYLOAD";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

    private final AccessKeyStore keys;
    private final InstantSource clock;

    public SignatureVerifier(AccessKeyStore keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** @throws AwsErrorException unless a known key signed the request, now and for this service */
    public Caller verify(HttpRequest request, Protocol protocol) {
        Authorization authorization = authorization(request, protocol);
        requireSignedHeaders(request, authorization, protocol);
        AccessKey key = keys.find(authorization.keyId())
                .filter(found -> found.caller().account().partition().equals(authorization.partition()))
                .orElseThrow(protocol::unknownKey);
        String time = requireTime(request, authorization, protocol);
        requireToken(request, key, protocol);
        requireSignature(request, authorization, key, time, protocol);
        if (key.isExpired(clock.instant())) {
            throw protocol.expiredToken();
        }
        return key.caller();
    }

    private static Authorization authorization(HttpRequest request, Protocol protocol) {
        String header = request.header("authorization").orElseThrow(protocol::missingAuthentication);
        try {
            Authorization authorization = Authorization.parse(header);
            if (!authorization.service().equals(protocol.signingName())) {
                throw protocol.wrongScope(authorization.service());
            }
            return authorization;
        } catch (IllegalArgumentException e) {
            throw protocol.malformedAuthentication(e.getMessage());
        }
    }

    private static void requireSignedHeaders(HttpRequest request, Authorization authorization, Protocol protocol) {
        request.headers().keySet().stream()
                .filter(name -> name.equals("host") || name.startsWith("x-amz-"))
                .filter(name -> !authorization.signedHeaders().contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw protocol.unsignedHeader(name);
                });
    }

    private String requireTime(HttpRequest request, Authorization authorization, Protocol protocol) {
        String time = request.header("x-amz-date")
                .orElseThrow(() -> protocol.malformedAuthentication("a valid x-amz-date header is required"));
        Instant signed;
        try {
            signed = LocalDateTime.parse(time, TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw protocol.malformedAuthentication("Date must be in ISO-8601 'basic format'. Got '" + time + "'");
        }
        if (!time.startsWith(authorization.date())) {
            throw protocol.signatureMismatch();
        }
        if (Duration.between(signed, clock.instant()).abs().compareTo(MAX_SKEW) > 0) {
            throw protocol.skewed(signed, clock.instant());
        }
        return time;
    }

    private static void requireToken(HttpRequest request, AccessKey key, Protocol protocol) {
        String token = request.header("x-amz-security-token").orElse("");
        if (token.isEmpty() && !key.sessionToken().isEmpty()) {
            throw protocol.unknownKey();
        }
        if (!token.equals(key.sessionToken())) {
            throw protocol.invalidToken();
        }
    }

    private static void requireSignature(
            HttpRequest request, Authorization authorization, AccessKey key, String time, Protocol protocol) {
        String canonical = CanonicalRequest.of(
                request, authorization.service(), authorization.signedHeaders(), payloadHash(request, protocol));
        String stringToSign = String.join(
                "\n",
                Authorization.ALGORITHM,
                time,
                authorization.scope(),
                Digests.sha256Hex(canonical.getBytes(StandardCharsets.UTF_8)));
        byte[] expected = Digests.hmac(signingKey(authorization, key), stringToSign);
        if (!MessageDigest.isEqual(expected, HexFormat.of().parseHex(authorization.signature()))) {
            throw protocol.signatureMismatch();
        }
    }

    private static byte[] signingKey(Authorization authorization, AccessKey key) {
        byte[] derived = ("AWS4" + key.secret()).getBytes(StandardCharsets.UTF_8);
        for (String part : authorization.scope().split("/")) {
            derived = Digests.hmac(derived, part);
        }
        return derived;
    }

    private static String payloadHash(HttpRequest request, Protocol protocol) {
        String actual = Digests.sha256Hex(request.body());
        if (!protocol.signingName().equals("s3")) {
            return actual;
        }
        String stated = request.header(CONTENT_HASH)
                .orElseThrow(() -> new AwsErrorException(
                        400, "InvalidRequest", "Missing required header for this request: " + CONTENT_HASH));
        if (!stated.equals(UNSIGNED_PAYLOAD) && !stated.equals(actual)) {
            throw new AwsErrorException(
                    400,
                    "XAmzContentSHA256Mismatch",
                    "The provided '" + CONTENT_HASH + "' header does not match what was computed.");
        }
        return stated;
    }
}
