package io.github.assumerole.standin;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;

final class S3Dialect implements Dialect {
    static final String REGION_HEADER = "x-amz-bucket-region";

    /** S3 has it from the time before it had regions, and still leaves its name out here and there. */
    static final String FIRST_REGION = "us-east-1";

    private static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";
    private static final String REQUEST_ID_HEADER = "x-amz-request-id";
    private static final int REQUEST_ID_LENGTH = 16;

    static Answer success(String xml) {
        return Answer.of(200, "application/xml", xml).with(REQUEST_ID_HEADER, newRequestId());
    }

    static String document(String root, Consumer<Xml> content) {
        return Xml.document(root, NAMESPACE, content);
    }

    @Override
    public String signingName() {
        return "s3";
    }

    @Override
    public Answer render(AwsError error) {
        String requestId = newRequestId();
        String hostId = Base64.getEncoder().encodeToString(Digests.sha256(requestId.getBytes(StandardCharsets.UTF_8)));
        String body = Xml.document("Error", "", xml -> {
            xml.element("Code", error.code()).element("Message", error.getMessage());
            error.details().forEach(xml::element);
            xml.element("RequestId", requestId).element("HostId", hostId);
        });
        return Answer.of(error.status(), "application/xml", body)
                .with(REQUEST_ID_HEADER, requestId)
                .with("x-amz-id-2", hostId)
                .withErrorCode(error.code());
    }

    @Override
    public AwsError missingAuthentication() {
        return AwsError.accessDenied("Access Denied");
    }

    @Override
    public AwsError malformedAuthentication(String why) {
        return new AwsError(
                400, "AuthorizationHeaderMalformed", "The authorization header is malformed; %s.".formatted(why));
    }

    @Override
    public AwsError wrongScope(String service) {
        return malformedAuthentication("incorrect service \"%s\". This endpoint belongs to \"s3\"".formatted(service));
    }

    @Override
    public AwsError unsignedHeader(String name) {
        return AwsError.accessDenied("There were headers present in the request which were not signed");
    }

    @Override
    public AwsError unknownKey() {
        return new AwsError(
                403, "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.");
    }

    @Override
    public AwsError invalidToken() {
        return new AwsError(400, "InvalidToken", "The provided token is malformed or otherwise invalid.");
    }

    @Override
    public AwsError expiredToken() {
        return new AwsError(400, "ExpiredToken", "The provided token has expired.");
    }

    @Override
    public AwsError skewed(Instant signed, Instant now) {
        return new AwsError(
                403,
                "RequestTimeTooSkewed",
                "The difference between the request time and the current time is too large.");
    }

    @Override
    public AwsError signatureMismatch() {
        return new AwsError(
                403,
                "SignatureDoesNotMatch",
                "The request signature we calculated does not match the signature you provided."
                        + " Check your key and signing method.");
    }

    private static String newRequestId() {
        return UUID.randomUUID()
                .toString()
                .replace("-", "")
                .toUpperCase(Locale.ROOT)
                .substring(0, REQUEST_ID_LENGTH);
    }
}
