package io.github.assumerole.bucket.gate;

import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.BucketCatalog;
import io.github.assumerole.bucket.BucketListing;
import io.github.assumerole.bucket.BucketPattern;
import io.github.assumerole.bucket.BucketSelection;
import io.github.assumerole.bucket.BucketSnapshot;
import io.github.assumerole.bucket.BucketSnapshot.BucketSetting;
import io.github.assumerole.bucket.CallResult;
import io.github.assumerole.bucket.ParallelCalls;
import io.github.assumerole.bucket.Setting;
import io.github.assumerole.bucket.UnknownReason;
import io.github.assumerole.bucket.rule.BucketRule;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Queries an account with no more calls than the rules need: first which buckets exist, then their settings. If a
 * bucket is deleted in between, once more, so that a bucket that no longer exists leaves no rule undecided.
 *
 * @param catalog lists at least the selected buckets
 */
public record BucketInspector(BucketCatalog catalog, Lookup lookup, BucketSelection selection) {
    /** Queries all that the policy needs, and lists the selected buckets unless lookup is HEAD. */
    public BucketSnapshot inspect(BucketPolicy policy) {
        List<BucketRule> rules = policy.checked();
        BucketSnapshot snapshot = inspect(rules, Map.of());
        return snapshot.hasDeletedBucket() ? inspect(rules, snapshot.settingsOfExistingBuckets()) : snapshot;
    }

    /** @param read the settings that an attempt before has read */
    private BucketSnapshot inspect(List<BucketRule> rules, Map<BucketSetting, CallResult<Map<String, String>>> read) {
        Optional<CallResult<BucketListing>> listing =
                lookup == Lookup.HEAD ? Optional.empty() : Optional.of(selection.list(catalog));
        Set<String> own = listing.filter(this::isFinal).isPresent() ? Set.of() : names(rules, rule -> !rule.anywhere());
        Set<String> global = names(rules, BucketRule::anywhere);
        listing.flatMap(CallResult::value)
                .ifPresent(
                        complete -> global.removeIf(name -> complete.find(name).isPresent()));
        BucketSnapshot existence = new BucketSnapshot(
                listing,
                ParallelCalls.run(own, catalog::lookUp),
                ParallelCalls.run(global, catalog::lookUpAnywhere),
                Map.of());
        return existence.with(settings(rules, existence, read));
    }

    /**
     * If listing is denied, names can still be looked up one by one; any other failure would affect lookups as well.
     */
    private boolean isFinal(CallResult<BucketListing> listing) {
        boolean denied = listing.reason()
                .filter(reason -> reason.kind() == UnknownReason.Kind.DENIED)
                .isPresent();
        return lookup == Lookup.LIST || !denied;
    }

    private static Set<String> names(List<BucketRule> rules, Predicate<BucketRule> which) {
        return rules.stream()
                .filter(which)
                .flatMap(rule -> rule.pattern().stream())
                .filter(BucketPattern::isLiteral)
                .map(BucketPattern::toString)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The tags that decide which buckets a rule concerns come before the other settings of these buckets. */
    private Map<BucketSetting, CallResult<Map<String, String>>> settings(
            List<BucketRule> rules,
            BucketSnapshot existence,
            Map<BucketSetting, CallResult<Map<String, String>>> read) {
        Map<BucketSetting, CallResult<Map<String, String>>> first = missing(rules, existence, read);
        List<BucketRule> limited =
                rules.stream().filter(BucketRule::isLimitedByTags).toList();
        if (limited.isEmpty()) {
            return first;
        }
        Map<BucketSetting, CallResult<Map<String, String>>> all = new HashMap<>(first);
        all.putAll(missing(limited, existence.with(first), read));
        return all;
    }

    private Map<BucketSetting, CallResult<Map<String, String>>> missing(
            List<BucketRule> rules, BucketSnapshot snapshot, Map<BucketSetting, CallResult<Map<String, String>>> read) {
        Map<BucketSetting, Bucket> calls = new LinkedHashMap<>();
        for (BucketRule rule : rules) {
            for (Setting setting : rule.settings()) {
                rule.needing(setting, snapshot)
                        .filter(bucket -> snapshot.known(setting, bucket).isEmpty())
                        .forEach(bucket -> calls.put(new BucketSetting(setting, bucket.name()), bucket));
            }
        }
        return ParallelCalls.run(calls.keySet(), call -> Optional.ofNullable(read.get(call))
                .orElseGet(() -> catalog.read(call.setting(), calls.get(call))));
    }
}
