package io.github.assumerole.bucket;

import static io.github.assumerole.bucket.Buckets.LISTED;
import static io.github.assumerole.bucket.Buckets.answered;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A catalogue that answers what it is told to, and remembers what it was asked, in any order. */
public final class FakeCatalog implements BucketCatalog {
    private final Observed<List<Bucket>> listing;
    private final Map<String, Sighting> looks = new HashMap<>();
    private final Map<String, Observed<Map<String, String>>> settings = new HashMap<>();
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());

    private FakeCatalog(Observed<List<Bucket>> listing) {
        this.listing = listing;
    }

    /** Of an account with these buckets. */
    public static FakeCatalog of(Bucket... buckets) {
        return new FakeCatalog(Observed.known(List.of(buckets), LISTED));
    }

    static FakeCatalog of(List<Bucket> buckets) {
        return new FakeCatalog(Observed.known(buckets, LISTED));
    }

    /** Of an account that cannot be listed. */
    public static FakeCatalog unlisted(Doubt doubt) {
        return new FakeCatalog(Observed.unknown(doubt));
    }

    /** What a look for this one name tells. */
    FakeCatalog sees(Sighting sighting) {
        looks.put(sighting.name(), sighting);
        return this;
    }

    /** What is told of a setting; what is not given here was never set. */
    public FakeCatalog keeps(String bucket, Setting setting, Map<String, String> values) {
        settings.put(setting + " of " + bucket, Observed.known(values, answered(setting.api(), 200)));
        return this;
    }

    FakeCatalog keeps(String bucket, Setting setting, Doubt doubt) {
        settings.put(setting + " of " + bucket, Observed.unknown(doubt));
        return this;
    }

    /** What was asked so far, sorted. */
    List<String> calls() {
        return calls.stream().sorted().toList();
    }

    @Override
    public Observed<List<Bucket>> list() {
        calls.add("list");
        return listing;
    }

    @Override
    public Sighting look(String name) {
        calls.add("look " + name);
        return looks.getOrDefault(name, Sighting.absent(name, answered("HeadBucket", 404)));
    }

    @Override
    public Sighting lookAnywhere(String name) {
        calls.add("look anywhere " + name);
        return looks.getOrDefault(name, Sighting.absent(name, answered("HeadBucket", 404)));
    }

    @Override
    public Observed<Map<String, String>> read(Setting setting, Bucket bucket) {
        calls.add("read " + setting.element() + " of " + bucket.name());
        return settings.getOrDefault(
                setting + " of " + bucket.name(), Observed.known(Map.of(), answered(setting.api(), 404)));
    }
}
