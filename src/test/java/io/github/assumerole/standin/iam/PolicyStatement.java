package io.github.assumerole.standin.iam;

import io.github.assumerole.standin.text.Glob;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

public record PolicyStatement(boolean isAllow, List<Glob> actions, List<Glob> resources) {
    private static final Set<String> ELEMENTS = Set.of("Sid", "Effect", "Action", "Resource");

    static PolicyStatement parse(Object json) {
        if (!(json instanceof Map<?, ?> statement)) {
            throw new IllegalArgumentException("a statement is a JSON object");
        }
        for (Object element : statement.keySet()) {
            if (!ELEMENTS.contains(element)) {
                throw new IllegalArgumentException("unknown statement element " + element);
            }
        }
        Object effect = statement.get("Effect");
        if (!"Allow".equals(effect) && !"Deny".equals(effect)) {
            throw new IllegalArgumentException("Effect is neither Allow nor Deny: " + effect);
        }
        return new PolicyStatement(
                "Allow".equals(effect),
                globs(statement.get("Action"), "\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+", true),
                globs(statement.get("Resource"), "\\*|arn:.+", false));
    }

    boolean covers(String action, String resource) {
        String lowerCase = action.toLowerCase(Locale.ROOT);
        return actions.stream().anyMatch(it -> it.matches(lowerCase))
                && resources.stream().anyMatch(it -> it.matches(resource));
    }

    static List<?> oneOrMany(Object json) {
        List<?> many = json instanceof List<?> list ? list : json == null ? List.of() : List.of(json);
        if (many.isEmpty()) {
            throw new IllegalArgumentException("a policy needs Statement, and a statement Effect, Action and Resource");
        }
        return many;
    }

    private static List<Glob> globs(Object json, String form, boolean ignoreCase) {
        return oneOrMany(json).stream()
                .map(entry -> {
                    if (!(entry instanceof String text) || !text.matches(form)) {
                        throw new IllegalArgumentException("not an action or resource: " + entry);
                    }
                    return Glob.of(ignoreCase ? text.toLowerCase(Locale.ROOT) : text);
                })
                .toList();
    }
}
