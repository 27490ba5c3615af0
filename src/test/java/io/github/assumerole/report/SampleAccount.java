package io.github.assumerole.report;

import io.github.assumerole.bucket.AccountContext;
import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.BucketCatalog;
import io.github.assumerole.bucket.BucketLookup;
import io.github.assumerole.bucket.BucketSelection;
import io.github.assumerole.bucket.Buckets;
import io.github.assumerole.bucket.CallEvidence;
import io.github.assumerole.bucket.CallResult;
import io.github.assumerole.bucket.Setting;
import io.github.assumerole.bucket.UnknownReason;
import io.github.assumerole.bucket.gate.BucketInspector;
import io.github.assumerole.bucket.gate.BucketPolicy;
import io.github.assumerole.bucket.gate.BucketReport;
import io.github.assumerole.bucket.gate.Lookup;
import io.github.assumerole.bucket.rule.BucketRule;
import io.github.assumerole.role.AwsAccessException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A catalog whose results depend on the name. Names that start with {@code free} are ABSENT, with {@code other}
 * FOREIGN, with {@code secret} UNKNOWN; the settings of a bucket whose name ends in {@code unreadable} cannot be read,
 * and every other bucket has versions.
 */
record SampleAccount(CallResult<List<Bucket>> listing) implements BucketCatalog {
    static final Instant OBSERVED_AT = Instant.parse("2026-11-23T10:15:30.123456Z");
    static final AccountContext CI = new AccountContext(Optional.of("444455556666"), Optional.of("ci-deploy"));
    private static final CallEvidence LISTED = evidence("ListBuckets", 200, Optional.empty());

    static SampleAccount with(Bucket... buckets) {
        return of(List.of(buckets));
    }

    static SampleAccount of(List<Bucket> buckets) {
        return new SampleAccount(CallResult.known(buckets, LISTED));
    }

    static SampleAccount of(String... names) {
        return of(Buckets.named(names));
    }

    /** An account in which listing is denied. */
    static SampleAccount unlisted() {
        return new SampleAccount(CallResult.unknown(denied("ListBuckets")));
    }

    BucketReport report(BucketRule... rules) {
        return report(Lookup.AUTO, rules);
    }

    BucketReport report(Lookup lookup, BucketRule... rules) {
        return report(lookup, CI, rules);
    }

    BucketReport report(Lookup lookup, AccountContext account, BucketRule... rules) {
        BucketPolicy policy = new BucketPolicy(List.of(rules));
        return BucketReport.of(
                account,
                OBSERVED_AT,
                Duration.ofMillis(1250),
                new BucketInspector(this, lookup, BucketSelection.EVERYTHING).inspect(policy),
                policy);
    }

    @Override
    public CallResult<List<Bucket>> list() {
        return listing;
    }

    @Override
    public BucketLookup lookUp(String name) {
        if (name.startsWith("free")) {
            return BucketLookup.absent(name, evidence("HeadBucket", 404, Optional.empty()));
        }
        if (name.startsWith("other")) {
            return BucketLookup.foreign(name, evidence("HeadBucket", 403, Optional.empty()));
        }
        return name.startsWith("secret")
                ? BucketLookup.unknown(name, denied("HeadBucket"))
                : BucketLookup.present(
                        new Bucket(name, Optional.of("eu-central-1"), Optional.empty()),
                        evidence("HeadBucket", 200, Optional.empty()));
    }

    @Override
    public BucketLookup lookUpAnywhere(String name) {
        return lookUp(name);
    }

    @Override
    public CallResult<Map<String, String>> read(Setting setting, Bucket bucket) {
        return bucket.name().endsWith("unreadable")
                ? CallResult.unknown(denied(setting.api()))
                : CallResult.known(Map.of("Status", "Enabled"), evidence(setting.api(), 200, Optional.empty()));
    }

    private static CallEvidence evidence(String api, int status, Optional<String> code) {
        return new CallEvidence(api, Optional.of(status), code, Optional.of("eu-central-1"), Optional.of("4ZQ8"));
    }

    private static UnknownReason denied(String api) {
        AwsAccessException failure = new AwsAccessException(
                "Cannot call " + api, "S3 denied the call.", List.of("allow the role to call " + api));
        return new UnknownReason(failure, UnknownReason.Kind.DENIED, evidence(api, 403, Optional.of("AccessDenied")));
    }
}
