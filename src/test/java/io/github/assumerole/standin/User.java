package io.github.assumerole.standin;

import java.util.Optional;
import java.util.Set;

record User(AccountRef account, String name, IamPolicy policy, Optional<MfaDevice> mfa) implements Caller {
    @Override
    public String arn() {
        return account.iamArn("user/" + name);
    }

    @Override
    public String userId() {
        return UniqueId.of("AIDA", arn());
    }

    @Override
    public Set<String> trustNames() {
        return Set.of(arn(), account.rootArn());
    }

    @Override
    public Optional<String> refusal(String action, String resource) {
        return Permissions.ofIdentity(policy).refusal(action, resource);
    }
}
