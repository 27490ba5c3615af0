package io.github.assumerole.report;

import io.github.assumerole.bucket.gate.RuleResult;
import io.github.assumerole.bucket.rule.Finding;
import io.github.assumerole.text.Printable;
import java.util.Optional;

/**
 * A printable line about a rule or one of its findings, for sections that are not grouped by rule.
 *
 * @param finding empty if the rule has no findings, or was skipped
 */
record ReportLine(RuleResult result, Optional<Finding> finding) {
    static final String NOTHING_FOUND = "nothing was found to check";

    /**
     * The message. Without an actual and an expected value, it does not name the rule, whose title is then appended.
     */
    String text() {
        String title = Printable.of(result.rule().title());
        return finding.map(found -> namesRule(found.mark()) ? found.message() : found.message() + " (" + title + ")")
                .orElseGet(() -> result.outcome() == RuleResult.Outcome.SKIPPED ? title : title + ": " + NOTHING_FOUND);
    }

    private static boolean namesRule(Finding.Mark mark) {
        return mark == Finding.Mark.HOLDS || mark == Finding.Mark.VIOLATED;
    }

    /** Such as {@code ABSENT by ListBuckets, HTTP 200}. */
    Optional<String> evidence() {
        return finding.map(ReportLine::evidence);
    }

    /** The text with its evidence in brackets. */
    String line() {
        return text() + evidence().map(evidence -> " [" + evidence + "]").orElse("");
    }

    static String evidence(Finding finding) {
        return finding.state().map(state -> state + " by ").orElse("")
                + finding.evidence().description();
    }

    /** A finding that is shown with its rule. */
    static String line(Finding finding) {
        return finding.message() + " [" + evidence(finding) + "]";
    }
}
