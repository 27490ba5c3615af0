package io.github.assumerole.standin;

import io.github.assumerole.standin.codeartifact.Domain;
import io.github.assumerole.standin.iam.AccessKey;
import io.github.assumerole.standin.iam.Account;
import io.github.assumerole.standin.iam.IamEntities;
import io.github.assumerole.standin.iam.IamPolicy;
import io.github.assumerole.standin.iam.Role;
import io.github.assumerole.standin.s3.Bucket;
import io.github.assumerole.standin.s3.GeneratedBuckets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The accounts, users, roles and buckets that exist when a server starts. */
public final class World {
    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, AccessKey> keys = new HashMap<>();
    private final Map<String, Role> roles = new HashMap<>();
    private final Map<String, Bucket> buckets = new HashMap<>();
    private final List<GeneratedBuckets> generated = new ArrayList<>();
    private final Map<String, Domain> domains = new HashMap<>();
    private final Map<String, IamPolicy> managedPolicies;

    World(Map<String, IamPolicy> managedPolicies) {
        this.managedPolicies = managedPolicies;
    }

    public static WorldBuilder builder() {
        return new WorldBuilder();
    }

    /** The world of {@link StandardWorld}, open for additions. */
    public static WorldBuilder standard() {
        return StandardWorld.fill(builder());
    }

    void add(Account account, List<AccessKey> keys, List<Role> roles, List<Bucket> buckets, List<Domain> domains) {
        accounts.put(account.id(), account);
        keys.forEach(key -> putNew(this.keys, key.id(), key));
        roles.forEach(role -> putNew(this.roles, role.arn(), role));
        buckets.forEach(bucket -> putNew(this.buckets, bucket.arn(), bucket));
        domains.forEach(domain -> putNew(this.domains, domain.arn(), domain));
    }

    Map<String, Account> accounts() {
        return accounts;
    }

    Map<String, AccessKey> keys() {
        return keys;
    }

    IamEntities iam() {
        return new IamEntities(roles, managedPolicies);
    }

    void add(GeneratedBuckets many) {
        generated.add(many);
    }

    Map<String, Domain> domains() {
        return domains;
    }

    Map<String, Bucket> buckets() {
        return buckets;
    }

    List<GeneratedBuckets> generated() {
        return generated;
    }

    private static <T> void putNew(Map<String, T> map, String key, T value) {
        if (map.putIfAbsent(key, value) != null) {
            throw new IllegalArgumentException("defined twice: " + key);
        }
    }
}
