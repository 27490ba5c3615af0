package io.github.assumerole.standin.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** An error response before it is rendered in the format of the service. */
public final class AwsErrorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient Map<String, String> details;

    public AwsErrorException(int status, String code, String message) {
        this(status, code, message, Map.of());
    }

    private AwsErrorException(int status, String code, String message, Map<String, String> details) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.details = Collections.unmodifiableMap(details);
    }

    public static AwsErrorException validation(String message) {
        return new AwsErrorException(400, "ValidationError", message);
    }

    public static AwsErrorException accessDenied(String message) {
        return new AwsErrorException(403, "AccessDenied", message);
    }

    /** The same with one more element. */
    public AwsErrorException withDetail(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(details);
        more.put(name, value);
        return new AwsErrorException(status, code, getMessage(), more);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** The elements besides code and message, in order. */
    public Map<String, String> details() {
        return details;
    }
}
