package io.github.assumerole.standin;

import java.util.Optional;
import java.util.Set;

record RootUser(AccountRef account) implements Caller {
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
    public Optional<String> refusal(String action, String resource) {
        return Optional.empty();
    }
}
