package io.github.assumerole.standin.sts;

import io.github.assumerole.standin.auth.Protocol;
import io.github.assumerole.standin.auth.SignatureVerifier;
import io.github.assumerole.standin.http.AwsErrorException;
import io.github.assumerole.standin.http.HttpResponse;
import io.github.assumerole.standin.text.XmlWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.function.Consumer;

public final class StsProtocol implements Protocol {
    private static final String NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";
    private static final String REQUEST_ID_HEADER = "x-amzn-RequestId";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    static HttpResponse success(String operation, Consumer<XmlWriter> result) {
        String requestId = UUID.randomUUID().toString();
        String body = XmlWriter.document(
                operation + "Response", NAMESPACE, response -> response.element(operation + "Result", result)
                        .element("ResponseMetadata", metadata -> metadata.element("RequestId", requestId)));
        return HttpResponse.of(200, "text/xml", body).with(REQUEST_ID_HEADER, requestId);
    }

    @Override
    public String signingName() {
        return "sts";
    }

    @Override
    public HttpResponse render(AwsErrorException error) {
        String requestId = UUID.randomUUID().toString();
        String type = error.status() < 500 ? "Sender" : "Receiver";
        String body = XmlWriter.document(
                "ErrorResponse", NAMESPACE, response -> response.element("Error", e -> e.element("Type", type)
                                .element("Code", error.code())
                                .element("Message", error.getMessage()))
                        .element("RequestId", requestId));
        return HttpResponse.of(error.status(), "text/xml", body)
                .with(REQUEST_ID_HEADER, requestId)
                .withErrorCode(error.code());
    }

    @Override
    public AwsErrorException missingAuthentication() {
        return new AwsErrorException(403, "MissingAuthenticationToken", "Request is missing Authentication Token");
    }

    @Override
    public AwsErrorException malformedAuthentication(String why) {
        return new AwsErrorException(400, "IncompleteSignature", why);
    }

    @Override
    public AwsErrorException wrongScope(String service) {
        return mismatch("Credential should be scoped to correct service: 'sts'. ");
    }

    @Override
    public AwsErrorException unsignedHeader(String name) {
        return mismatch("'%s' must be a 'SignedHeader' in the AWS Authorization.".formatted(name));
    }

    @Override
    public AwsErrorException unknownKey() {
        return new AwsErrorException(
                403, "InvalidClientTokenId", "The security token included in the request is invalid.");
    }

    @Override
    public AwsErrorException invalidToken() {
        return unknownKey();
    }

    @Override
    public AwsErrorException expiredToken() {
        return new AwsErrorException(403, "ExpiredToken", "The security token included in the request is expired");
    }

    @Override
    public AwsErrorException skewed(Instant signed, Instant now) {
        if (signed.isBefore(now)) {
            return mismatch("Signature expired: %s is now earlier than %s (%s - 15 min.)"
                    .formatted(
                            TIME.format(signed), TIME.format(now.minus(SignatureVerifier.MAX_SKEW)), TIME.format(now)));
        }
        return mismatch("Signature not yet current: %s is still later than %s (%s + 15 min.)"
                .formatted(TIME.format(signed), TIME.format(now.plus(SignatureVerifier.MAX_SKEW)), TIME.format(now)));
    }

    @Override
    public AwsErrorException signatureMismatch() {
        return mismatch("The request signature we calculated does not match the signature you provided."
                + " Check your AWS Secret Access Key and signing method."
                + " Consult the service documentation for details.");
    }

    private static AwsErrorException mismatch(String message) {
        return new AwsErrorException(403, "SignatureDoesNotMatch", message);
    }
}
