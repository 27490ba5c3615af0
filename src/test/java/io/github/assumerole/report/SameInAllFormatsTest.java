package io.github.assumerole.report;

import static io.github.assumerole.report.ReportFormat.CSV;
import static io.github.assumerole.report.ReportFormat.HTML;
import static io.github.assumerole.report.ReportFormat.JSON;
import static io.github.assumerole.report.ReportFormat.JUNIT;
import static io.github.assumerole.report.ReportFormat.MARKDOWN;
import static io.github.assumerole.report.ReportFormat.TEXT;
import static io.github.assumerole.report.SampleReport.written;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.bucket.gate.BucketReport;
import io.github.assumerole.bucket.gate.RuleResult;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All formats contain the same verdict, rules, findings and buckets, in the same order. */
class SameInAllFormatsTest {
    @ParameterizedTest
    @EnumSource
    void text(SampleReport sample) {
        BucketReport report = sample.report();
        assertEquals(ReportContent.escaped(report), ReportReader.text(written(report, TEXT)));
    }

    @ParameterizedTest
    @EnumSource
    void json(SampleReport sample) {
        BucketReport report = sample.report();
        assertEquals(ReportContent.exact(report), ReportReader.json(written(report, JSON)));
    }

    @ParameterizedTest
    @EnumSource
    void csv(SampleReport sample) {
        BucketReport report = sample.report();
        assertEquals(
                escapedForCsv(ReportContent.exact(report).buckets().toString()),
                cells(CSV.files().get(0), report, "name", "region", "created").toString());
        assertEquals(
                escapedForCsv(report.results().stream()
                        .flatMap(SameInAllFormatsTest::findings)
                        .toList()
                        .toString()),
                cells(CSV.files().get(1), report, "rule", "outcome", "message").stream()
                        .filter(row -> !row.startsWith(ReportContent.ARROW))
                        .toList()
                        .toString());
    }

    private static Stream<String> findings(RuleResult result) {
        Stream<String> findings = result.findings().isEmpty()
                ? Stream.of(ContractNames.of(result.outcome()) + ReportContent.ARROW)
                : result.findings().stream()
                        .map(finding -> ContractNames.of(finding.mark()) + ReportContent.ARROW + finding.message());
        return findings.map(finding -> result.rule().title() + ReportContent.ARROW + finding);
    }

    private static List<String> cells(ReportFile file, BucketReport report, String... columns) {
        return ReportReader.csvRows(written(report, file)).stream()
                .map(row -> Stream.of(columns).map(row::get).collect(joining(ReportContent.ARROW)))
                .toList();
    }

    /** The characters of the samples that are not valid in CSV. */
    private static String escapedForCsv(String text) {
        return text.replace("\u001b", "\\u{001b}")
                .replace("\u0000", "\\u{0000}")
                .replace("\ud83d ", "\\u{d83d} ");
    }

    @ParameterizedTest
    @EnumSource
    void junit(SampleReport sample) {
        BucketReport report = sample.report();
        ReportContent content = ReportContent.escaped(report);
        List<String> rules = content.rules().stream()
                .map(rule -> rule.replaceFirst(" -> (error|warn)", ""))
                .toList();
        assertEquals(
                new ReportContent(content.verdict(), rules, content.findings(), List.of()),
                ReportReader.junit(written(report, JUNIT)));
    }

    @ParameterizedTest
    @EnumSource
    void markdown(SampleReport sample) {
        BucketReport report = sample.report();
        assertEquals(ReportContent.escaped(report), ReportReader.markdown(written(report, MARKDOWN)));
    }

    @ParameterizedTest
    @EnumSource
    void html(SampleReport sample) {
        BucketReport report = sample.report();
        assertEquals(ReportContent.escaped(report), ReportReader.html(written(report, HTML)));
    }

    @ParameterizedTest
    @EnumSource(
            value = ReportFormat.class,
            names = {"TEXT", "JUNIT", "HTML"})
    void escapesAllButLettersAndSymbolsInFilesForPeople(ReportFormat format) {
        assertEquals("ü🐙", distinctCharactersBeyondAscii(format));
    }

    @ParameterizedTest
    @EnumSource(names = {"TEXT", "JUNIT", "MARKDOWN", "HTML", "CSV"})
    void showsLettersOfAnyLanguageAsWritten(ReportFormat format) {
        BucketReport report = withMessage("größer 大きい كبير");
        assertTrue(
                format.files().stream().anyMatch(file -> written(report, file).contains("größer 大きい كبير")));
    }

    @Test
    void logShowsLettersOfAnyLanguageAsWritten() {
        assertEquals(
                List.of("no bucket matches the pattern 'app-*' (searched 1 bucket) - größer 大きい كبير"
                        + " [ABSENT by ListBuckets, HTTP 200, region eu-central-1, request 4ZQ8]"),
                TextReport.violations(withMessage("größer 大きい كبير")).toList());
    }

    private static BucketReport withMessage(String message) {
        return SampleAccount.of("web").report(SampleReport.missing("app-*", message));
    }

    @Test
    void jsonIsPrintableAscii() {
        assertEquals("", distinctCharactersBeyondAscii(JSON));
    }

    private static String distinctCharactersBeyondAscii(ReportFormat format) {
        String text = written(SampleReport.HOSTILE.report(), format);
        return text.replaceAll("[\\n -~]", "")
                .codePoints()
                .distinct()
                .mapToObj(Character::toString)
                .collect(joining());
    }

    @Test
    void coversEveryVerdict() {
        assertEquals(
                4,
                List.of(SampleReport.values()).stream()
                        .map(sample -> sample.report().verdict())
                        .distinct()
                        .count());
        assertEquals(
                SampleReport.HOSTILE_NAMES.size(),
                SampleReport.HOSTILE.report().snapshot().buckets().size());
    }
}
