package io.github.assumerole.report;

import io.github.assumerole.bucket.CallEvidence;
import io.github.assumerole.bucket.gate.BucketReport;
import io.github.assumerole.bucket.gate.RuleResult;
import io.github.assumerole.bucket.rule.Finding;
import io.github.assumerole.text.TextOutput;
import java.util.List;
import java.util.stream.Stream;

/**
 * The findings as a table, a row for each. A rule without findings, and a listing that failed, have a row without a
 * subject.
 */
record CsvFindings(CsvWriter csv) {
    private static final List<String> HEADER = List.of(
            "rule",
            "kind",
            "level",
            "outcome",
            "subject",
            "state",
            "message",
            "api",
            "httpStatus",
            "code",
            "region",
            "requestId");

    static void write(BucketReport report, ReportId id, TextOutput out) {
        new CsvFindings(new CsvWriter(out)).write(report);
    }

    private void write(BucketReport report) {
        csv.row(HEADER);
        report.snapshot()
                .reasonNotListed()
                .ifPresent(reason -> row(
                        Stream.of(
                                "",
                                "",
                                "",
                                ContractNames.of(ListingState.of(report)),
                                "",
                                "",
                                reason.failure().cameBack()),
                        evidence(reason.evidence())));
        report.results().forEach(this::rule);
    }

    private void rule(RuleResult result) {
        if (result.findings().isEmpty()) {
            String level = result.outcome() == RuleResult.Outcome.SKIPPED
                    ? ""
                    : ContractNames.of(result.rule().level());
            row(rule(result, level, ContractNames.of(result.outcome())), Stream.of("", "", "", "", "", "", "", ""));
        }
        result.findings().stream()
                .forEach(finding -> row(
                        rule(
                                result,
                                result.levelOf(finding).map(ContractNames::of).orElse(""),
                                ContractNames.of(finding.mark())),
                        Stream.concat(finding(finding), evidence(finding.evidence()))));
    }

    private static Stream<String> rule(RuleResult result, String level, String outcome) {
        return Stream.of(result.rule().title(), result.rule().kind(), level, outcome);
    }

    private static Stream<String> finding(Finding finding) {
        return Stream.of(
                finding.subject(), finding.state().map(ContractNames::of).orElse(""), finding.message());
    }

    private static Stream<String> evidence(CallEvidence evidence) {
        return Stream.of(
                evidence.api(),
                evidence.status().map(Object::toString).orElse(""),
                evidence.code().orElse(""),
                evidence.region().orElse(""),
                evidence.requestId().orElse(""));
    }

    private void row(Stream<String> first, Stream<String> last) {
        csv.row(Stream.concat(first, last).toList());
    }
}
