package io.github.assumerole.report;

import static io.github.assumerole.bucket.Buckets.forbidden;
import static io.github.assumerole.report.ReportFormat.HTML;
import static io.github.assumerole.report.SampleReport.written;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

class HtmlRenderingTest {
    private static final Pattern INLINE = Pattern.compile("(?s)<(style|script)>(.*?)</\\1>");

    private static Document page(String html) {
        return Xml.parse(INLINE.matcher(html).replaceAll(""));
    }

    private static List<String> texts(Node page, String element) {
        return Xml.elements(page, element).stream().map(Element::getTextContent).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "EVERYTHING_HOLDS, Bucket gate passed, '2 rules hold, checked against 2 buckets'",
        "EVERY_SECTION, Bucket gate failed, 3 violations of 11 rules; 1 rule could not be checked",
        "NOT_LISTED, Bucket gate undecided, 2 of 3 rules could not be checked",
        "NO_RULES, No rules configured, nothing is gated"
    })
    void showsTheVerdictAsHeadline(SampleReport sample, String headline, String lead) {
        Document page = page(written(sample.report(), HTML));
        assertEquals(List.of(headline), texts(page, "h1"));
        assertEquals(List.of("app-gate: " + headline + ": " + lead), texts(page, "title"));
        assertEquals(List.of("app-gate", lead), texts(page, "p").subList(0, 2));
    }

    @Test
    void hasAnIconForEachVerdict() {
        Set<String> icons = Stream.of("EVERYTHING_HOLDS", "EVERY_SECTION", "NOT_LISTED", "NO_RULES")
                .map(sample -> page(written(SampleReport.valueOf(sample).report(), HTML)))
                .map(page -> Xml.elements(page, "link").get(0).getAttribute("href"))
                .collect(Collectors.toSet());
        assertEquals(4, icons.size(), icons::toString);
    }

    @Test
    void showsAccountRoleTimeAndNumberOfBuckets() {
        Document page = page(written(SampleReport.EVERYTHING_HOLDS.report(), HTML));
        assertEquals(List.of("Account", "Role", "Checked at", "Buckets"), texts(page, "dt"));
        assertEquals(List.of("444455556666", "ci-deploy", "2026-11-23T10:15:30Z", "2 buckets"), texts(page, "dd"));
    }

    @Test
    void showsAnUnknownAccount() {
        Document page = page(written(SampleReport.NOTHING_KNOWN.report(), HTML));
        assertEquals(List.of("Account", "Checked at", "Buckets"), texts(page, "dt"));
        assertEquals("unknown", texts(page, "dd").get(0));
    }

    @Test
    void hasNoTableWithoutRows() {
        assertEquals(List.of(), texts(page(written(SampleAccount.of().report(), HTML)), "h2"));
        assertEquals(List.of(), texts(page(written(SampleReport.WITHOUT_FINDINGS.report(), HTML)), "details"));
    }

    @Test
    void ordersItsSections() {
        assertEquals(
                List.of(
                        "Violations 3",
                        "Could not be checked 1",
                        "Warnings 2",
                        "Rules and exceptions that matched no bucket 1",
                        "Skipped rules 1",
                        "What to try",
                        "Rules 11",
                        "Buckets 4"),
                texts(page(written(SampleReport.EVERY_SECTION.report(), HTML)), "h2"));
    }

    @Test
    void showsFindingsWithEvidence() {
        Element violations = Xml.elements(page(written(SampleReport.EVERY_SECTION.report(), HTML)), "section")
                .get(0);
        assertEquals("violations", violations.getAttribute("class"));
        assertEquals(
                "the name other-name is taken FOREIGN by HeadBucket, HTTP 403, region eu-central-1, request 4ZQ8",
                Xml.elements(violations, "li").get(2).getTextContent());
    }

    @Test
    void showsWhyListingFailed() {
        assertTrue(texts(page(written(SampleReport.NOT_LISTED_BUT_DECIDED.report(), HTML)), "p")
                .contains("Cannot call ListBuckets: S3 denied the call. "
                        + "[ListBuckets, HTTP 403, AccessDenied, region eu-central-1, request 4ZQ8]"));
    }

    @Test
    void showsEachAdviceOnce() {
        List<Element> lists = Xml.elements(page(written(SampleReport.NOT_LISTED.report(), HTML)), "ul");
        assertEquals(
                List.of("allow the role to call ListBuckets", "allow the role to call HeadBucket"),
                texts(lists.get(1), "li"));
    }

    /** Browsers run and apply only what matches a hash in the policy. */
    @ParameterizedTest
    @EnumSource
    void allowsOnlyItsOwnScriptAndStyle(SampleReport sample) throws NoSuchAlgorithmException {
        String html = written(sample.report(), HTML);
        Matcher inline = INLINE.matcher(html);
        assertTrue(inline.find());
        String style = sha256(inline.group(2));
        assertTrue(inline.find());
        String script = sha256(inline.group(2));
        Element policy = Xml.elements(page(html), "meta").stream()
                .filter(meta -> meta.getAttribute("http-equiv").equals("Content-Security-Policy"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; style-src '" + style
                        + "'; script-src '" + script + "'",
                policy.getAttribute("content"));
        assertTrue(!inline.find(), "more than one script");
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }

    @ParameterizedTest
    @EnumSource
    void loadsNothing(SampleReport sample) {
        Document page = page(written(sample.report(), HTML));
        for (Element element : Xml.elements(page, "*")) {
            assertTrue(!element.hasAttribute("src") && !element.hasAttribute("style"), element.getTagName());
            assertTrue(element.getAttribute("href").matches("|data:image/svg.*"), element.getAttribute("href"));
        }
        InlineResource style = InlineResource.load("report.css");
        assertTrue(!style.text().contains("url(") && !style.text().contains("@import"));
    }

    @ParameterizedTest
    @EnumSource
    void createsNoElementFromAName(SampleReport sample) {
        List<String> known = List.of(
                "html", "head", "meta", "title", "link", "body", "header", "main", "section", "p", "h1", "h2", "dl",
                "div", "dt", "dd", "ul", "li", "span", "small", "b", "table", "thead", "tbody", "tr", "th", "td",
                "details", "summary");
        Document page = page(written(sample.report(), HTML));
        Xml.elements(page, "*")
                .forEach(element -> assertTrue(known.contains(element.getTagName()), element::getTagName));
    }

    @Test
    void givesEachTableHeadingAScope() {
        List<Element> heads = Xml.elements(page(written(SampleReport.EVERY_SECTION.report(), HTML)), "th");
        assertEquals(3 + 11 + 3 + 4, heads.size());
        heads.forEach(head -> assertTrue(head.getAttribute("scope").matches("row|col")));
    }

    /** On a narrow screen a table scrolls horizontally, which requires keyboard focus. */
    @Test
    void makesTablesScrollableWithTheKeyboard() {
        List<Element> regions = Xml.elements(page(written(SampleReport.EVERY_SECTION.report(), HTML)), "div").stream()
                .filter(div -> div.getAttribute("role").equals("region"))
                .toList();
        assertEquals(
                List.of("rules", "buckets"),
                regions.stream().map(div -> div.getAttribute("aria-labelledby")).toList());
        regions.forEach(region -> assertEquals("0", region.getAttribute("tabindex")));
    }

    @Test
    void limitsTablesToTenThousandRows() {
        String[] names = new String[10_001];
        Arrays.setAll(names, "tmp-%05d"::formatted);
        Document page = page(written(SampleAccount.of(names).report(forbidden("tmp-*")), HTML));
        assertEquals(10_000, Xml.elements(page, "tr").size() - 1 - 1 - 1);
        assertEquals(10_000 + 10_001, Xml.elements(page, "li").size());
        String rest = "... and 1 more; json and csv contain all";
        assertEquals(2, texts(page, "p").stream().filter(rest::equals).count());
        assertEquals(1, texts(page, "li").stream().filter(rest::equals).count());
        assertEquals(List.of("Violations 10,001", "Rules 1", "Buckets 10,001"), texts(page, "h2"));
    }

    @Test
    void showsAllOfTenThousandRows() {
        String[] names = new String[10_000];
        Arrays.setAll(names, "tmp-%05d"::formatted);
        Document page = page(written(SampleAccount.of(names).report(forbidden("tmp-*")), HTML));
        assertTrue(texts(page, "p").stream().noneMatch(text -> text.startsWith("... and ")));
    }

    /** The page stays small enough for browsers, regardless of the number of rules. */
    @Test
    void limitsTheFindingsOfAllRulesTogether() {
        String[] names = new String[6_000];
        Arrays.setAll(names, "tmp-%05d"::formatted);
        Document page = page(written(SampleAccount.of(names).report(forbidden("tmp-*"), forbidden("*")), HTML));
        List<Element> rules = Xml.elements(page, "details");
        assertEquals(6_000, texts(rules.get(0), "li").size());
        assertEquals(4_000 + 1, texts(rules.get(1), "li").size());
        assertEquals(
                "... and 2,000 more; json and csv contain all",
                texts(rules.get(1), "li").get(4_000));
    }

    /** Git checks out CRLF on Windows; browsers normalize line breaks before they hash. */
    @Test
    void hashesIndependentlyOfLineBreaks() {
        assertEquals(
                InlineResource.of("a\nb\n").hash(),
                InlineResource.of("a\r\nb\r\n").hash());
        assertEquals("a\nb\n", InlineResource.of("a\r\nb\r\n").text());
    }
}
