package io.github.assumerole.bucket.rule;

import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.BucketPattern;
import io.github.assumerole.bucket.BucketSelection;
import io.github.assumerole.bucket.BucketSnapshot;
import io.github.assumerole.bucket.BucketState;
import io.github.assumerole.bucket.CallEvidence;
import io.github.assumerole.bucket.CallResult;
import io.github.assumerole.bucket.SelectionConflict;
import io.github.assumerole.bucket.Setting;
import io.github.assumerole.bucket.rule.setting.SettingRequirement;
import io.github.assumerole.text.Printable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Requires settings of buckets. A bucket that is named must exist, unless {@code exists} says otherwise; a glob that
 * matches no bucket is satisfied, and the finding says so.
 *
 * @param scope the bucket, or the buckets that match a glob: the requirements then apply to each of them
 * @param exists true if at least one bucket must exist, false if none must exist; empty for the default
 * @param requirements for each bucket; none if {@code exists} is false
 * @param message the reason for the rule, which is appended to violations; empty for none
 * @param skip true to leave the rule out
 */
public record BucketSettingsRule(
        RuleScope scope,
        Optional<Boolean> exists,
        List<SettingRequirement> requirements,
        Level level,
        Optional<String> message,
        boolean skip)
        implements BucketRule {
    /**
     * @throws IllegalArgumentException if there are requirements for a bucket that must not exist, or a glob has
     *     neither requirements nor {@code exists}; the message follows the name of the rule
     */
    public BucketSettingsRule {
        requirements = List.copyOf(requirements);
        if (mustBeAbsent(exists) && !requirements.isEmpty()) {
            throw new IllegalArgumentException(
                    "exists is false, which contradicts " + requirements.get(0).title() + "; remove one of the two");
        }
        if (exists.isEmpty() && requirements.isEmpty() && !scope.buckets().isLiteral()) {
            throw new IllegalArgumentException("requires nothing of the buckets that match '" + scope.buckets()
                    + "', so it cannot fail; add exists or a requirement such as versioning");
        }
    }

    @Override
    public String title() {
        Stream<String> existence = exists.isEmpty() && !requirements.isEmpty()
                ? Stream.empty()
                : Stream.of(mustBePresent() ? "exists" : "does not exist");
        return Printable.of(Stream.concat(existence, requirements.stream().map(SettingRequirement::title))
                .collect(Collectors.joining(", ", scope.description() + ": ", "")));
    }

    @Override
    public String kind() {
        return "bucket-settings";
    }

    @Override
    public Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.putAll(scope.parameters());
        exists.ifPresent(present -> parameters.put("exists", present));
        requirements.forEach(requirement -> parameters.putAll(requirement.parameters()));
        message.ifPresent(reason -> parameters.put("message", reason));
        return parameters;
    }

    private static boolean mustBeAbsent(Optional<Boolean> exists) {
        return exists.filter(present -> !present).isPresent();
    }

    private boolean mustBePresent() {
        return exists.orElse(scope.buckets().isLiteral());
    }

    @Override
    public Optional<BucketPattern> pattern() {
        return Optional.of(scope.buckets());
    }

    @Override
    public Set<Setting> settings() {
        return Stream.concat(requirements.stream(), scope.taggedWith().stream())
                .map(SettingRequirement::setting)
                .collect(Collectors.toSet());
    }

    @Override
    public Stream<Bucket> needing(Setting setting, BucketSnapshot snapshot) {
        if (setting == Setting.TAGS && isLimitedByTags()) {
            return scope.candidates(snapshot);
        }
        return requirements.stream().anyMatch(requirement -> requirement.setting() == setting)
                ? scope.applicable(snapshot)
                : Stream.empty();
    }

    @Override
    public boolean isLimitedByTags() {
        return scope.taggedWith().isPresent();
    }

    @Override
    public Optional<BucketPattern> requiresPresence() {
        return mustBePresent() ? Optional.of(scope.buckets()) : Optional.empty();
    }

    @Override
    public Optional<RuleScope> requiresAbsence() {
        return mustBeAbsent(exists) ? Optional.of(scope) : Optional.empty();
    }

    @Override
    public Stream<Finding> check(BucketSnapshot snapshot) {
        Stream<Finding> findings = findings(snapshot);
        return message.isEmpty() ? findings : findings.map(finding -> finding.explained(message.get()));
    }

    private Stream<Finding> findings(BucketSnapshot snapshot) {
        return Stream.concat(aboutBuckets(snapshot), ScopeFindings.of(scope, snapshot));
    }

    /** Buckets with unknown tags leave it open whether there is none. */
    private Stream<Finding> aboutBuckets(BucketSnapshot snapshot) {
        boolean oneIsEnough = requirements.isEmpty() && mustBePresent();
        if (scope.undecided(snapshot).findAny().isEmpty()
                || oneIsEnough && scope.applicable(snapshot).findAny().isPresent()) {
            return decided(snapshot);
        }
        return Stream.concat(
                decided(snapshot).filter(finding -> !finding.state().equals(Optional.of(BucketState.ABSENT))),
                scope.undecided(snapshot));
    }

    /** At least one finding. */
    private Stream<Finding> decided(BucketSnapshot snapshot) {
        if (mustBeAbsent(exists)) {
            return ExistenceCheck.forbidden(scope, snapshot);
        }
        Finding existence = ExistenceCheck.required(scope, "", snapshot);
        if (existence.mark() == Finding.Mark.HOLDS && !requirements.isEmpty()) {
            return scope.applicable(snapshot)
                    .flatMap(bucket -> requirements.stream().map(requirement -> check(requirement, bucket, snapshot)));
        }
        boolean matchesNothing = existence.mark() == Finding.Mark.VIOLATED && !mustBePresent();
        return Stream.of(matchesNothing ? satisfied(existence) : existence);
    }

    private static Finding check(SettingRequirement requirement, Bucket bucket, BucketSnapshot snapshot) {
        CallResult<Map<String, String>> result = snapshot.setting(requirement.setting(), bucket);
        return result.fold(
                values -> check(requirement, bucket, values, result.evidence()),
                reason -> Finding.unknown(
                        bucket.name(), "could not read " + requirement.setting().element(), reason));
    }

    private static Finding check(
            SettingRequirement requirement, Bucket bucket, Map<String, String> values, CallEvidence evidence) {
        return requirement
                .undecided(bucket.name(), values, evidence)
                .map(reason -> Finding.unknown(
                        bucket.name(),
                        "could not evaluate " + requirement.setting().element(),
                        reason))
                .orElseGet(() -> Finding.of(
                        requirement.violation(values).isEmpty() ? Finding.Mark.HOLDS : Finding.Mark.VIOLATED,
                        bucket.name(),
                        Optional.of(BucketState.PRESENT),
                        evidence,
                        () -> bucket.name() + ": "
                                + requirement.violation(values).orElseGet(requirement::title)));
    }

    private static Finding satisfied(Finding noMatch) {
        return Finding.holds(noMatch.subject(), noMatch.message(), noMatch.state(), noMatch.evidence());
    }

    /** Requirements need every bucket that matches to be selected; existence needs only one. */
    @Override
    public Optional<SelectionConflict> conflictWith(BucketSelection selection) {
        BucketPattern buckets = scope.buckets();
        boolean oneIsEnough = mustBePresent() && (buckets.isLiteral() || requirements.isEmpty());
        String rule = "rule about " + buckets.description();
        return oneIsEnough ? selection.conflictWithAny(buckets, rule) : selection.conflictWithAll(buckets, rule);
    }
}
