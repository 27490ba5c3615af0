package io.github.assumerole.report;

import static io.github.assumerole.bucket.Buckets.required;
import static io.github.assumerole.report.ReportFormat.CSV;
import static io.github.assumerole.report.SampleReport.written;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.Buckets;
import io.github.assumerole.bucket.FakeCatalog;
import io.github.assumerole.bucket.Setting;
import io.github.assumerole.bucket.gate.BucketReport;
import io.github.assumerole.bucket.rule.setting.KmsKeyRequirement;
import io.github.assumerole.bucket.rule.setting.TagsRequirement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CsvRenderingTest {
    private static final String CREATED = "2024-01-15T09:30:00.123456Z";
    private static final ReportFile BUCKETS = CSV.files().get(0);
    private static final ReportFile FINDINGS = CSV.files().get(1);

    @Test
    void writesARowForEachBucketAndAColumnForEachSetting() {
        FakeCatalog catalog = FakeCatalog.of(
                        new Bucket("app-a", Optional.of("eu-west-1"), Optional.of(Instant.parse(CREATED))),
                        Buckets.bucket("app-b"),
                        Buckets.bucket("app-c"),
                        Buckets.bucket("web"))
                .with("app-a", Setting.ENCRYPTION, Map.of("SSEAlgorithm", "aws:kms", "KMSMasterKeyID", "alias/a"))
                .with("app-a", Setting.VERSIONING, Map.of("Status", "Enabled"))
                .with("app-a", Setting.TAGS, Map.of("team", "a", "env", "=1"))
                .with("app-b", Setting.REGION, Map.of("LocationConstraint", "EU"))
                .with("app-c", Setting.ENCRYPTION, Buckets.denied("GetBucketEncryption"))
                .with("app-c", Setting.VERSIONING, Buckets.denied("GetBucketVersioning"));
        List<Map<String, String>> rows = ReportReader.csvRows(written(
                Buckets.report(
                        catalog,
                        Buckets.rule("app-*", Buckets.versioning("Enabled")),
                        Buckets.rule("app-*", Buckets.region("eu-*")),
                        Buckets.rule("app-*", new KmsKeyRequirement("alias/*")),
                        Buckets.rule("app-*", new TagsRequirement(Map.of("team", "a")))),
                BUCKETS));
        assertEquals(
                List.of(
                        "app-a|eu-west-1|2024-01-15T09:30:00.123Z|Enabled|aws:kms|alias/a|env==1; team=a",
                        "app-b|eu-west-1||Disabled|not set|not set|not set",
                        "app-c|||unknown|unknown|unknown|not set",
                        "web||||||"),
                rows.stream()
                        .map(row -> Stream.of(
                                        "name", "region", "created", "versioning", "encryption", "kmsKeyId", "tags")
                                .map(row::get)
                                .collect(joining("|")))
                        .toList());
    }

    @Test
    void writesNoColumnsOfSettingsThatWereNotRead() {
        assertEquals(
                "name,region,created\r\napp,,\r\n",
                written(SampleAccount.of("app").report(required("app")), BUCKETS));
    }

    @Test
    void writesARowForEachFinding() {
        assertEquals(
                """
                rule,kind,level,outcome,subject,state,message,api,httpStatus,code,region,requestId
                required bucket app,required-bucket,,holds,app,present,required bucket app exists,ListBuckets,200,,eu-central-1,4ZQ8
                required pattern 'web-*',required-bucket,error,violated,web-*,absent,no bucket matches the required pattern 'web-*' (searched 1 bucket),ListBuckets,200,,eu-central-1,4ZQ8
                """
                        .replace("\n", "\r\n"),
                written(SampleAccount.of("app").report(required("app"), required("web-*")), FINDINGS));
    }

    @Test
    void writesARowForARuleWithoutFindings() {
        assertEquals(
                "bucket app-logs: exists,bucket-settings,,skipped,,,,,,,,\r\n",
                afterHeader(SampleReport.ALL_SKIPPED.report()));
        assertEquals(
                "required bucket app-logs,required-bucket,error,unknown,,,,,,,,\r\n",
                afterHeader(SampleReport.WITHOUT_FINDINGS.report()));
    }

    @Test
    void writesWhyListingFailed() {
        assertEquals(
                ",,,unknown,,,S3 denied the call.,ListBuckets,403,AccessDenied,eu-central-1,4ZQ8\r\n",
                afterHeader(SampleAccount.unlisted().report()));
    }

    private static String afterHeader(BucketReport report) {
        return written(report, FINDINGS).replaceFirst("^.*\\R", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "a;a",
                "a,b;\"a,b\"",
                "say \"hi\";\"say \"\"hi\"\"\"",
                "=1+1;'=1+1",
                "+1;'+1",
                "-1;'-1",
                "@a;'@a",
                "'a;''a",
                "a=1;a=1",
                "=a,\"b\";\"'=a,\"\"b\"\"\"",
                "~\t=1~;~'\t=1~",
                "~a\nb~;~\"a\nb\"~",
                "~\r=1~;~\"'\r=1\"~",
                "~\u0000~;\\u{0000}",
                "~\u0085a~;\\u{0085}a",
                "b\u00fccher;b\u00fccher",
                "\ud83d\udc19;\ud83d\udc19"
            })
    void quotesAndEscapesNames(String name, String cell) {
        assertEquals(
                "name,region,created\r\n" + cell + ",,\r\n",
                written(SampleAccount.of(name).report(), BUCKETS));
    }

    @ParameterizedTest
    @EnumSource
    void writesEachColumnInEachRow(SampleReport sample) {
        for (ReportFile file : CSV.files()) {
            String csv = written(sample.report(), file);
            int columns = csv.lines().findFirst().orElseThrow().split(",").length;
            ReportReader.csvRows(csv).forEach(row -> assertEquals(columns, row.size(), row::toString));
        }
    }
}
