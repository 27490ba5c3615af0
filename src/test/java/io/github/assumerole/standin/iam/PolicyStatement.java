package io.github.assumerole.standin.iam;

import io.github.assumerole.standin.text.Glob;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** @param forCodeArtifact whether it has the condition that the service is CodeArtifact */
record PolicyStatement(boolean isAllow, List<Glob> actions, List<Glob> resources, boolean forCodeArtifact) {
    private static final Set<String> ELEMENTS = Set.of("Sid", "Effect", "Action", "Resource", "Condition");

    /** The only supported condition, and the only action whose requests have its key. */
    private static final Object FOR_CODE_ARTIFACT =
            Map.of("StringEquals", Map.of("sts:AWSServiceName", "codeartifact.amazonaws.com"));

    private static final String BEARER_TOKEN = "sts:getservicebearertoken";

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
        Object condition = statement.get("Condition");
        if (condition != null && !condition.equals(FOR_CODE_ARTIFACT)) {
            throw new IllegalArgumentException("unsupported condition " + condition);
        }
        return new PolicyStatement(
                "Allow".equals(effect),
                globs(statement.get("Action"), "\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+", true),
                globs(statement.get("Resource"), "\\*|arn:.+", false),
                condition != null);
    }

    boolean covers(String action, String resource) {
        String lowerCase = action.toLowerCase(Locale.ROOT);
        return actions.stream().anyMatch(it -> it.matches(lowerCase))
                && (!forCodeArtifact || lowerCase.equals(BEARER_TOKEN))
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
