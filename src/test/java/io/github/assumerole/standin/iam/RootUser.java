package io.github.assumerole.standin.iam;

import java.util.Optional;
import java.util.Set;

public record RootUser(Account account) implements Caller {
    @Override
    public String arn() {
        return account.rootArn();
    }

    @Override
    public String userId() {
        return account.id();
    }

    @Override
    public Set<String> trustNames() {
        return Set.of(arn());
    }

    @Override
    public Optional<String> denial(String action, String resource) {
        return Optional.empty();
    }
}
