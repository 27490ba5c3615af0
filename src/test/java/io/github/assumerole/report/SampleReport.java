package io.github.assumerole.report;

import static io.github.assumerole.bucket.Buckets.forbidden;
import static io.github.assumerole.bucket.Buckets.required;
import static io.github.assumerole.bucket.Buckets.rule;

import io.github.assumerole.bucket.AccountContext;
import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.Buckets;
import io.github.assumerole.bucket.CallEvidence;
import io.github.assumerole.bucket.CallResult;
import io.github.assumerole.bucket.gate.BucketReport;
import io.github.assumerole.bucket.gate.Lookup;
import io.github.assumerole.bucket.gate.RuleResult;
import io.github.assumerole.bucket.rule.BucketCount;
import io.github.assumerole.bucket.rule.BucketRule;
import io.github.assumerole.bucket.rule.BucketSettingsRule;
import io.github.assumerole.bucket.rule.Level;
import io.github.assumerole.bucket.rule.RequiredBucket;
import io.github.assumerole.bucket.rule.setting.TagsRequirement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reports for tests, from the plainest to the worst. */
enum SampleReport {
    EVERYTHING_HOLDS(() -> SampleAccount.of("app-artifacts", "app-logs").report(required("app-*"), atMost(5))),
    EVERY_SECTION(SampleReport::everySection),
    LIMITED_RULES(SampleReport::limitedRules),
    NO_RULES(() -> SampleAccount.of("app-logs").report()),
    EMPTY_ACCOUNT(() -> SampleAccount.of().report(required("app-logs"), forbidden("tmp-*"))),
    ALL_SKIPPED(() -> SampleAccount.of("app-logs").report(skipped("app-logs"))),
    NOT_LISTED(
            () -> SampleAccount.unlisted().report(required("app-logs"), required("secret-plans"), required("app-*"))),
    NOT_LISTED_BUT_DECIDED(() -> SampleAccount.unlisted().report(required("app-logs"), forbidden("free-name"))),
    LOOKED_UP(() -> SampleAccount.unlisted().report(Lookup.HEAD, required("app-logs"), forbidden("other-logs"))),
    NOTHING_KNOWN(() -> SampleAccount.unlisted().report(Lookup.AUTO, unknownAccount())),
    HOSTILE(SampleReport::hostile),
    WITHOUT_FINDINGS(SampleReport::withoutFindings);

    /** Names that need escaping in at least one format. */
    static final List<String> HOSTILE_NAMES = List.of(
            "a,b;c",
            "say \"hi\"",
            "<script>alert(1)</script>",
            "&amp;",
            "a|b",
            "`a`",
            "*a* _b_ ~c~",
            "[a](https://example.com)",
            "www.example.com",
            "=HYPERLINK(\"http://example.com\")",
            "+1",
            "-1",
            "@a",
            "'a",
            "\t=1",
            "two\nlines",
            "carriage\rreturn",
            "\u001b[2Ka",
            "nul\u0000",
            "b\u00fccher",
            "\ud83d\udc19",
            "half \ud83d pair",
            "x\u202eey",
            "\ufeffa",
            "]]>",
            "--> -->",
            "{a}",
            "a\\",
            "a\\nb",
            " blanks ",
            "x".repeat(63));

    private final Supplier<BucketReport> maker;

    SampleReport(Supplier<BucketReport> maker) {
        this.maker = maker;
    }

    BucketReport report() {
        return maker.get();
    }

