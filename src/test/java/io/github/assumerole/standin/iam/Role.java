package io.github.assumerole.standin.iam;

import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * @param path begins and ends with a slash, "/" by default
 * @param permissions read at each call
 * @param webIdentityAudience of trusted web identity tokens, empty when the role trusts none
 */
public record Role(
        Account account,
        String path,
        String name,
        Set<String> trusted,
        Optional<String> externalId,
        boolean requiresMfa,
        Duration maxSessionDuration,
        Supplier<IamPolicy> permissions,
        boolean allowsTagSession,
        boolean allowsSourceIdentity,
        Optional<String> webIdentityAudience) {
    public Role {
        trusted = Set.copyOf(trusted);
    }

    public String arn() {
        return account.iamArn("role" + path + name);
    }

    String uniqueId() {
        return Account.uniqueId("AROA", arn());
    }

    public boolean trusts(Caller caller) {
        return !Collections.disjoint(trusted, caller.trustNames());
    }

    public boolean acceptsExternalId(Optional<String> given) {
        return externalId.isEmpty() || externalId.equals(given);
    }
}
