package io.github.assumerole.standin;

import io.github.assumerole.standin.iam.IamPolicy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A builder of {@link World}; repeated calls for an account add up. */
public final class WorldBuilder {
    private final Map<String, AccountBuilder> accounts = new LinkedHashMap<>();
    private final Map<String, IamPolicy> managedPolicies = new LinkedHashMap<>();

    WorldBuilder() {}

    public WorldBuilder account(String id, Consumer<AccountBuilder> description) {
        if (!id.matches("\\d{12}")) {
            throw new IllegalArgumentException("not an account ID: " + id);
        }
        description.accept(accounts.computeIfAbsent(id, AccountBuilder::new));
        return this;
    }

    /** A managed policy for {@code PolicyArns}. */
    public WorldBuilder managedPolicy(String arn, String json) {
        managedPolicies.put(arn, IamPolicy.parse(json));
        return this;
    }

    public World build() {
        World world = new World(managedPolicies);
        accounts.values().forEach(account -> account.addTo(world));
        return world;
    }
}
