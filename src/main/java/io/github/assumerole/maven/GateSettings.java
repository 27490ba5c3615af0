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
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The parameters that describe the gate, as the POM or the command line has them. */
record GateSettings(
        List<String> requiredBuckets,
        List<String> forbiddenBuckets,
        List<String> availableNames,
        Integer minBuckets,
        Integer maxBuckets,
        List<RuleElement> bucketRules,
        File rulesFile,
        String lookup) {

    /** What is demanded; when something is wrong with it, {@code validation} knows it. */
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
        rules.addAll(named(validation, "requiredBuckets", requiredBuckets, RequiredBucket::new));
        rules.addAll(named(validation, "forbiddenBuckets", forbiddenBuckets, ForbiddenBucket::new));
        rules.addAll(named(validation, "availableNames", availableNames, AvailableName::new));
        rules.addAll(counts(validation));
        rules.addAll(detailed(validation));
        return rules;
    }

    private static List<BucketRule> named(
            Validation validation, String parameter, List<String> texts, Function<BucketPattern, BucketRule> rule) {
        return validation.all(parameter, texts, text -> rule.apply(BucketPattern.parse(text)));
    }

    private List<BucketRule> counts(Validation validation) {
        List<BucketRule> counts = new ArrayList<>();
        if (minBuckets != null && validation.atLeast("minBuckets", minBuckets, 0)) {
            counts.add(new BucketCount(BucketCount.Bound.AT_LEAST, minBuckets));
        }
        if (maxBuckets != null && validation.atLeast("maxBuckets", maxBuckets, 0)) {
            counts.add(new BucketCount(BucketCount.Bound.AT_MOST, maxBuckets));
        }
        if (minBuckets != null && maxBuckets != null && minBuckets > maxBuckets) {
            validation.refuse("minBuckets", minBuckets + " is more than maxBuckets, which is " + maxBuckets);
        }
        return counts;
    }

    private List<BucketSettingsRule> detailed(Validation validation) {
        List<BucketSettingsRule> rules = new ArrayList<>();
        List<RuleElement> elements = bucketRules == null ? List.of() : bucketRules;
        for (int i = 0; i < elements.size(); i++) {
            RuleParser.parse(elements.get(i).text(), validation, "bucketRules[" + (i + 1) + "]")
                    .ifPresent(rules::add);
        }
        ParameterPath.read(validation, "rulesFile", rulesFile)
                .ifPresent(file -> rules.addAll(RulesFile.read(file, validation)));
        return rules;
    }
}
