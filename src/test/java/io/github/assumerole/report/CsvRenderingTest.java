package io.github.assumerole.report;

import static io.github.assumerole.report.ReportFormat.CSV;
import static io.github.assumerole.report.SampleReport.required;
import static io.github.assumerole.report.SampleReport.written;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CsvRenderingTest {
    @Test
    void writesOneTable() {
        assertEquals(
                """
                type,name,rule,outcome,level,state,region,created,api,httpStatus,code,requestId,accountId,role,observedAt,detail
                gate,app-gate,,failed,,,,,,,,,444455556666,ci-deploy,2026-11-23T10:15:30.123456Z,Bucket gate failed: 1 violation of 2 rules
                listing,,,complete,,,,,,,,,,,,1 bucket
                rule,,required bucket app,passed,error,,,,,,,,,,,
                finding,app,required bucket app,holds,error,present,eu-central-1,,ListBuckets,200,,4ZQ8,,,,required bucket app exists
                rule,,required pattern 'web-*',failed,error,,,,,,,,,,,
                finding,web-*,required pattern 'web-*',violated,error,absent,eu-central-1,,ListBuckets,200,,4ZQ8,,,,no bucket matches the required pattern 'web-*' (searched 1 bucket)
                bucket,app,,,,,,,,,,,,,,
                """
                        .replace("\n", "\r\n"),
                written(SampleAccount.of("app").report(required("app"), required("web-*")), CSV));
    }

    @Test
    void showsWhyListingFailed() {
        Map<String, String> listing = ReportReader.csvRows(written(SampleReport.NOT_LISTED.report(), CSV))
                .get(1);
        assertEquals("listing", listing.get("type"));
        assertEquals("unknown", listing.get("outcome"));
        assertEquals("ListBuckets", listing.get("api"));
        assertEquals("403", listing.get("httpStatus"));
        assertEquals("AccessDenied", listing.get("code"));
        assertEquals("S3 denied the call.", listing.get("detail"));
    }

    @Test
    void showsThatNoCallListed() {
        Map<String, String> listing = ReportReader.csvRows(written(SampleReport.LOOKED_UP.report(), CSV))
                .get(1);
        assertEquals("notRequested", listing.get("outcome"));
        assertEquals("", listing.get("api"));
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
        String csv = written(SampleAccount.of(name).report(), CSV);
        assertTrue(csv.endsWith("\r\nbucket," + cell + ",,,,,,,,,,,,,,\r\n"), csv);
    }

    @ParameterizedTest
    @EnumSource
    void writesEachColumnInEachRow(SampleReport sample) {
        List<Map<String, String>> rows = ReportReader.csvRows(written(sample.report(), CSV));
        rows.forEach(row -> assertEquals(CsvColumn.values().length, row.size(), row::toString));
    }
}
