package io.github.assumerole.standin.iam;

import java.util.Optional;
import java.util.Set;

public record User(Account account, String name, IamPolicy policy, Optional<User.MfaDevice> mfa) implements Caller {
    public record MfaDevice(String serialNumber, String acceptedCode) {}

    @Override
    public String arn() {
        return account.iamArn("user/" + name);
    }

    @Override
    public String userId() {
        return Account.uniqueId("AIDA", arn());
    }

    @Override
    public Set<String> trustNames() {
        return Set.of(arn(), account.rootArn());
    }

    @Override
    public Optional<String> denial(String action, String resource) {
        return Permissions.ofIdentity(policy).denial(action, resource);
    }
}
