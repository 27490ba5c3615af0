package io.github.assumerole.standin.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A response, and what the call log records of it.
 *
 * @param errorCode empty for a success
 * @param callerArn who signed the request, empty if unknown
 */
public record HttpResponse(int status, Map<String, String> headers, byte[] body, String errorCode, String callerArn) {
    /** No response at all: the connection is closed. */
    public static final HttpResponse NONE = empty(0);

    public static HttpResponse of(int status, String contentType, String body) {
        return empty(status).with("Content-Type", contentType).withBody(body);
    }

    public static HttpResponse empty(int status) {
        return new HttpResponse(status, Map.of(), new byte[0], "", "");
    }

    public HttpResponse with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new HttpResponse(status, more, body, errorCode, callerArn);
    }

    public HttpResponse withBody(String other) {
        return new HttpResponse(status, headers, other.getBytes(StandardCharsets.UTF_8), errorCode, callerArn);
    }

    public HttpResponse withErrorCode(String code) {
        return new HttpResponse(status, headers, body, code, callerArn);
    }

    public HttpResponse withCaller(String arn) {
        return new HttpResponse(status, headers, body, errorCode, arn);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
