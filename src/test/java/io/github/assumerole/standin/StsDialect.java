package io.github.assumerole.standin;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.function.Consumer;

final class StsDialect implements Dialect {
    private static final String NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";
    private static final String REQUEST_ID_HEADER = "x-amzn-RequestId";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    static Answer success(String operation, Consumer<Xml> result) {
        String requestId = UUID.randomUUID().toString();
        String body = Xml.document(
                operation + "Response", NAMESPACE, response -> response.element(operation + "Result", result)
                        .element("ResponseMetadata", metadata -> metadata.element("RequestId", requestId)));
        return Answer.of(200, "text/xml", body).with(REQUEST_ID_HEADER, requestId);
    }

    @Override
    public String signingName() {
        return "sts";
    }

    @Override
    public Answer render(AwsError error) {
        String requestId = UUID.randomUUID().toString();
        String type = error.status() < 500 ? "Sender" : "Receiver";
        String body = Xml.document(
                "ErrorResponse", NAMESPACE, response -> response.element("Error", e -> e.element("Type", type)
                                .element("Code", error.code())
                                .element("Message", error.getMessage()))
                        .element("RequestId", requestId));
        return Answer.of(error.status(), "text/xml", body)
                .with(REQUEST_ID_HEADER, requestId)
                .withErrorCode(error.code());
    }

    @Override
    public AwsError missingAuthentication() {
        return new AwsError(403, "MissingAuthenticationToken", "Request is missing Authentication Token");
    }

    @Override
    public AwsError malformedAuthentication(String why) {
        return new AwsError(400, "IncompleteSignature", why);
    }

    @Override
    public AwsError wrongScope(String service) {
        return mismatch("Credential should be scoped to correct service: 'sts'. ");
    }

    @Override
    public AwsError unsignedHeader(String name) {
        return mismatch("'%s' must be a 'SignedHeader' in the AWS Authorization.".formatted(name));
    }

    @Override
    public AwsError unknownKey() {
        return new AwsError(403, "InvalidClientTokenId", "The security token included in the request is invalid.");
    }

    @Override
    public AwsError invalidToken() {
        return unknownKey();
    }

    @Override
    public AwsError expiredToken() {
        return new AwsError(403, "ExpiredToken", "The security token included in the request is expired");
    }

    @Override
    public AwsError skewed(Instant signed, Instant now) {
        if (signed.isBefore(now)) {
            return mismatch("Signature expired: %s is now earlier than %s (%s - 15 min.)"
                    .formatted(TIME.format(signed), TIME.format(now.minus(SigV4.MAX_SKEW)), TIME.format(now)));
        }
        return mismatch("Signature not yet current: %s is still later than %s (%s + 15 min.)"
                .formatted(TIME.format(signed), TIME.format(now.plus(SigV4.MAX_SKEW)), TIME.format(now)));
    }

    @Override
    public AwsError signatureMismatch() {
        return mismatch("The request signature we calculated does not match the signature you provided."
                + " Check your AWS Secret Access Key and signing method."
                + " Consult the service documentation for details.");
    }

    private static AwsError mismatch(String message) {
        return new AwsError(403, "SignatureDoesNotMatch", message);
    }
}
