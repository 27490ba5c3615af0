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
import io.github.assumerole.bucket.rule.RulesFile;
import io.github.assumerole.bucket.rule.RulesReader;
import io.github.assumerole.bucket.rule.RulesXml;
import io.github.assumerole.text.ConfigurationProblems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Parameters of bucket rules. */
public record GateParameters(
        Names names, Counts counts, Optional<RulesXml.Element> bucketRules, Optional<Path> rulesFile, String lookup) {

    /** Bucket names and globs. */
    public record Names(List<String> required, List<String> forbidden, List<String> available) {}

    /** Limits of the number of buckets. */
    public record Counts(Optional<Integer> min, Optional<Integer> max) {}

    /**
     * What a gate evaluates.
     *
     * @param selection the buckets that are counted and reported
     */
    public record Gate(BucketPolicy policy, BucketSelection selection, Lookup lookup) {}

    public Gate read(BucketSelection selection, ConfigurationProblems problems) {
        Lookup how = problems.optional("lookup", lookup, Lookup::parse).orElse(Lookup.AUTO);
        BucketPolicy policy = new BucketPolicy(rules(problems));
        policy.contradictions().forEach(sentence -> problems.add("rules", sentence));
        policy.selectionConflicts(selection)
                .forEach(conflict -> problems.add(conflict.parameter(), conflict.message()));
        if (how == Lookup.HEAD) {
            policy.lookupProblems().forEach(problem -> problems.add("lookup", problem));
        }
        return new Gate(policy, selection, how);
    }

    private List<BucketRule> rules(ConfigurationProblems problems) {
        List<BucketRule> rules = new ArrayList<>();
        rules.addAll(named(problems, "requiredBuckets", names.required, RequiredBucket::new));
        rules.addAll(named(problems, "forbiddenBuckets", names.forbidden, ForbiddenBucket::new));
        rules.addAll(named(problems, "availableNames", names.available, AvailableName::new));
        rules.addAll(limits(problems));
        rules.addAll(detailed(problems));
        return rules;
    }

    private static List<BucketRule> named(
            ConfigurationProblems problems,
            String parameter,
            List<String> texts,
            Function<BucketPattern, BucketRule> rule) {
        return problems.all(parameter, texts, text -> rule.apply(BucketPattern.parse(text)));
    }

    private List<BucketRule> limits(ConfigurationProblems problems) {
        List<BucketRule> limits = new ArrayList<>();
        counts.min
                .filter(min -> problems.atLeast("minBuckets", min, 0))
                .ifPresent(min -> limits.add(new BucketCount(BucketCount.Bound.AT_LEAST, min)));
        counts.max
                .filter(max -> problems.atLeast("maxBuckets", max, 0))
                .ifPresent(max -> limits.add(new BucketCount(BucketCount.Bound.AT_MOST, max)));
        counts.min
                .filter(min -> counts.max.filter(max -> min > max).isPresent())
                .ifPresent(min -> problems.add(
                        "minBuckets",
                        min + " is greater than maxBuckets (" + counts.max.orElseThrow()
                                + "); lower minBuckets or raise maxBuckets"));
        return limits;
    }

    private List<BucketSettingsRule> detailed(ConfigurationProblems problems) {
        List<BucketSettingsRule> rules = new ArrayList<>();
        bucketRules.ifPresent(element -> rules.addAll(RulesReader.read(element, "bucketRules", problems)));
        rulesFile.ifPresent(file -> rules.addAll(RulesFile.read(file, problems)));
        return rules;
    }
}
