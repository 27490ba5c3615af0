package io.github.assumerole.aws.s3;

import io.github.assumerole.aws.BucketQuery;
import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.BucketCatalog;
import io.github.assumerole.bucket.BucketLookup;
import io.github.assumerole.bucket.CallResult;
import io.github.assumerole.bucket.Setting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The buckets of an account, by calls to S3. */
public final class S3BucketCatalog implements BucketCatalog {
    private final S3Calls calls;
    private final ExpectedOwner owner;
    private final BucketQuery query;
    private final Consumer<String> log;
    private final S3Lookup lookup;
    private final Runnable close;

    /**
     * @param account the account ID; empty if unknown
     * @param close closes the client, unless others use it
     */
    public S3BucketCatalog(
            S3Calls calls, Optional<String> account, BucketQuery query, Consumer<String> log, Runnable close) {
        this.calls = calls;
        this.owner = new ExpectedOwner(account, log);
        this.query = query;
        this.log = log;
        this.close = close;
        this.lookup = new S3Lookup(calls, owner);
    }

    @Override
    public CallResult<List<Bucket>> list() {
        return new S3Listing(calls, query, log).list();
    }

    @Override
    public BucketLookup lookUp(String name) {
        return lookup.lookUp(name);
    }

    @Override
    public BucketLookup lookUpAnywhere(String name) {
        return lookup.lookUpAnywhere(name);
    }

    @Override
    public CallResult<Map<String, String>> read(Setting setting, Bucket bucket) {
        return new S3Settings(calls, owner).read(setting, bucket);
    }

    @Override
    public void close() {
        close.run();
    }
}
