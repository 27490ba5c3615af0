package io.github.assumerole.standin.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A response, and what the call log records of it.
 *
 * @param errorCode empty for a success
 * @param callerArn who signed the request, empty if unknown
 * @param content replaces the body; empty if the body is a small one
 */
public record HttpResponse(
        int status,
        Map<String, String> headers,
        byte[] body,
        String errorCode,
        String callerArn,
        Optional<Content> content) {
    /** A body that is too large for memory. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** No response at all: the connection is closed. */
    public static final HttpResponse NONE = empty(0);

    public static HttpResponse of(int status, String contentType, String body) {
        return empty(status).with("Content-Type", contentType).withBody(body);
    }

    public static HttpResponse empty(int status) {
        return new HttpResponse(status, Map.of(), new byte[0], "", "", Optional.empty());
    }

    public HttpResponse with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new HttpResponse(status, more, body, errorCode, callerArn, content);
    }

    public HttpResponse withBody(String other) {
        return new HttpResponse(status, headers, other.getBytes(StandardCharsets.UTF_8), errorCode, callerArn, content);
    }

    public HttpResponse withErrorCode(String code) {
        return new HttpResponse(status, headers, body, code, callerArn, content);
    }

    public HttpResponse withCaller(String arn) {
        return new HttpResponse(status, headers, body, errorCode, arn, content);
    }

    public HttpResponse streaming(Content other) {
        return new HttpResponse(status, headers, body, errorCode, callerArn, Optional.of(other));
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
