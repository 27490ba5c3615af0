package io.github.assumerole.bucket.report;

import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.BucketCatalog;
import io.github.assumerole.bucket.BucketPolicy;
import io.github.assumerole.bucket.BucketReport;
import io.github.assumerole.bucket.BucketRule;
import io.github.assumerole.bucket.BucketSelection;
import io.github.assumerole.bucket.BucketSurvey;
import io.github.assumerole.bucket.Doubt;
import io.github.assumerole.bucket.Evidence;
import io.github.assumerole.bucket.Lookup;
import io.github.assumerole.bucket.Observed;
import io.github.assumerole.bucket.Setting;
import io.github.assumerole.bucket.Sighting;
import io.github.assumerole.bucket.Viewpoint;
import io.github.assumerole.role.AccessFailed;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An account that is looked at as the goal looks at one. Names that begin with {@code free} are ABSENT, with
 * {@code other} FOREIGN, with {@code secret} UNKNOWN; the settings of a bucket whose name ends in {@code sealed} cannot
 * be read, and every other bucket has versions.
 */
record Account(Observed<List<Bucket>> listing) implements BucketCatalog {
    static final Instant LOOKED_AT = Instant.parse("2026-11-23T10:15:30.123456Z");
    static final Viewpoint CI = new Viewpoint(Optional.of("444455556666"), Optional.of("ci-deploy"));
    private static final Evidence LISTED = evidence("ListBuckets", 200, Optional.empty());

    static Account with(Bucket... buckets) {
        return of(List.of(buckets));
    }

    static Account of(List<Bucket> buckets) {
        return new Account(Observed.known(buckets, LISTED));
    }

    static Account of(String... names) {
        return of(Arrays.stream(names)
                .map(name -> new Bucket(name, Optional.empty(), Optional.empty()))
                .toList());
    }

    /** One that may not be listed. */
    static Account sealed() {
        return new Account(Observed.unknown(denied("ListBuckets")));
    }

    BucketReport report(BucketRule... rules) {
        return report(Lookup.AUTO, rules);
    }

    BucketReport report(Lookup lookup, BucketRule... rules) {
        return report(lookup, CI, rules);
    }

    BucketReport report(Lookup lookup, Viewpoint viewpoint, BucketRule... rules) {
        BucketPolicy policy = new BucketPolicy(List.of(rules));
        return BucketReport.of(
                viewpoint, LOOKED_AT, new BucketSurvey(this, lookup, BucketSelection.EVERYTHING).look(policy), policy);
    }

    @Override
    public Observed<List<Bucket>> list() {
        return listing;
    }

    @Override
    public Sighting look(String name) {
        if (name.startsWith("free")) {
            return Sighting.absent(name, evidence("HeadBucket", 404, Optional.empty()));
        }
        if (name.startsWith("other")) {
            return Sighting.foreign(name, evidence("HeadBucket", 403, Optional.empty()));
        }
        return name.startsWith("secret")
                ? Sighting.unknown(name, denied("HeadBucket"))
                : Sighting.present(
                        new Bucket(name, Optional.of("eu-central-1"), Optional.empty()),
                        evidence("HeadBucket", 200, Optional.empty()));
    }

    @Override
    public Sighting lookAnywhere(String name) {
        return look(name);
    }

    @Override
    public Observed<Map<String, String>> read(Setting setting, Bucket bucket) {
        return bucket.name().endsWith("sealed")
                ? Observed.unknown(denied(setting.api()))
                : Observed.known(Map.of("Status", "Enabled"), evidence(setting.api(), 200, Optional.empty()));
    }

    private static Evidence evidence(String api, int status, Optional<String> code) {
        return new Evidence(api, Optional.of(status), code, Optional.of("eu-central-1"), Optional.of("4ZQ8"));
    }

    private static Doubt denied(String api) {
        AccessFailed failure = new AccessFailed(
                "Cannot call " + api, "S3 refused with AccessDenied.", List.of("allow the role to call " + api));
        return new Doubt(failure, Doubt.Kind.DENIED, evidence(api, 403, Optional.of("AccessDenied")));
    }
}
