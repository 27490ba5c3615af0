package io.github.assumerole.report;

import io.github.assumerole.bucket.gate.BucketReport;
import io.github.assumerole.bucket.gate.RuleResult;
import io.github.assumerole.bucket.gate.RuleResult.Outcome;
import io.github.assumerole.bucket.rule.Finding;
import io.github.assumerole.text.TextOutput;
import io.github.assumerole.text.XmlWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * A report as a test suite with a test case for each rule, by the schema of Surefire's reports, with the attributes
 * timestamp and hostname of Ant's reports. The test case of a rule of level WARN always passes, and its output contains
 * the warning.
 */
record JunitRendering(BucketReport report, ReportId id, XmlWriter xml) {
    /** CI servers keep a test case in memory. */
    private static final int MAX_LINES = 1000;

    static void write(BucketReport report, ReportId id, TextOutput out) {
        out.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        new JunitRendering(report, id, new XmlWriter(out)).suite();
    }

    private void suite() {
        xml.open(
                        "testsuite",
                        "name",
                        className(),
                        "time",
                        seconds(report.took()),
                        "timestamp",
                        timestamp(),
                        "hostname",
                        id.host(),
                        "tests",
                        count(result -> true),
                        "errors",
                        count(result -> counted(result) == Outcome.UNKNOWN),
                        "skipped",
                        count(result -> counted(result) == Outcome.SKIPPED),
                        "failures",
                        count(result -> counted(result) == Outcome.FAILED))
                .newLine();
        xml.open("properties").newLine();
        property("report", id.name());
        property("verdict", ContractNames.of(report.verdict()));
        property("summary", Summary.verdict(report));
        property("buckets", Summary.buckets(report));
        property("listing", Summary.noListing(report).orElseGet(() -> ContractNames.of(ListingState.of(report))));
        property("observedAt", ContractNames.of(report.observedAt()));
        xml.close().newLine();
        report.results().forEach(this::testCase);
        xml.close().newLine();
    }

    /**
     * A class for each execution, in a package for each module: CI servers that merge the reports of all modules keep
     * one test case of each class and name.
     */
    private String className() {
        return "assume-role." + id.module().replace(':', '.') + "."
                + id.execution().replace('.', '_');
    }

    /** As in the reports of Ant and JUnit, without a time zone. */
    private String timestamp() {
        return Summary.seconds(report.startedAt()).replace("Z", "");
    }

    private static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).toPlainString();
    }

    private String count(Predicate<RuleResult> which) {
        return Long.toString(report.results().stream().filter(which).count());
    }

    private static Outcome counted(RuleResult result) {
        return result.gates() || result.outcome() == Outcome.SKIPPED ? result.outcome() : Outcome.PASSED;
    }

    private void property(String key, String value) {
        xml.empty("property", "name", key, "value", value).newLine();
    }

    private void testCase(RuleResult result) {
        xml.open("testcase", "name", result.rule().title(), "classname", className(), "time", "0");
        switch (counted(result)) {
            case FAILED -> failed("failure", result, Finding.Mark.VIOLATED);
            case UNKNOWN -> failed("error", result, Finding.Mark.UNKNOWN);
            case SKIPPED -> xml.empty("skipped", "message", "skipped by configuration");
            case PASSED -> passed(result);
        }
        xml.close().newLine();
    }

    private void failed(String element, RuleResult result, Finding.Mark mark) {
        String message = result.marked(mark).findFirst().map(Finding::message).orElse(ReportLine.NOTHING_FOUND);
        xml.open(element, "message", message, "type", ContractNames.of(mark));
        findings(result);
        xml.close();
    }

    private void passed(RuleResult result) {
        xml.open("system-out");
        if (result.outcome() != Outcome.PASSED) {
            xml.text("warning: " + ContractNames.of(result.outcome()) + ", which does not count at level warn")
                    .newLine();
        }
        findings(result);
        xml.close();
    }

    /** If there are too many, what is violated or unknown comes first, so that it is omitted last. */
    private void findings(RuleResult result) {
        int more = result.findings().size() - MAX_LINES;
        if (more <= 0) {
            findings(result, finding -> true, MAX_LINES);
            return;
        }
        int counting = findings(result, finding -> result.levelOf(finding).isPresent(), MAX_LINES);
        findings(result, finding -> result.levelOf(finding).isEmpty(), MAX_LINES - counting);
        xml.text(Summary.omitted(more)).newLine();
    }

    /** One pass: a concatenated stream would collect the findings of a million buckets. */
    private int findings(RuleResult result, Predicate<Finding> which, int limit) {
        AtomicInteger written = new AtomicInteger();
        result.findings().stream().filter(which).limit(limit).forEach(finding -> {
            xml.text(ContractNames.of(finding.mark()) + ": " + ReportLine.line(finding))
                    .newLine();
            written.incrementAndGet();
        });
        return written.get();
    }
}
