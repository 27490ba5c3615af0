package io.github.assumerole.report;

import static io.github.assumerole.report.ReportFormat.CSV;
import static io.github.assumerole.report.ReportFormat.HTML;
import static io.github.assumerole.report.ReportFormat.JSON;
import static io.github.assumerole.report.ReportFormat.JUNIT;
import static io.github.assumerole.report.ReportFormat.MARKDOWN;
import static io.github.assumerole.report.ReportFormat.TEXT;
import static io.github.assumerole.report.Reports.written;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.bucket.gate.BucketReport;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever reads a report in one form knows what it says in the others: verdict, rules, findings, buckets, in order. */
class SameInAllFormatsTest {
    @ParameterizedTest
    @EnumSource
    void text(Reports sample) {
        BucketReport report = sample.report();
        assertEquals(Told.visibly(report), ReadBack.text(written(report, TEXT)));
    }

    @ParameterizedTest
    @EnumSource
    void json(Reports sample) {
        BucketReport report = sample.report();
        assertEquals(Told.exactly(report), ReadBack.json(written(report, JSON)));
    }

    @ParameterizedTest
    @EnumSource
    void csv(Reports sample) {
        BucketReport report = sample.report();
        assertEquals(
                carriedByCsv(Told.exactly(report).toString()),
                ReadBack.csv(written(report, CSV)).toString());
    }

    /** Only these of the samples' characters have no place in CSV. */
    private static String carriedByCsv(String text) {
        return text.replace("\u001b", "\\u{001b}")
                .replace("\u0000", "\\u{0000}")
                .replace("\ud83d ", "\\u{d83d} ");
    }

    @ParameterizedTest
    @EnumSource
    void junit(Reports sample) {
        BucketReport report = sample.report();
        Told told = Told.visibly(report);
        List<String> rules = told.rules().stream()
                .map(rule -> rule.replaceFirst(" -> (error|warn)", ""))
                .toList();
        assertEquals(
                new Told(told.verdict(), rules, told.findings(), List.of()), ReadBack.junit(written(report, JUNIT)));
    }

    @ParameterizedTest
    @EnumSource
    void markdown(Reports sample) {
        BucketReport report = sample.report();
        assertEquals(Told.visibly(report), ReadBack.markdown(written(report, MARKDOWN)));
    }

    @ParameterizedTest
    @EnumSource
    void html(Reports sample) {
        BucketReport report = sample.report();
        assertEquals(Told.visibly(report), ReadBack.html(written(report, HTML)));
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
        assertTrue(written(withMessage("größer 大きい كبير"), format).contains("größer 大きい كبير"));
    }

    @Test
    void logShowsLettersOfAnyLanguageAsWritten() {
        assertEquals(
                List.of("no bucket matches the pattern 'app-*' (searched 1 bucket) - größer 大きい كبير"
                        + " [ABSENT by ListBuckets, HTTP 200, region eu-central-1, request 4ZQ8]"),
                TextReport.violations(withMessage("größer 大きい كبير"), 10));
    }

    private static BucketReport withMessage(String message) {
        return Account.of("web").report(Reports.missing("app-*", message));
    }

    @Test
    void jsonIsPrintableAscii() {
        assertEquals("", distinctCharactersBeyondAscii(JSON));
    }

    private static String distinctCharactersBeyondAscii(ReportFormat format) {
        String text = written(Reports.HOSTILE.report(), format);
        return text.replaceAll("[\\n -~]", "")
                .codePoints()
                .distinct()
                .mapToObj(Character::toString)
                .collect(joining());
    }

    @Test
    void theSamplesHaveEveryVerdict() {
        assertEquals(
                4,
                List.of(Reports.values()).stream()
                        .map(sample -> sample.report().verdict())
                        .distinct()
                        .count());
        assertEquals(
                Reports.HOSTILE_NAMES.size(),
                Reports.HOSTILE.report().snapshot().buckets().size());
    }
}
