package io.github.assumerole.standin.auth;

import io.github.assumerole.standin.http.HttpRequest;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The canonical request of Signature Version 4. */
final class CanonicalRequest {
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private CanonicalRequest() {}

    static String of(HttpRequest request, String service, List<String> signedHeaders, String payloadHash) {
        String headers = signedHeaders.stream()
                .map(name -> name + ":" + canonicalValue(request.headers(name)) + "\n")
                .collect(Collectors.joining());
        return String.join(
                "\n",
                request.method(),
                canonicalPath(request.rawPath(), service),
                canonicalQuery(request.rawQuery()),
                headers,
                String.join(";", signedHeaders),
                payloadHash);
    }

    private static String canonicalValue(List<String> values) {
        return values.stream().map(value -> value.strip().replaceAll(" +", " ")).collect(Collectors.joining(","));
    }

    /** S3 uses the path unchanged; all other services normalize it and encode it twice. */
    private static String canonicalPath(String rawPath, String service) {
        String path = service.equals("s3")
                ? decode(rawPath)
                : URI.create(rawPath).normalize().getRawPath();
        return Arrays.stream(path.split("/", -1)).map(CanonicalRequest::encode).collect(Collectors.joining("/"));
    }

    private static String canonicalQuery(String rawQuery) {
        return Arrays.stream(rawQuery.split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.contains("=") ? pair : pair + "=")
                .map(pair -> Arrays.stream(pair.split("=", 2))
                        .map(part -> encode(decode(part)))
                        .toList())
                // Names first, then values: sorting the joined text would let '=' take part in the comparison.
                .sorted((a, b) -> a.get(0).equals(b.get(0))
                        ? a.get(1).compareTo(b.get(1))
                        : a.get(0).compareTo(b.get(0)))
                .map(pair -> String.join("=", pair))
                .collect(Collectors.joining("&"));
    }

    private static String decode(String encoded) {
        return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte next : text.getBytes(StandardCharsets.UTF_8)) {
            if (UNRESERVED.indexOf(next) >= 0) {
                encoded.append((char) next);
            } else {
                encoded.append("%%%02X".formatted(next));
            }
        }
        return encoded.toString();
    }
}
