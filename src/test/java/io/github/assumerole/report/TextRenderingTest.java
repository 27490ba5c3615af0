package io.github.assumerole.report;

import static io.github.assumerole.report.ReportFormat.TEXT;
import static io.github.assumerole.report.SampleReport.written;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TextRenderingTest {
    @Test
    void startsWithWhatMatters() {
        assertEquals(
                """
                app-gate: Bucket gate undecided: 2 of 3 rules could not be checked
                2 bucket names, without a listing, in account 444455556666, as role ci-deploy, checked at 2026-11-23T10:15:30Z
                Cannot call ListBuckets: S3 denied the call. [ListBuckets, HTTP 403, AccessDenied, region eu-central-1, request 4ZQ8]

                Could not be checked
                  - secret-plans: lookup failed: S3 denied the call. (required bucket secret-plans) [UNKNOWN by HeadBucket, HTTP 403, AccessDenied, region eu-central-1, request 4ZQ8]
                  - app-*: lookup failed: S3 denied the call. (required pattern 'app-*') [UNKNOWN by ListBuckets, HTTP 403, AccessDenied, region eu-central-1, request 4ZQ8]

                What to try
                  - allow the role to call ListBuckets
                  - allow the role to call HeadBucket

                Rules
                  passed   error  required bucket app-logs
                    holds     required bucket app-logs exists [PRESENT by HeadBucket, HTTP 200, region eu-central-1, request 4ZQ8]
                  unknown  error  required bucket secret-plans
                    unknown   secret-plans: lookup failed: S3 denied the call. [UNKNOWN by HeadBucket, HTTP 403, AccessDenied, region eu-central-1, request 4ZQ8]
                  unknown  error  required pattern 'app-*'
                    unknown   app-*: lookup failed: S3 denied the call. [UNKNOWN by ListBuckets, HTTP 403, AccessDenied, region eu-central-1, request 4ZQ8]

                BUCKET    REGION        CREATED
                app-logs  eu-central-1  -
                """,
                written(SampleReport.NOT_LISTED.report(), TEXT));
    }

    @Test
    void ordersItsSections() {
        assertEquals(
                """
                Violations
                Could not be checked
                Warnings
                Rules and exceptions that matched no bucket
                Skipped rules
                What to try
                Rules
                """,
                written(SampleReport.EVERY_SECTION.report(), TEXT)
                        .replaceAll("(?m)^(?:  .*|app.*|.* .*  .*|\\d+ .*)?\n", ""));
    }

    @Test
    void listsWhatRulesDoNotApplyTo() {
        String text = written(SampleReport.LIMITED_RULES.report(), TEXT).replaceAll(" \\[.*", "");
        String rule = " (pattern 'app-*' except 'app-t*', 'app-logs', 'app-x': versioning Enabled)";
        String tagged = " (pattern 'app-*' with tag Status=Enabled: versioning Enabled)";
        assertTrue(
                text.contains("\nBuckets that rules do not apply to\n  - app-logs: excepted" + rule
                        + "\n  - app-tmp: excepted by 'app-t*'" + rule
                        + "\n  - applies to 3 of 3 buckets: those with tag Status=Enabled" + tagged + "\n"),
                text);
        assertTrue(
                text.contains("\n    excepted  app-logs: excepted\n    excepted  app-tmp: excepted by 'app-t*'\n"
                        + "    notApplicable  no bucket matches the exception 'app-x' (searched 4 buckets)\n"),
                text);
    }

    @Test
    void reportsARuleWithoutFindingsAsUndecided() {
        String text = written(SampleReport.WITHOUT_FINDINGS.report(), TEXT);
        assertTrue(
                text.contains("\nCould not be checked\n  - required bucket app-logs: nothing was found to check\n"),
                text);
    }

    @Test
    void reportsAnEmptyAccountWithoutRules() {
        assertEquals(
                """
                app-gate: No rules configured: nothing is gated
                no buckets in account 444455556666, as role ci-deploy, checked at 2026-11-23T10:15:30Z
                """,
                written(SampleAccount.of().report(), TEXT));
    }

    @Test
    void writesEveryBucket() {
        String[] names = new String[5000];
        Arrays.setAll(names, i -> "bucket-" + i);
        assertEquals(
                5000,
                written(SampleAccount.of(names).report(), TEXT)
                        .lines()
                        .filter(line -> line.startsWith("bucket-"))
                        .count());
    }
}
