package io.github.assumerole.standin.codeartifact;

import io.github.assumerole.standin.auth.Protocol;
import io.github.assumerole.standin.http.AwsErrorException;
import io.github.assumerole.standin.http.HttpResponse;
import java.time.Instant;
import java.util.UUID;

/** REST JSON. */
public final class CodeArtifactProtocol implements Protocol {
    static HttpResponse success(String json) {
        return HttpResponse.of(200, "application/json", json)
                .with("x-amzn-RequestId", UUID.randomUUID().toString());
    }

    @Override
    public String signingName() {
        return "codeartifact";
    }

    @Override
    public HttpResponse render(AwsErrorException error) {
        String message = error.getMessage().replace("\\", "\\\\").replace("\"", "\\\"");
        return HttpResponse.of(error.status(), "application/json", "{\"message\":\"%s\"}".formatted(message))
                .with("x-amzn-RequestId", UUID.randomUUID().toString())
                .with("x-amzn-ErrorType", error.code())
                .withErrorCode(error.code());
    }

    static AwsErrorException accessDenied(String message) {
        return new AwsErrorException(403, "AccessDeniedException", message);
    }

    static AwsErrorException invalid(String message) {
        return new AwsErrorException(400, "ValidationException", message);
    }

    @Override
    public AwsErrorException missingAuthentication() {
        return new AwsErrorException(403, "MissingAuthenticationTokenException", "Missing Authentication Token");
    }

    @Override
    public AwsErrorException malformedAuthentication(String why) {
        return new AwsErrorException(403, "IncompleteSignatureException", why);
    }

    @Override
    public AwsErrorException wrongScope(String service) {
        return mismatch("Credential should be scoped to correct service: 'codeartifact'.");
    }

    @Override
    public AwsErrorException unsignedHeader(String name) {
        return mismatch("'%s' must be a 'SignedHeader' in the AWS Authorization.".formatted(name));
    }

    @Override
    public AwsErrorException unknownKey() {
        return new AwsErrorException(
                403, "UnrecognizedClientException", "The security token included in the request is invalid.");
    }

    @Override
    public AwsErrorException invalidToken() {
        return unknownKey();
    }

    @Override
    public AwsErrorException expiredToken() {
        return new AwsErrorException(
                403, "ExpiredTokenException", "The security token included in the request is expired");
    }

    @Override
    public AwsErrorException skewed(Instant signed, Instant now) {
        return mismatch(
                signed.isBefore(now)
                        ? "Signature expired: %s is now earlier than %s".formatted(signed, now)
                        : "Signature not yet current: %s is still later than %s".formatted(signed, now));
    }

    @Override
    public AwsErrorException signatureMismatch() {
        return mismatch("The request signature we calculated does not match the signature you provided.");
    }

    private static AwsErrorException mismatch(String message) {
        return new AwsErrorException(403, "InvalidSignatureException", message);
    }
}
