package io.github.assumerole.bucket.gate;

import io.github.assumerole.bucket.BucketSnapshot;
import io.github.assumerole.bucket.rule.BucketRule;
import io.github.assumerole.bucket.rule.Finding;
import io.github.assumerole.bucket.rule.Level;
import java.util.List;

/**
 * The result of a rule.
 *
 * @param findings in the order of the buckets; empty if the rule was skipped
 */
public record RuleResult(BucketRule rule, Outcome outcome, List<Finding> findings) {
    /** The outcome of a rule. */
    public enum Outcome {
        PASSED,
        FAILED,
        UNKNOWN,
        SKIPPED
    }

    /** Copies the findings. */
    public RuleResult {
        findings = List.copyOf(findings);
    }

    /** Evaluates a rule. A violation is certain even if other findings are unknown; exceptions satisfy nothing. */
    public static RuleResult of(BucketRule rule, BucketSnapshot snapshot) {
        if (rule.skip()) {
            return new RuleResult(rule, Outcome.SKIPPED, List.of());
        }
        List<Finding> findings = rule.check(snapshot);
        return new RuleResult(rule, outcome(findings), findings);
    }

    private static Outcome outcome(List<Finding> findings) {
        if (has(findings, Finding.Mark.VIOLATED)) {
            return Outcome.FAILED;
        }
        return has(findings, Finding.Mark.UNKNOWN) || !has(findings, Finding.Mark.HOLDS)
                ? Outcome.UNKNOWN
                : Outcome.PASSED;
    }

    private static boolean has(List<Finding> findings, Finding.Mark mark) {
        return findings.stream().anyMatch(finding -> finding.mark() == mark);
    }

    /** The findings with this mark. */
    public List<Finding> marked(Finding.Mark mark) {
        return findings.stream().filter(finding -> finding.mark() == mark).toList();
    }

    /** Whether it counts for the gate. */
    public boolean gates() {
        return rule.level() == Level.ERROR;
    }
}
