package io.github.assumerole.report;

import static io.github.assumerole.bucket.Buckets.forbidden;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportPropertiesTest {
    @Test
    void containVerdictAndBuckets() {
        assertEquals(
                Map.of(
                        "verdict",
                        "failed",
                        "violations",
                        "2",
                        "unknowns",
                        "0",
                        "count",
                        "3",
                        "names",
                        "app,tmp-1,tmp-2"),
                ReportProperties.of(SampleAccount.of("tmp-2", "app", "tmp-1").report(forbidden("tmp-*"))));
    }

    @Test
    void areEmptyForNoBuckets() {
        assertEquals(
                Map.of("verdict", "noRules", "violations", "0", "unknowns", "0", "count", "0", "names", ""),
                ReportProperties.of(SampleAccount.of().report()));
    }

    /** The known buckets may not be all. */
    @Test
    void omitTheCountIfListingFailed() {
        assertEquals(
                Map.of("verdict", "unknown", "violations", "0", "unknowns", "2"),
                ReportProperties.of(SampleReport.NOT_LISTED.report()));
    }

    @Test
    void countBucketsThatWereLookedUp() {
        assertEquals(
                Map.of("verdict", "passed", "violations", "0", "unknowns", "0", "count", "1", "names", "app-logs"),
                ReportProperties.of(SampleReport.LOOKED_UP.report()));
    }

    @Test
    void ignoreRulesOfLevelWarn() {
        Map<String, String> values = ReportProperties.of(SampleReport.EVERY_SECTION.report());
        assertEquals("3", values.get("violations"));
        assertEquals("1", values.get("unknowns"));
    }

    @Test
    void separateNamesByCommas() {
        Map<String, String> values = ReportProperties.of(SampleReport.HOSTILE.report());
        assertEquals(SampleReport.HOSTILE_NAMES.size(), values.get("names").split(",", -1).length, values.get("names"));
        assertEquals("ü🐙", values.get("names").replaceAll("[ -~]", ""));
    }

    @ParameterizedTest
    @EnumSource
    void containTheVerdictOfTheOtherFormats(SampleReport sample) {
        assertEquals(
                ReportContent.exact(sample.report()).verdict(),
                ReportProperties.of(sample.report()).get("verdict"));
    }
}
