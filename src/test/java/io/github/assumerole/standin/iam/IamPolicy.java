package io.github.assumerole.standin.iam;

import io.github.assumerole.standin.text.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The supported part of the IAM policy language; everything else is rejected, never ignored. */
public record IamPolicy(String text, List<PolicyStatement> statements) {
    private static final Set<String> ELEMENTS = Set.of("Version", "Id", "Statement");
    private static final Set<String> VERSIONS = Set.of("2012-10-17", "2008-10-17");

    public IamPolicy {
        statements = List.copyOf(statements);
    }

    /** @throws IllegalArgumentException for an invalid or unsupported policy */
    public static IamPolicy parse(String text) {
        if (!(Json.parse(text) instanceof Map<?, ?> policy)) {
            throw new IllegalArgumentException("a policy is a JSON object");
        }
        for (Object element : policy.keySet()) {
            if (!ELEMENTS.contains(element)) {
                throw new IllegalArgumentException("unknown policy element " + element);
            }
        }
        if (policy.containsKey("Version") && !VERSIONS.contains(policy.get("Version"))) {
            throw new IllegalArgumentException("unknown policy version " + policy.get("Version"));
        }
        return new IamPolicy(
                text,
                PolicyStatement.oneOrMany(policy.get("Statement")).stream()
                        .map(PolicyStatement::parse)
                        .toList());
    }

    boolean allows(String action, String resource) {
        return statements.stream().anyMatch(it -> it.isAllow() && it.covers(action, resource));
    }

    boolean denies(String action, String resource) {
        return statements.stream().anyMatch(it -> !it.isAllow() && it.covers(action, resource));
    }
}