    private static BucketReport everySection() {
        return SampleAccount.with(
                        new Bucket("app-artifacts", Optional.of("eu-central-1"), Optional.of(Instant.EPOCH)),
                        new Bucket("app-unreadable", Optional.of("us-east-1"), Optional.of(Instant.EPOCH)),
                        new Bucket("tmp-scratch", Optional.empty(), Optional.of(SampleAccount.OBSERVED_AT)),
                        new Bucket("x".repeat(63), Optional.of("eu-west-1"), Optional.empty()))
                .report(
                        required("app-artifacts"),
                        required("app-artefacts"),
                        forbidden("tmp-*"),
                        atMost(5),
                        rule("app-*", Buckets.versioning("Enabled")),
                        Buckets.warning(rule("app-*", Buckets.region("eu-*"))),
                        Buckets.warning(rule("app-unreadable", Buckets.versioning("Suspended"))),
                        rule("web-*", Buckets.region("eu-*")),
                        Buckets.available("free-name"),
                        Buckets.available("other-name"),
                        skipped("app-releases"));
    }

    /** Rules with exceptions, one of which matches no bucket, and with tags. */
    private static BucketReport limitedRules() {
        return SampleAccount.of("app-a", "app-logs", "app-tmp", "web-unreadable")
                .report(
                        rule(Buckets.scope("app-*", "app-t*", "app-logs", "app-x"), Buckets.versioning("Enabled")),
                        Buckets.warning(Buckets.existing(Buckets.scope("app-?", "app-b"), false)),
                        rule(Buckets.tagged("app-*", "Status", "Enabled"), Buckets.versioning("Enabled")),
                        Buckets.warning(Buckets.existing(Buckets.tagged("w*", "Status", "Enabled"), true)));
    }

    private static BucketReport hostile() {
        List<Bucket> buckets = HOSTILE_NAMES.stream()
                .map(name -> new Bucket(name, Optional.of(name + "\n"), Optional.of(Instant.EPOCH)))
                .toList();
        String all = String.join(" ", HOSTILE_NAMES).replace('[', '(');
        CallEvidence evidence =
                new CallEvidence(all, Optional.empty(), Optional.of(all), Optional.of(all), Optional.of(all));
        Stream<BucketRule> rules = HOSTILE_NAMES.stream()
                .flatMap(name ->
                        Stream.of(rule("abc*", new TagsRequirement(Map.of(name, name))), missing("abc*", name)));
        return new SampleAccount(CallResult.known(buckets, evidence))
                .report(
                        Lookup.AUTO,
                        new AccountContext(Optional.of("4444\r5555"), Optional.of("<ci>\u202e")),
                        Stream.concat(Stream.of(forbidden("*")), rules).toArray(BucketRule[]::new));
    }

    static BucketRule missing(String pattern, String message) {
        return new BucketSettingsRule(
                Buckets.scope(pattern), Optional.of(true), List.of(), Level.ERROR, Optional.of(message), false);
    }

    private static BucketReport withoutFindings() {
        BucketReport looked = SampleAccount.of("app-logs").report(required("app-logs"));
        RuleResult nothing = new RuleResult(required("app-logs"), RuleResult.Outcome.UNKNOWN, List.of());
        return new BucketReport(
                looked.account(),
                looked.startedAt(),
                looked.took(),
                Optional.empty(),
                looked.snapshot(),
                List.of(nothing));
    }

    static AccountContext unknownAccount() {
        return new AccountContext(Optional.empty(), Optional.empty());
    }

    static BucketRule atMost(int buckets) {
        return new BucketCount(BucketCount.Bound.AT_MOST, buckets);
    }

    static BucketRule skipped(String pattern) {
        return Buckets.skipped(Buckets.existing(pattern, true));
    }

    static final ReportId ID =
            new ReportId("app-gate", "com.acme:shop", "gate.v2", "builder-7", SampleReport::location);

    private static RuleLocations.Location location(BucketRule rule) {
        return new RuleLocations.Location(
                "shop/pom.xml", rule instanceof RequiredBucket ? OptionalInt.of(30) : OptionalInt.empty());
    }

    /** The report, under the name {@code app-gate}. */
    static String written(BucketReport report, ReportFormat format) {
        return written(report, format.files().get(0));
    }

    static String written(BucketReport report, ReportFile file) {
        StringBuilder text = new StringBuilder();
        try {
            file.write(report, ID, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
