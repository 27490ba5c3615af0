package io.github.assumerole.standin.iam;

import java.util.List;
import java.util.Optional;

/** Policies of one kind, with its name in access-denied errors. */
public record Permissions(String kind, String article, List<IamPolicy> policies) {
    public Permissions {
        policies = List.copyOf(policies);
    }

    static Permissions ofIdentity(IamPolicy policy) {
        return new Permissions("identity-based policy", "an", List.of(policy));
    }

    public static Permissions ofSession(List<IamPolicy> policies) {
        return new Permissions("session policy", "a", policies);
    }

    Optional<String> denial(String action, String resource) {
        if (policies.stream().anyMatch(policy -> policy.denies(action, resource))) {
            return Optional.of("with an explicit deny in %s %s".formatted(article, kind));
        }
        if (policies.stream().noneMatch(policy -> policy.allows(action, resource))) {
            return Optional.of("because no %s allows the %s action".formatted(kind, action));
        }
        return Optional.empty();
    }
}
