package io.github.assumerole.report;

import io.github.assumerole.bucket.gate.BucketReport;
import io.github.assumerole.bucket.gate.RuleResult;
import io.github.assumerole.bucket.rule.Finding;
import io.github.assumerole.text.Printable;
import io.github.assumerole.text.TextOutput;
import java.util.List;
import java.util.stream.Stream;

/** A complete report as plain text: first what matters, then each rule with its findings, then each bucket. */
record TextRendering(BucketReport report, TextOutput out) {
    static void write(BucketReport report, ReportId id, TextOutput out) {
        TextRendering text = new TextRendering(report, out);
        out.line(Printable.of(id.name()) + ": " + Summary.verdict(report));
        out.line(Summary.buckets(report) + ", checked at " + Summary.time(report));
        Summary.noListing(report).ifPresent(out::line);
        for (Section section : Section.values()) {
            text.list(
                    section.heading(), section.size(report), section.of(report).map(ReportLine::line));
        }
        List<String> advice = Summary.advice(report).toList();
        text.list("What to try", advice.size(), advice.stream());
        text.rules();
        text.buckets();
    }

    private void list(String heading, int size, Stream<String> items) {
        if (size > 0) {
            out.line("").line(heading);
            items.forEach(item -> out.line("  - " + item));
        }
    }

    private void rules() {
        if (!report.results().isEmpty()) {
            out.line("").line("Rules");
            report.results().forEach(this::rule);
        }
    }

    private void rule(RuleResult result) {
        String outcome = "%-7s  %-5s  "
                .formatted(
                        ContractNames.of(result.outcome()),
                        ContractNames.of(result.rule().level()));
        out.line("  " + outcome + Printable.of(result.rule().title()));
        result.findings().stream().forEach(this::finding);
    }

    private void finding(Finding finding) {
        String mark = "%-8s  ".formatted(ContractNames.of(finding.mark()));
        out.line("    " + mark + ReportLine.line(finding));
    }

    private void buckets() {
        if (!report.snapshot().buckets().isEmpty()) {
            out.line("");
            TextReport.table(report.snapshot().buckets(), Integer.MAX_VALUE).forEach(out::line);
        }
    }
}
