package io.github.assumerole.standin;

import io.github.assumerole.standin.codeartifact.Domain;
import io.github.assumerole.standin.iam.AccessKey;
import io.github.assumerole.standin.iam.Account;
import io.github.assumerole.standin.iam.Role;
import io.github.assumerole.standin.iam.RootUser;
import io.github.assumerole.standin.s3.Bucket;
import io.github.assumerole.standin.s3.BucketSettings;
import io.github.assumerole.standin.s3.GeneratedBuckets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

public final class AccountBuilder {
    private static final int DEFAULT_BUCKET_QUOTA = 10_000;

    private final String id;
    private final List<Function<Account, AccessKey>> keys = new ArrayList<>();
    private final List<Function<Account, Role>> roles = new ArrayList<>();
    private final List<Function<Account, Bucket>> buckets = new ArrayList<>();
    private final List<Function<Account, GeneratedBuckets>> generated = new ArrayList<>();
    private final List<Function<Account, Domain>> domains = new ArrayList<>();
    private String partition = "aws";
    private String alias;
    private int bucketQuota = DEFAULT_BUCKET_QUOTA;

    AccountBuilder(String id) {
        this.id = id;
        this.alias = "account-" + id;
    }

    public AccountBuilder partition(String partition) {
        this.partition = partition;
        return this;
    }

    public AccountBuilder alias(String alias) {
        this.alias = alias;
        return this;
    }

    /** Above 10,000, S3 requires pagination to list the buckets of the account. */
    public AccountBuilder bucketQuota(int bucketQuota) {
        this.bucketQuota = bucketQuota;
        return this;
    }

    public AccountBuilder rootKey(String keyId, String secret) {
        keys.add(account -> AccessKey.longLived(keyId, secret, new RootUser(account)));
        return this;
    }

    public AccountBuilder user(String name, String keyId, String secret) {
        return user(name, keyId, secret, user -> {});
    }

    public AccountBuilder user(String name, String keyId, String secret, Consumer<UserBuilder> description) {
        UserBuilder user = new UserBuilder(name);
        description.accept(user);
        keys.add(account -> AccessKey.longLived(keyId, secret, user.build(account)));
        return this;
    }

    public AccountBuilder role(String name, Consumer<RoleBuilder> description) {
        RoleBuilder role = new RoleBuilder(name);
        description.accept(role);
        roles.add(role::build);
        return this;
    }

    public AccountBuilder bucket(String name, String region, Instant creationDate) {
        return bucket(name, region, creationDate, bucket -> {});
    }

    public AccountBuilder bucket(
            String name, String region, Instant creationDate, Consumer<BucketBuilder> description) {
        BucketBuilder bucket = new BucketBuilder();
        description.accept(bucket);
        BucketSettings settings = bucket.build();
        buckets.add(account -> new Bucket(account, name, region, creationDate, settings));
        return this;
    }

    /**
     * Many buckets with this prefix, followed by seven digits. Not counted by the quota: the account can also be one of
     * an S3-compatible server, which sends all buckets at once if no page size is requested.
     */
    public AccountBuilder generatedBuckets(String prefix, int count) {
        generated.add(account -> new GeneratedBuckets(account, prefix, count, new BucketBuilder().build()));
        return this;
    }

    /** A domain of CodeArtifact. */
    public AccountBuilder domain(String name, String region) {
        domains.add(account -> new Domain(account, name, region));
        return this;
    }

    void addTo(World world) {
        if (buckets.size() > bucketQuota) {
            throw new IllegalArgumentException(
                    "account %s has %d buckets, but a quota of %d".formatted(id, buckets.size(), bucketQuota));
        }
        Account account = new Account(partition, id, alias, bucketQuota);
        world.add(
                account, built(keys, account), built(roles, account), built(buckets, account), built(domains, account));
        built(generated, account).forEach(world::add);
    }

    private static <T> List<T> built(List<Function<Account, T>> builders, Account account) {
        return builders.stream().map(builder -> builder.apply(account)).toList();
    }
}
