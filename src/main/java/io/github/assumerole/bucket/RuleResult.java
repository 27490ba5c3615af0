package io.github.assumerole.bucket;

import java.util.List;
import java.util.Objects;

/**
 * How a rule came out.
 *
 * @param findings what it rests on, in the order of the buckets; empty when the rule was skipped
 */
public record RuleResult(BucketRule rule, Outcome outcome, List<Finding> findings) {
    /** How a rule can come out. */
    public enum Outcome {
        PASSED,
        FAILED,
        UNKNOWN,
        SKIPPED
    }

    /** Takes a copy of the findings. */
    public RuleResult {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(outcome, "outcome");
        findings = List.copyOf(findings);
    }

    /** Holds a rule against what was seen. A violation is certain whatever else stays unknown. */
    static RuleResult of(BucketRule rule, BucketFacts facts) {
        if (rule.skip()) {
            return new RuleResult(rule, Outcome.SKIPPED, List.of());
        }
        List<Finding> findings = rule.check(facts);
        return new RuleResult(rule, outcome(findings), findings);
    }

    private static Outcome outcome(List<Finding> findings) {
        if (has(findings, Finding.Mark.VIOLATED)) {
            return Outcome.FAILED;
        }
        return findings.isEmpty() || has(findings, Finding.Mark.UNKNOWN) ? Outcome.UNKNOWN : Outcome.PASSED;
    }

    private static boolean has(List<Finding> findings, Finding.Mark mark) {
        return findings.stream().anyMatch(finding -> finding.mark() == mark);
    }

    /** The findings of this mark. */
    public List<Finding> marked(Finding.Mark mark) {
        return findings.stream().filter(finding -> finding.mark() == mark).toList();
    }

    /** Whether the gate rests on it. */
    public boolean gates() {
        return rule.level() == Level.ERROR;
    }
}
