package io.github.assumerole.standin.iam;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** @param transitiveTags the tags that a role assumed by this session inherits */
public record RoleSession(
        Role role,
        String name,
        Optional<Permissions> sessionPolicies,
        Map<String, String> transitiveTags,
        Optional<String> sourceIdentity)
        implements Caller {
    public RoleSession {
        transitiveTags = Map.copyOf(transitiveTags);
    }

    @Override
    public Account account() {
        return role.account();
    }

    @Override
    public String arn() {
        return account().stsArn("assumed-role/" + role.name() + "/" + name);
    }

    @Override
    public String userId() {
        return role.uniqueId() + ":" + name;
    }

    @Override
    public Set<String> trustNames() {
        return Set.of(arn(), role.arn(), account().rootArn());
    }

    @Override
    public Optional<String> denial(String action, String resource) {
        return Permissions.ofIdentity(role.permissions().get())
                .denial(action, resource)
                .or(() -> sessionPolicies.flatMap(policies -> policies.denial(action, resource)));
    }
}
