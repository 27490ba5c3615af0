package io.github.assumerole.standin.s3;

import io.github.assumerole.standin.auth.Protocol;
import io.github.assumerole.standin.http.AwsErrorException;
import io.github.assumerole.standin.http.HttpResponse;
import io.github.assumerole.standin.text.Digests;
import io.github.assumerole.standin.text.RandomText;
import io.github.assumerole.standin.text.XmlWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Consumer;

public final class S3Protocol implements Protocol {
    public static final String REGION_HEADER = "x-amz-bucket-region";

    /** The original region of S3, whose name some responses leave out. */
    static final String US_EAST_1 = "us-east-1";

    private static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";
    private static final String REQUEST_ID_HEADER = "x-amz-request-id";
    private static final RandomText RANDOM = new RandomText();

    static HttpResponse success(String xml) {
        return HttpResponse.of(200, "application/xml", xml).with(REQUEST_ID_HEADER, RANDOM.idCharacters(16));
    }

    static HttpResponse json(String json) {
        return HttpResponse.of(200, "application/json", json).with(REQUEST_ID_HEADER, RANDOM.idCharacters(16));
    }

    /** A response without a length, which ends with its connection. */
    static HttpResponse streamed(HttpResponse.Content content) {
        return success("").streaming(content);
    }

    static String document(String root, Consumer<XmlWriter> content) {
        return XmlWriter.document(root, NAMESPACE, content);
    }

    @Override
    public String signingName() {
        return "s3";
    }

    @Override
    public HttpResponse render(AwsErrorException error) {
        String requestId = RANDOM.idCharacters(16);
        String hostId = Base64.getEncoder().encodeToString(Digests.sha256(requestId.getBytes(StandardCharsets.UTF_8)));
        String body = XmlWriter.document("Error", "", xml -> {
            xml.element("Code", error.code()).element("Message", error.getMessage());
            error.details().forEach(xml::element);
            xml.element("RequestId", requestId).element("HostId", hostId);
        });
        return HttpResponse.of(error.status(), "application/xml", body)
                .with(REQUEST_ID_HEADER, requestId)
                .with("x-amz-id-2", hostId)
                .withErrorCode(error.code());
    }

    @Override
    public AwsErrorException missingAuthentication() {
        return AwsErrorException.accessDenied("Access Denied");
    }

    @Override
    public AwsErrorException malformedAuthentication(String why) {
        return new AwsErrorException(
                400, "AuthorizationHeaderMalformed", "The authorization header is malformed; %s.".formatted(why));
    }

    @Override
    public AwsErrorException wrongScope(String service) {
        return malformedAuthentication("incorrect service \"%s\". This endpoint belongs to \"s3\"".formatted(service));
    }

    @Override
    public AwsErrorException unsignedHeader(String name) {
        return AwsErrorException.accessDenied("There were headers present in the request which were not signed");
    }

    @Override
    public AwsErrorException unknownKey() {
        return new AwsErrorException(
                403, "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.");
    }

    @Override
    public AwsErrorException invalidToken() {
        return new AwsErrorException(400, "InvalidToken", "The provided token is malformed or otherwise invalid.");
    }

    @Override
    public AwsErrorException expiredToken() {
        return new AwsErrorException(400, "ExpiredToken", "The provided token has expired.");
    }

    @Override
    public AwsErrorException skewed(Instant signed, Instant now) {
        return new AwsErrorException(
                403,
                "RequestTimeTooSkewed",
                "The difference between the request time and the current time is too large.");
    }

    @Override
    public AwsErrorException signatureMismatch() {
        return new AwsErrorException(
                403,
                "SignatureDoesNotMatch",
                "The request signature we calculated does not match the signature you provided."
                        + " Check your key and signing method.");
    }
}
