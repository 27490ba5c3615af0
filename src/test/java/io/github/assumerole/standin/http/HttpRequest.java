package io.github.assumerole.standin.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** @param headers by their names in lower case */
public record HttpRequest(
        String method, String rawPath, String rawQuery, Map<String, List<String>> headers, byte[] body) {
    public Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    public List<String> headers(String name) {
        return headers.getOrDefault(name, List.of());
    }
}
