package io.github.assumerole.standin;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** @param errorCode what {@link Call} tells of it, empty when it is no error */
record Answer(int status, Map<String, String> headers, byte[] body, String errorCode) {
    /** The connection ends in silence. */
    static final Answer NONE = new Answer(0, Map.of(), new byte[0], "");

    static Answer of(int status, String contentType, String body) {
        return new Answer(status, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8), "");
    }

    static Answer empty(int status) {
        return new Answer(status, Map.of(), new byte[0], "");
    }

    Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body, errorCode);
    }

    Answer withBody(String other) {
        return new Answer(status, headers, other.getBytes(StandardCharsets.UTF_8), errorCode);
    }

    Answer withErrorCode(String code) {
        return new Answer(status, headers, body, code);
    }
}
