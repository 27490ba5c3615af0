package io.github.assumerole.standin.http;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * @param target as in the request line: a path with an optional query, or for a proxy a URL or a host with a port
 * @param headers by their names in lower case
 */
public record HttpRequest(String method, String target, Map<String, List<String>> headers, byte[] body) {
    /** @throws IllegalArgumentException for an invalid target */
    public String rawPath() {
        return Optional.ofNullable(URI.create(target).getRawPath())
                .filter(path -> !path.isEmpty())
                .orElse("/");
    }

    /** @throws IllegalArgumentException for an invalid target */
    public String rawQuery() {
        return Optional.ofNullable(URI.create(target).getRawQuery()).orElse("");
    }

    public Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    public List<String> headers(String name) {
        return headers.getOrDefault(name, List.of());
    }
}
