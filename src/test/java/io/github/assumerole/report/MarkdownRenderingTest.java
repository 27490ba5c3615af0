package io.github.assumerole.report;

import static io.github.assumerole.bucket.Buckets.forbidden;
import static io.github.assumerole.bucket.Buckets.required;
import static io.github.assumerole.report.ReportFormat.MARKDOWN;
import static io.github.assumerole.report.SampleReport.written;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.bucket.gate.BucketReport;
import io.github.assumerole.text.TextOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownRenderingTest {
    @Test
    void startsWithTheVerdict() {
        assertEquals(
                """
                ## \u274c Bucket gate failed: 1 violation of 1 rule

                `app-gate`: 1 bucket in account 444455556666, as role ci-deploy, checked at 2026-11-23T10:15:30Z

                ### Violations

                | What | Evidence |
                |---|---|
                | no bucket matches the required pattern 'web-\\*' (searched 1 bucket) | ABSENT by ListBuckets, HTTP 200, region eu-central-1, request 4ZQ8 |

                ### Rules

                | Outcome | Level | Rule |
                |---|---|---|
                | failed | error | required pattern 'web-\\*' |

                <details><summary>1 finding</summary>

                | Mark | Finding | Evidence |
                |---|---|---|
                | violated | no bucket matches the required pattern 'web-\\*' (searched 1 bucket) | ABSENT by ListBuckets, HTTP 200, region eu-central-1, request 4ZQ8 |

                </details>

                <details><summary>1 bucket</summary>

                | Bucket | Created |
                |---|---|
                | `app_logs` | - |

                </details>

                """,
                written(SampleAccount.of("app_logs").report(required("web-*")), MARKDOWN));
    }

    @Test
    void reportsAnEmptyAccountWithoutRules() {
        assertEquals(
                """
                ## \u2796 No rules configured: nothing is gated

                `app-gate`: no buckets in account 444455556666, as role ci-deploy, checked at 2026-11-23T10:15:30Z

                """,
                written(SampleAccount.of().report(), MARKDOWN));
    }

    @ParameterizedTest
    @CsvSource({"EVERYTHING_HOLDS, \u2705", "EVERY_SECTION, \u274c", "NOT_LISTED, \u2754", "NO_RULES, \u2796"})
    void startsWithAnIconForTheVerdict(SampleReport sample, String icon) {
        assertTrue(written(sample.report(), MARKDOWN).startsWith("## " + icon + " "));
    }

    @Test
    void showsWhyListingFailed() {
        String markdown = written(SampleReport.NOT_LISTED.report(), MARKDOWN);
        assertTrue(markdown.contains("\n> Cannot call ListBuckets: S3 denied the call. \\[ListBuckets"), markdown);
        assertTrue(
                markdown.contains(
                        "### What to try\n\n- allow the role to call ListBuckets\n- allow the role to call HeadBucket\n"),
                markdown);
    }

    /** Checked with cmark-gfm. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "app-logs.v1;`app-logs.v1`",
                "_a_;`_a_`",
                "a|b;a\\|b",
                "`a`;\\`a\\`",
                "*a* _b_ ~c;\\*a\\* \\_b\\_ \\~c",
                "<b>&amp;\\<b\\>\\&amp",
                "[a](https://example.com);\\[a\\](https\\://example.com)",
                "see www.example.com;see www\\.example.com",
                "$x$ #1 @a;\\$x\\$ \\#1 \\@a",
                "~a\nb~;a\\\\u{000a}b",
                "a\\;a\\\\"
            })
    void escapesNames(String name, String cell) {
        String markdown = written(SampleAccount.of(name).report(), MARKDOWN);
        assertTrue(markdown.contains("\n| " + cell + " | - |\n"), markdown);
    }

    @Test
    void limitsTablesToAThousandRows() {
        String markdown = written(many().report(forbidden("tmp-*")), MARKDOWN);
        assertEquals(
                3000, markdown.lines().filter(line -> line.contains("tmp-0")).count());
        assertEquals(
                3,
                markdown.lines()
                        .filter("... and 9,000 more; json and csv contain all"::equals)
                        .count());
    }

    @ParameterizedTest
    @ValueSource(ints = {MarkdownReport.MIN_BYTES, 20_000, 100_000, 300_000})
    void writesAtMostMaxBytes(int room) throws IOException {
        BucketReport report = many().report(forbidden("tmp-*"), required("tmp-00000"), required("tmp-00001"));
        StringBuilder summary = new StringBuilder();
        MarkdownReport.write(report, "app-gate", room, summary);
        String markdown = summary.toString();
        int size = markdown.getBytes(StandardCharsets.UTF_8).length;
        assertTrue(size <= room && size > room / 2, () -> size + " bytes of " + room);
        assertTrue(markdown.startsWith("## \u274c Bucket gate failed: 10,000 violations of 3 rules\n"));
        assertTrue(markdown.endsWith(" more; json and csv contain all\n\n</details>\n\n"));
    }

    @Test
    void countsBytesOfUtf8() throws IOException {
        SizeLimitedOutput room = new SizeLimitedOutput(new TextOutput(new StringBuilder()), 4096 + 5);
        assertTrue(room.printIfFits("\u274c"));
        assertTrue(!room.printIfFits("\u274c"));
        assertTrue(room.printIfFits("ab"));
    }

    @Test
    void rejectsLessThanMinBytes() {
        BucketReport report = SampleReport.NO_RULES.report();
        Exception rejection = assertThrows(
                IllegalArgumentException.class,
                () -> MarkdownReport.write(report, "app-gate", 8191, new StringBuilder()));
        assertEquals("8191 bytes are too small, expected 8192 or more", rejection.getMessage());
    }

    @Test
    void throwsTheExceptionOfTheTarget() {
        BucketReport report = SampleReport.NO_RULES.report();
        IOException full = new IOException("No space left on device");
        assertEquals(
                full,
                assertThrows(
                        IOException.class,
                        () -> MarkdownReport.write(
                                report, "app-gate", MarkdownReport.MAX_BYTES, new ReportFormatTest.Broken(full))));
    }

    private static SampleAccount many() {
        String[] names = new String[10_000];
        Arrays.setAll(names, "tmp-%05d"::formatted);
        return SampleAccount.of(names);
    }
}
