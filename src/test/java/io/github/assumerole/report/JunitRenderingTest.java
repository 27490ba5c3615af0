package io.github.assumerole.report;

import static io.github.assumerole.bucket.Buckets.forbidden;
import static io.github.assumerole.bucket.Buckets.required;
import static io.github.assumerole.report.ReportFormat.JUNIT;
import static io.github.assumerole.report.SampleReport.written;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.bucket.Buckets;
import io.github.assumerole.bucket.gate.BucketReport;
import java.io.IOException;
import java.io.StringReader;
import java.net.URL;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

class JunitRenderingTest {
    @Test
    void writesATestCaseForEachRule() {
        assertEquals(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite name="assume-role.com.acme.shop.gate_v2" time="1.250" timestamp="2026-11-23T10:15:30" hostname="builder-7" tests="2" errors="0" skipped="0" failures="1">
                <properties>
                <property name="report" value="app-gate"/>
                <property name="verdict" value="failed"/>
                <property name="summary" value="Bucket gate failed: 1 violation of 2 rules"/>
                <property name="buckets" value="1 bucket in account 444455556666, as role ci-deploy"/>
                <property name="listing" value="complete"/>
                <property name="observedAt" value="2026-11-23T10:15:30.123Z"/>
                </properties>
                <testcase name="required bucket app" classname="assume-role.com.acme.shop.gate_v2" time="0"><system-out>holds: required bucket app exists [PRESENT by ListBuckets, HTTP 200, region eu-central-1, request 4ZQ8]
                </system-out></testcase>
                <testcase name="required pattern &#39;web-*&#39;" classname="assume-role.com.acme.shop.gate_v2" time="0"><failure message="no bucket matches the required pattern &#39;web-*&#39; (searched 1 bucket)" type="violated">violated: no bucket matches the required pattern &#39;web-*&#39; (searched 1 bucket) [ABSENT by ListBuckets, HTTP 200, region eu-central-1, request 4ZQ8]
                </failure></testcase>
                </testsuite>
                """,
                written(SampleAccount.of("app").report(required("app"), required("web-*")), JUNIT));
    }

    @ParameterizedTest
    @EnumSource
    void isValidAgainstTheSchemaOfSurefire(SampleReport sample) throws SAXException, IOException {
        validate(written(sample.report(), JUNIT));
    }

    /** Those of an aggregator and of each of its modules are merged by consumers. */
    @Test
    void distinguishesModulesAndExecutions() throws IOException {
        BucketReport report = SampleReport.EVERYTHING_HOLDS.report();
        Set<String> names = new HashSet<>();
        for (String module : List.of("com.acme:shop", "com.acme:web", "org.acme:shop")) {
            for (String execution : List.of("default", "gate")) {
                StringBuilder xml = new StringBuilder();
                JUNIT.files()
                        .get(0)
                        .write(
                                report,
                                new ReportId("app-gate", module, execution, "localhost", SampleReport.ID.locations()),
                                xml);
                Element suite = Xml.parse(xml.toString()).getDocumentElement();
                names.add(suite.getAttribute("name"));
                Xml.elements(suite, "testcase")
                        .forEach(test -> assertEquals(suite.getAttribute("name"), test.getAttribute("classname")));
            }
        }
        assertEquals(6, names.size(), names::toString);
    }

    @Test
    void failsTheSchemaIfAnAttributeIsMissing() {
        String xml = written(SampleReport.EVERY_SECTION.report(), JUNIT);
        assertThrows(SAXException.class, () -> validate(xml.replace(" failures=\"3\"", "")));
        assertThrows(SAXException.class, () -> validate(xml.replace("system-out", "output")));
    }

    /** Without the two attributes of Ant's reports, which Surefire's schema does not have. */
    private static void validate(String report) throws SAXException, IOException {
        String xml = report.replaceFirst(" timestamp=\"[^\"]*\" hostname=\"[^\"]*\"", "");
        assertNotEquals(report, xml);
        URL schema = JunitRenderingTest.class.getResource("/schema/surefire-test-report.xsd");
        Schema surefire =
                SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(schema);
        surefire.newValidator().validate(new StreamSource(new StringReader(xml)));
    }

    @ParameterizedTest
    @EnumSource
    void countsItsTestCases(SampleReport sample) {
        Element suite = Xml.parse(written(sample.report(), JUNIT)).getDocumentElement();
        assertEquals(
                List.of(
                        Xml.elements(suite, "testcase").size(),
                        Xml.elements(suite, "failure").size(),
                        Xml.elements(suite, "error").size(),
                        Xml.elements(suite, "skipped").size()),
                List.of("tests", "failures", "errors", "skipped").stream()
                        .map(suite::getAttribute)
                        .map(Integer::valueOf)
                        .toList());
    }

    @Test
    void passesTestCasesOfLevelWarn() {
        Element suite =
                Xml.parse(written(SampleReport.EVERY_SECTION.report(), JUNIT)).getDocumentElement();
        List<String> warnings = Xml.elements(suite, "system-out").stream()
                .map(output -> output.getTextContent().lines().findFirst().orElseThrow())
                .filter(line -> line.startsWith("warning"))
                .toList();
        assertEquals(
                List.of(
                        "warning: failed, which does not count at level warn",
                        "warning: unknown, which does not count at level warn"),
                warnings);
    }

    @Test
    void limitsATestCaseToAThousandFindings() {
        List<String> lines = linesOfACaseWith(1002);
        assertEquals(1001, lines.size());
        assertEquals("... and 2 more; json and csv contain all", lines.get(1000));
        assertEquals(1000, linesOfACaseWith(1000).size());
    }

    @Test
    void writesViolationsFirst() {
        String[] names = new String[1505];
        Arrays.setAll(names, i -> i > 1500 ? "web-%d-unreadable".formatted(i) : "app-%04d".formatted(i));
        BucketReport report = SampleAccount.of(names).report(Buckets.rule("*", Buckets.versioning("Enabled")));
        List<String> lines = Xml.elements(Xml.parse(written(report, JUNIT)).getDocumentElement(), "error")
                .get(0)
                .getTextContent()
                .lines()
                .toList();
        assertEquals(
                List.of("unknown: web-1501", "unknown: web-1502", "unknown: web-1503", "unknown: web-1504"),
                lines.stream().limit(4).map(line -> line.substring(0, 17)).toList());
        assertTrue(lines.get(4).startsWith("holds: app-0000: "), lines.get(4));
        assertTrue(lines.get(999).startsWith("holds: app-0995: "), lines.get(999));
        assertEquals("... and 505 more; json and csv contain all", lines.get(1000));
        assertEquals(1001, lines.size());
    }

    private static List<String> linesOfACaseWith(int findings) {
        String[] names = new String[findings];
        Arrays.setAll(names, i -> "tmp-" + i);
        Element suite = Xml.parse(written(SampleAccount.of(names).report(forbidden("tmp-*")), JUNIT))
                .getDocumentElement();
        return Xml.elements(suite, "failure").get(0).getTextContent().lines().toList();
    }

    @Test
    void reportsARuleWithoutFindingsAsAnError() {
        String xml = written(SampleReport.WITHOUT_FINDINGS.report(), JUNIT);
        assertTrue(xml.contains("<error message=\"nothing was found to check\" type=\"unknown\"></error>"), xml);
    }

    @Test
    void givesTheTimeOfItsRunIfAListIsReused() {
        Instant listed = SampleAccount.OBSERVED_AT.minusSeconds(300);
        String xml = written(SampleAccount.of("app").report(required("app")).reusing(Optional.of(listed)), JUNIT);
        assertTrue(xml.contains(" timestamp=\"2026-11-23T10:15:30\" "), xml);
        assertTrue(xml.contains("<property name=\"observedAt\" value=\"2026-11-23T10:10:30.123Z\"/>"), xml);
    }

    @Test
    void showsWhyListingFailed() {
        String xml = written(SampleReport.NOTHING_KNOWN.report(), JUNIT);
        assertTrue(xml.contains("<property name=\"listing\" value=\"Cannot call ListBuckets: S3 denied"), xml);
    }
}
