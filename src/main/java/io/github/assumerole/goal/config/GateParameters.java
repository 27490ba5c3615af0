package io.github.assumerole.goal.config;

import io.github.assumerole.bucket.BucketPattern;
import io.github.assumerole.bucket.BucketSelection;
import io.github.assumerole.bucket.gate.BucketPolicy;
import io.github.assumerole.bucket.gate.Lookup;
import io.github.assumerole.bucket.rule.AvailableName;
import io.github.assumerole.bucket.rule.BucketCount;
import io.github.assumerole.bucket.rule.BucketRule;
import io.github.assumerole.bucket.rule.BucketSettingsRule;
import io.github.assumerole.bucket.rule.ForbiddenBucket;
import io.github.assumerole.bucket.rule.RequiredBucket;
import io.github.assumerole.bucket.rule.RuleParser;
import io.github.assumerole.bucket.rule.RulesFile;
import io.github.assumerole.goal.AbstractGateMojo;
import io.github.assumerole.text.ConfigurationProblems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Parameters of the bucket rules, before validation. */
public record GateParameters(
        Names names, Counts counts, List<RuleElement> bucketRules, Optional<Path> rulesFile, String lookup) {

    /** Bucket names and globs. */
    public record Names(List<String> required, List<String> forbidden, List<String> available) {}

    /** Limits of the number of buckets. */
    public record Counts(Optional<Integer> min, Optional<Integer> max) {}

    public AbstractGateMojo.Gate read(BucketSelection selection, ConfigurationProblems validation) {
        Lookup how = validation.optional("lookup", lookup, Lookup::parse).orElse(Lookup.AUTO);
        BucketPolicy policy = new BucketPolicy(rules(validation));
        policy.contradictions().forEach(sentence -> validation.refuse("rules", sentence));
        policy.blindSpots(selection).forEach(blind -> validation.refuse(blind.parameter(), blind.sentence()));
        if (how == Lookup.HEAD) {
            policy.needsOfListing().forEach(sentence -> validation.refuse("lookup", sentence));
        }
        return new AbstractGateMojo.Gate(policy, selection, how);
    }

    private List<BucketRule> rules(ConfigurationProblems validation) {
        List<BucketRule> rules = new ArrayList<>();
        rules.addAll(named(validation, "requiredBuckets", names.required, RequiredBucket::new));
        rules.addAll(named(validation, "forbiddenBuckets", names.forbidden, ForbiddenBucket::new));
        rules.addAll(named(validation, "availableNames", names.available, AvailableName::new));
        rules.addAll(limits(validation));
        rules.addAll(detailed(validation));
        return rules;
    }

    private static List<BucketRule> named(
            ConfigurationProblems validation,
            String parameter,
            List<String> texts,
            Function<BucketPattern, BucketRule> rule) {
        return validation.all(parameter, texts, text -> rule.apply(BucketPattern.parse(text)));
    }

    private List<BucketRule> limits(ConfigurationProblems validation) {
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

    private List<BucketSettingsRule> detailed(ConfigurationProblems validation) {
        List<BucketSettingsRule> rules = new ArrayList<>();
        for (int i = 0; i < bucketRules.size(); i++) {
            RuleParser.parse(bucketRules.get(i).text(), validation, "bucketRules[" + (i + 1) + "]")
                    .ifPresent(rules::add);
        }
        rulesFile.ifPresent(file -> rules.addAll(RulesFile.read(file, validation)));
        return rules;
    }
}
