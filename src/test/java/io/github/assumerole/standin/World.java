package io.github.assumerole.standin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which accounts, users, roles and buckets there are when a server starts. */
public final class World {
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<String, Role> roles = new HashMap<>();
    private final Map<String, IamPolicy> managedPolicies;

    World(List<Account> accounts, Map<String, IamPolicy> managedPolicies) {
        this.managedPolicies = Map.copyOf(managedPolicies);
        Map<String, Bucket> buckets = new HashMap<>();
        for (Account account : accounts) {
            putNew(this.accounts, account.ref().id(), account);
            account.roles().forEach(role -> putNew(roles, role.arn(), role));
            account.buckets().forEach(bucket -> putNew(buckets, bucket.arn(), bucket));
        }
        Map<String, AccessKey> keys = new HashMap<>();
        accounts.stream().flatMap(account -> account.keys().stream()).forEach(key -> putNew(keys, key.id(), key));
    }

    public static WorldBuilder builder() {
        return new WorldBuilder();
    }

    /** The world of {@link StandardWorld}, open for additions. */
    public static WorldBuilder standard() {
        return StandardWorld.fill(builder());
    }

    List<Account> accounts() {
        return List.copyOf(accounts.values());
    }

    Optional<Account> account(String id) {
        return Optional.ofNullable(accounts.get(id));
    }

    List<Role> roles() {
        return new ArrayList<>(roles.values());
    }

    Optional<Role> role(String arn) {
        return Optional.ofNullable(roles.get(arn));
    }

    Optional<IamPolicy> managedPolicy(String arn) {
        return Optional.ofNullable(managedPolicies.get(arn));
    }

    private static <T> void putNew(Map<String, T> map, String key, T value) {
        if (map.putIfAbsent(key, value) != null) {
            throw new IllegalArgumentException("twice in one world: " + key);
        }
    }
}
