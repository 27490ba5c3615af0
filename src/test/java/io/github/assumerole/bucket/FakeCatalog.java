package io.github.assumerole.bucket;

import static io.github.assumerole.bucket.Buckets.LISTED;
import static io.github.assumerole.bucket.Buckets.answered;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A catalog with configured answers that records its calls. */
public final class FakeCatalog implements BucketCatalog {
    private CallResult<List<Bucket>> listing;
    private Optional<CallResult<List<Bucket>>> nextListing = Optional.empty();
    private final Map<String, BucketLookup> queries = new HashMap<>();
    private final Map<String, CallResult<Map<String, String>>> settings = new HashMap<>();
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());

    private FakeCatalog(CallResult<List<Bucket>> listing) {
        this.listing = listing;
    }

    /** An account with these buckets. */
    public static FakeCatalog of(Bucket... buckets) {
        return new FakeCatalog(CallResult.known(List.of(buckets), LISTED));
    }

    public static FakeCatalog of(List<Bucket> buckets) {
        return new FakeCatalog(CallResult.known(buckets, LISTED));
    }

    /** An account that cannot be listed. */
    public static FakeCatalog failing(UnknownReason reason) {
        return new FakeCatalog(CallResult.unknown(reason));
    }

    /** Sets the buckets of all listings after the first. */
    public FakeCatalog then(Bucket... buckets) {
        nextListing = Optional.of(CallResult.known(List.of(buckets), LISTED));
        return this;
    }

    /** Lets all listings after the first fail. */
    public FakeCatalog thenFailing(UnknownReason reason) {
        nextListing = Optional.of(CallResult.unknown(reason));
        return this;
    }

    /** Sets the result of a lookup. */
    public FakeCatalog with(BucketLookup lookup) {
        queries.put(lookup.name(), lookup);
        return this;
    }

    /** Sets the values of a setting; the default is no values. */
    public FakeCatalog with(String bucket, Setting setting, Map<String, String> values) {
        settings.put(setting + " of " + bucket, CallResult.known(values, answered(setting.api(), 200)));
        return this;
    }

    public FakeCatalog with(String bucket, Setting setting, UnknownReason reason) {
        settings.put(setting + " of " + bucket, CallResult.unknown(reason));
        return this;
    }

    /** The calls so far, sorted. */
    public List<String> calls() {
        return calls.stream().sorted().toList();
    }

    @Override
    public CallResult<List<Bucket>> list() {
        calls.add("list");
        CallResult<List<Bucket>> now = listing;
        listing = nextListing.orElse(now);
        return now;
    }

    @Override
    public BucketLookup lookUp(String name) {
        calls.add("look " + name);
        return queries.getOrDefault(name, BucketLookup.absent(name, answered("HeadBucket", 404)));
    }

    @Override
    public BucketLookup lookUpAnywhere(String name) {
        calls.add("look anywhere " + name);
        return queries.getOrDefault(name, BucketLookup.absent(name, answered("HeadBucket", 404)));
    }

    @Override
    public CallResult<Map<String, String>> read(Setting setting, Bucket bucket) {
        calls.add("read " + setting.element() + " of " + bucket.name());
        return settings.getOrDefault(
                setting + " of " + bucket.name(), CallResult.known(Map.of(), answered(setting.api(), 404)));
    }
}
