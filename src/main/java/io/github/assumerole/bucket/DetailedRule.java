package io.github.assumerole.bucket;

import io.github.assumerole.text.Printable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Demands how buckets are set up. A bucket that is named must be there, unless {@code exists} says otherwise; of a glob
 * that matches nothing, the rule says so and holds.
 *
 * @param about the bucket's name, or a glob: the demands are then made on every bucket that matches
 * @param exists true when at least one must be there, false when none may be; empty for what is said above
 * @param demands what must be true of each bucket; none when {@code exists} is false
 * @param message why it is demanded, for whoever reads of a violation; empty for nothing
 * @param skip whether it is not to be checked this time
 */
public record DetailedRule(
        BucketPattern about,
        Optional<Boolean> exists,
        List<Demand> demands,
        Level level,
        Optional<String> message,
        boolean skip)
        implements BucketRule {
    /**
     * @throws IllegalArgumentException when demands are made on a bucket that must not be there, or none at all on a
     *     glob; the message reads on after the name of the rule
     */
    public DetailedRule {
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(exists, "exists");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(message, "message");
        demands = List.copyOf(demands);
        if (mustBeAbsent(exists) && !demands.isEmpty()) {
            throw new IllegalArgumentException("exists is false, so "
                    + demands.get(0).title() + " can be demanded of no bucket; leave one of the two out");
        }
        if (exists.isEmpty() && demands.isEmpty() && !about.isLiteral()) {
            throw new IllegalArgumentException("demands nothing of what matches '" + about
                    + "', so it could not fail; add exists, or what must be true, such as versioning");
        }
    }

    @Override
    public String title() {
        Stream<String> existence = exists.isEmpty() && !demands.isEmpty()
                ? Stream.empty()
                : Stream.of(mustBePresent() ? "exists" : "does not exist");
        return Printable.of(Stream.concat(existence, demands.stream().map(Demand::title))
                .collect(Collectors.joining(", ", about.inWords() + ": ", "")));
    }

    private static boolean mustBeAbsent(Optional<Boolean> exists) {
        return exists.filter(there -> !there).isPresent();
    }

    private boolean mustBePresent() {
        return exists.orElse(about.isLiteral());
    }

    @Override
    public Optional<BucketPattern> pattern() {
        return Optional.of(about);
    }

    @Override
    public Set<Setting> settings() {
        return demands.stream().map(Demand::setting).collect(Collectors.toSet());
    }

    @Override
    public Optional<BucketPattern> demandsPresence() {
        return mustBePresent() ? Optional.of(about) : Optional.empty();
    }

    @Override
    public Optional<BucketPattern> demandsAbsence() {
        return mustBeAbsent(exists) ? Optional.of(about) : Optional.empty();
    }

    @Override
    public List<Finding> check(BucketFacts facts) {
        List<Finding> findings = findings(facts);
        return message.map(why ->
                        findings.stream().map(finding -> finding.explained(why)).toList())
                .orElse(findings);
    }

    private List<Finding> findings(BucketFacts facts) {
        if (mustBeAbsent(exists)) {
            return Presence.forbidden(about, facts);
        }
        Finding presence = Presence.required(about, "", facts);
        boolean there = presence.mark() == Finding.Mark.HOLDS;
        if (there && !demands.isEmpty()) {
            return facts.matching(about)
                    .flatMap(bucket -> onDemands(bucket, facts))
                    .toList();
        }
        boolean matchesNothing = presence.mark() == Finding.Mark.VIOLATED && !mustBePresent();
        return List.of(matchesNothing ? vacuous(presence) : presence);
    }

    private Stream<Finding> onDemands(Bucket bucket, BucketFacts facts) {
        return demands.stream().map(demand -> onDemand(demand, bucket, facts));
    }

    private static Finding onDemand(Demand demand, Bucket bucket, BucketFacts facts) {
        Observed<Map<String, String>> seen = facts.setting(demand.setting(), bucket);
        return seen.fold(
                values -> onValues(demand, bucket, values, seen.evidence()),
                doubt -> Finding.unknown(
                        bucket.name(), "could not read " + demand.setting().element(), doubt));
    }

    private static Finding onValues(Demand demand, Bucket bucket, Map<String, String> values, Evidence evidence) {
        boolean met = demand.fault(values).isEmpty();
        return Finding.of(
                met ? Finding.Mark.HOLDS : Finding.Mark.VIOLATED,
                bucket.name(),
                Optional.of(BucketState.PRESENT),
                evidence,
                () -> bucket.name() + ": " + demand.fault(values).orElseGet(demand::title));
    }

    /** A glob that matches nothing breaks no demand. */
    private static Finding vacuous(Finding nothing) {
        return Finding.holds(nothing.subject(), nothing.message(), nothing.state(), nothing.evidence());
    }

    /** The demands on every bucket that matches need all of these; that there is one, needs one. */
    @Override
    public Optional<BlindSpot> blindSpot(BucketSelection selection) {
        boolean oneIsEnough = mustBePresent() && (about.isLiteral() || demands.isEmpty());
        return (oneIsEnough ? selection.hiding(about) : selection.narrowing(about))
                .map(part -> part.blindSpot("rule about " + about.inWords()));
    }
}
