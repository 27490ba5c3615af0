package io.github.assumerole.maven;

import io.github.assumerole.bucket.AvailableName;
import io.github.assumerole.bucket.BucketCount;
import io.github.assumerole.bucket.BucketPattern;
import io.github.assumerole.bucket.BucketPolicy;
import io.github.assumerole.bucket.BucketRule;
import io.github.assumerole.bucket.BucketSelection;
import io.github.assumerole.bucket.BucketSettingsRule;
import io.github.assumerole.bucket.ForbiddenBucket;
import io.github.assumerole.bucket.Lookup;
import io.github.assumerole.bucket.RequiredBucket;
import io.github.assumerole.bucket.RuleParser;
import io.github.assumerole.bucket.file.RulesFile;
import io.github.assumerole.role.Validation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Parameters of the bucket rules, before validation. */
record GateSettings(
        Names names, Counts counts, List<RuleElement> bucketRules, Optional<Path> rulesFile, String lookup) {

    /** Bucket names and globs. */
    record Names(List<String> required, List<String> forbidden, List<String> available) {}

    /** Limits of the number of buckets. */
    record Counts(Optional<Integer> min, Optional<Integer> max) {}

    AbstractGateMojo.Gate read(BucketSelection selection, Validation validation) {
        Lookup how = validation.optional("lookup", lookup, Lookup::parse).orElse(Lookup.AUTO);
        BucketPolicy policy = new BucketPolicy(rules(validation));
        policy.contradictions().forEach(sentence -> validation.refuse("rules", sentence));
        policy.blindSpots(selection).forEach(blind -> validation.refuse(blind.parameter(), blind.sentence()));
        if (how == Lookup.HEAD) {
            policy.needsOfListing().forEach(sentence -> validation.refuse("lookup", sentence));
        }
        return new AbstractGateMojo.Gate(policy, selection, how);
    }

    private List<BucketRule> rules(Validation validation) {
        List<BucketRule> rules = new ArrayList<>();
        rules.addAll(named(validation, "requiredBuckets", names.required, RequiredBucket::new));
        rules.addAll(named(validation, "forbiddenBuckets", names.forbidden, ForbiddenBucket::new));
        rules.addAll(named(validation, "availableNames", names.available, AvailableName::new));
        rules.addAll(limits(validation));
        rules.addAll(detailed(validation));
        return rules;
    }

    private static List<BucketRule> named(
            Validation validation, String parameter, List<String> texts, Function<BucketPattern, BucketRule> rule) {
        return validation.all(parameter, texts, text -> rule.apply(BucketPattern.parse(text)));
    }

    private List<BucketRule> limits(Validation validation) {
        List<BucketRule> limits = new ArrayList<>();
        counts.min
                .filter(min -> validation.atLeast("minBuckets", min, 0))
                .ifPresent(min -> limits.add(new BucketCount(BucketCount.Bound.AT_LEAST, min)));
        counts.max
                .filter(max -> validation.atLeast("maxBuckets", max, 0))
                .ifPresent(max -> limits.add(new BucketCount(BucketCount.Bound.AT_MOST, max)));
        counts.min
                .filter(min -> counts.max.filter(max -> min > max).isPresent())
                .ifPresent(min -> validation.refuse(
                        "minBuckets", min + " is greater than maxBuckets (" + counts.max.orElseThrow() + ")"));
        return limits;
    }

    private List<BucketSettingsRule> detailed(Validation validation) {
        List<BucketSettingsRule> rules = new ArrayList<>();
        for (int i = 0; i < bucketRules.size(); i++) {
            RuleParser.parse(bucketRules.get(i).text(), validation, "bucketRules[" + (i + 1) + "]")
                    .ifPresent(rules::add);
        }
        rulesFile.ifPresent(file -> rules.addAll(RulesFile.read(file, validation)));
        return rules;
    }
}
