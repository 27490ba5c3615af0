package io.github.assumerole.report;

import io.github.assumerole.bucket.gate.RuleResult;
import io.github.assumerole.bucket.rule.Finding;
import io.github.assumerole.text.Printable;
import java.util.Optional;

/**
 * One thing that a report tells a person away from its rule; all of its text is printable.
 *
 * @param finding empty when the rule found nothing at all, or was skipped
 */
record ReportLine(RuleResult result, Optional<Finding> finding) {
    /** What is the matter. What could not be looked at says so itself, but not for which rule. */
    String sentence() {
        String title = Printable.of(result.rule().title());
        return finding.map(found ->
                        found.mark() == Finding.Mark.UNKNOWN ? found.message() + " (" + title + ")" : found.message())
                .orElseGet(() -> result.outcome() == RuleResult.Outcome.SKIPPED
                        ? title
                        : title + ": nothing was found to look at");
    }

    /** What it rests on, such as {@code ABSENT by ListBuckets, HTTP 200}. */
    Optional<String> grounds() {
        return finding.map(ReportLine::grounds);
    }

    /** The sentence with its grounds in brackets. */
    String line() {
        return sentence() + grounds().map(text -> " [" + text + "]").orElse("");
    }

    /** What a finding rests on. */
    static String grounds(Finding found) {
        return found.state().map(state -> state + " by ").orElse("")
                + found.evidence().inWords();
    }

    /** A finding beside its rule, such as {@code app-logs is not there [ABSENT by ListBuckets, HTTP 200]}. */
    static String line(Finding found) {
        return found.message() + " [" + grounds(found) + "]";
    }
}
