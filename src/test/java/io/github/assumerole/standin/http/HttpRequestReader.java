package io.github.assumerole.standin.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads one HTTP/1.1 request, with an optional body of known length. */
final class HttpRequestReader {
    private static final int MAX_LINE = 64 * 1024;

    private final InputStream in;
    private final OutputStream out;

    /** @param out receives the response 100 that some clients wait for before they send a body */
    HttpRequestReader(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** @throws IllegalArgumentException for an invalid request */
    HttpRequest read() throws IOException {
        String[] start = line().split(" ");
        if (start.length != 3 || !start[2].startsWith("HTTP/1.")) {
            throw new IllegalArgumentException("no HTTP request line");
        }
        Map<String, List<String>> headers = headers();
        if (headers.containsKey("transfer-encoding")) {
            throw new IllegalArgumentException("a chunked body is not supported");
        }
        return new HttpRequest(start[0], start[1], headers, body(headers));
    }

    private Map<String, List<String>> headers() throws IOException {
        Map<String, List<String>> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException("no HTTP header: " + line);
            }
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            headers.computeIfAbsent(name, key -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return headers;
    }

    private byte[] body(Map<String, List<String>> headers) throws IOException {
        int length = Integer.parseInt(
                headers.getOrDefault("content-length", List.of("0")).get(0));
        if (headers.containsKey("expect")) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("the body ended early");
        }
        return body;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the request ended early");
            }
            if (line.length() >= MAX_LINE) {
                throw new IllegalArgumentException("a line is too long");
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }
}
