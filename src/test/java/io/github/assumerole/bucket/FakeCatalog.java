package io.github.assumerole.bucket;

import static io.github.assumerole.bucket.Buckets.LISTED;
import static io.github.assumerole.bucket.Buckets.answered;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A catalog with configured answers that records its calls. */
public final class FakeCatalog implements BucketCatalog {
    private final Observed<List<Bucket>> listing;
    private final Map<String, Sighting> looks = new HashMap<>();
    private final Map<String, Observed<Map<String, String>>> settings = new HashMap<>();
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());

    private FakeCatalog(Observed<List<Bucket>> listing) {
        this.listing = listing;
    }

    /** An account with these buckets. */
    public static FakeCatalog of(Bucket... buckets) {
        return new FakeCatalog(Observed.known(List.of(buckets), LISTED));
    }

    static FakeCatalog of(List<Bucket> buckets) {
        return new FakeCatalog(Observed.known(buckets, LISTED));
    }

    /** An account that cannot be listed. */
    public static FakeCatalog unlisted(Doubt doubt) {
        return new FakeCatalog(Observed.unknown(doubt));
    }

    /** Sets the result of a lookup. */
    FakeCatalog sees(Sighting sighting) {
        looks.put(sighting.name(), sighting);
        return this;
    }

    /** Sets the values of a setting; the default is no values. */
    public FakeCatalog keeps(String bucket, Setting setting, Map<String, String> values) {
        settings.put(setting + " of " + bucket, Observed.known(values, answered(setting.api(), 200)));
        return this;
    }

    FakeCatalog keeps(String bucket, Setting setting, Doubt doubt) {
        settings.put(setting + " of " + bucket, Observed.unknown(doubt));
        return this;
    }

    /** The calls so far, sorted. */
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
