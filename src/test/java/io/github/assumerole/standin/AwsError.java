package io.github.assumerole.standin;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A refusal; how it looks on the wire is the business of the service's {@link Dialect}. */
final class AwsError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient Map<String, String> details;

    AwsError(int status, String code, String message) {
        this(status, code, message, Map.of());
    }

    private AwsError(int status, String code, String message, Map<String, String> details) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.details = Collections.unmodifiableMap(details);
    }

    static AwsError validation(String message) {
        return new AwsError(400, "ValidationError", message);
    }

    static AwsError accessDenied(String message) {
        return new AwsError(403, "AccessDenied", message);
    }

    /** The same with one more detail. */
    AwsError telling(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(details);
        more.put(name, value);
        return new AwsError(status, code, getMessage(), more);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    /** What there is to tell besides code and message, in order. */
    Map<String, String> details() {
        return details;
    }
}
