package io.github.assumerole.standin.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A query or a form, decoded. */
public record Parameters(Map<String, String> values) {
    public Parameters {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** @throws IllegalArgumentException for a repeated name or an invalid encoding */
    public static Parameters parse(String encoded) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            if (!name.isEmpty() && values.put(name, equals < 0 ? "" : decode(pair.substring(equals + 1))) != null) {
                throw new IllegalArgumentException("twice in one request: " + name);
            }
        }
        return new Parameters(values);
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The scalar parameters, and of each list or structure the first part of the name. */
    public Set<String> topLevelNames() {
        return values.keySet().stream().map(name -> name.split("\\.")[0]).collect(Collectors.toSet());
    }

    /** The list that the query protocol flattens to {@code name.member.1}, {@code name.member.2} and so on. */
    public List<Optional<String>> members(String name, String field) {
        List<Optional<String>> members = new ArrayList<>();
        for (String prefix = member(name, 1); hasPrefix(prefix); prefix = member(name, members.size() + 1)) {
            members.add(get(prefix + field));
        }
        return members;
    }

    private static String member(String name, int index) {
        return name + ".member." + index;
    }

    private boolean hasPrefix(String prefix) {
        return values.keySet().stream().anyMatch(name -> name.equals(prefix) || name.startsWith(prefix + "."));
    }

    private static String decode(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }
}
