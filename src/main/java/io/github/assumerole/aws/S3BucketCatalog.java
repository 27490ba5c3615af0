package io.github.assumerole.aws;

import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.BucketCatalog;
import io.github.assumerole.bucket.Observed;
import io.github.assumerole.bucket.Setting;
import io.github.assumerole.bucket.Sighting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The buckets of an account, by calls to S3. */
final class S3BucketCatalog implements BucketCatalog {
    private final S3Calls calls;
    private final Optional<String> account;
    private final BucketQuery query;
    private final Consumer<String> log;
    private final S3Lookup lookup;

    /** @param account the account ID; empty if unknown */
    S3BucketCatalog(S3Calls calls, Optional<String> account, BucketQuery query, Consumer<String> log) {
        this.calls = calls;
        this.account = account;
        this.query = query;
        this.log = log;
        this.lookup = new S3Lookup(calls, account);
    }

    @Override
    public Observed<List<Bucket>> list() {
        return new S3Listing(calls, query, log).list();
    }

    @Override
    public Sighting look(String name) {
        return lookup.look(name);
    }

    @Override
    public Sighting lookAnywhere(String name) {
        return lookup.lookAnywhere(name);
    }

    @Override
    public Observed<Map<String, String>> read(Setting setting, Bucket bucket) {
        return new S3Settings(calls, account).read(setting, bucket);
    }

    @Override
    public void close() {
        calls.close();
    }
}
