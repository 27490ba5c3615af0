package io.github.assumerole.bucket.gate;

import io.github.assumerole.bucket.BucketSnapshot;
import io.github.assumerole.bucket.rule.BucketRule;
import io.github.assumerole.bucket.rule.Finding;
import io.github.assumerole.bucket.rule.Level;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The result of a rule.
 *
 * @param findings in the order of the buckets; empty if the rule was skipped. Stream them: there can be a million
 */
public record RuleResult(BucketRule rule, Outcome outcome, Collection<Finding> findings) {
    /** The outcome of a rule. */
    public enum Outcome {
        PASSED,
        FAILED,
        UNKNOWN,
        SKIPPED
    }

    /** Evaluates a rule. A violation is certain even if other findings are unknown; exceptions satisfy nothing. */
    public static RuleResult of(BucketRule rule, BucketSnapshot snapshot) {
        if (rule.skip()) {
            return new RuleResult(rule, Outcome.SKIPPED, List.of());
        }
        Collection<Finding> findings = Findings.of(() -> rule.check(snapshot));
        return new RuleResult(rule, outcome(findings), findings);
    }

    private static Outcome outcome(Collection<Finding> findings) {
        if (has(findings, Finding.Mark.VIOLATED)) {
            return Outcome.FAILED;
        }
        return has(findings, Finding.Mark.UNKNOWN) || !has(findings, Finding.Mark.HOLDS)
                ? Outcome.UNKNOWN
                : Outcome.PASSED;
    }

    private static boolean has(Collection<Finding> findings, Finding.Mark mark) {
        return findings.stream().anyMatch(finding -> finding.mark() == mark);
    }

    /** The findings with this mark. */
    public Stream<Finding> marked(Finding.Mark mark) {
        return findings.stream().filter(finding -> finding.mark() == mark);
    }

    /** The level of a finding that is violated or unknown; empty for any other. */
    public Optional<Level> levelOf(Finding finding) {
        boolean counts = finding.mark() == Finding.Mark.VIOLATED || finding.mark() == Finding.Mark.UNKNOWN;
        return counts ? Optional.of(rule.level()) : Optional.empty();
    }

    /** Whether it counts for the gate. */
    public boolean gates() {
        return rule.level() == Level.ERROR;
    }
}
