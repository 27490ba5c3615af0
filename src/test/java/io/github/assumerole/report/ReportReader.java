package io.github.assumerole.report;

import static io.github.assumerole.report.ReportContent.ARROW;

import io.github.assumerole.standin.text.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Reads reports by the rules of each format, independent of how they are written. */
final class ReportReader {
    private static final Pattern TEXT_RULE =
            Pattern.compile("(?m)^  (passed|failed|unknown|skipped) +(error|warn) +(.*)$");
    private static final Pattern TEXT_FINDING =
            Pattern.compile("(?m)^    (holds|violated|unknown|excepted|notApplicable) +(.*) \\[[^\\[]*]$");
    private static final Pattern JUNIT_FINDING =
            Pattern.compile("(?m)^(holds|violated|unknown|excepted|notApplicable): (.*) \\[[^\\[]*]$");
    private static final Pattern CSV_CELL = Pattern.compile("\\G(?:\"((?:[^\"]++|\"\")*+)\"|([^\",\r\n]*))(,|\r\n)");

    private static final Pattern MARKDOWN_CELL = Pattern.compile("((?:[^\\\\|]++|\\\\.)*+)\\|");

    private ReportReader() {}

    static ReportContent text(String text) {
        String head = text.lines().findFirst().orElseThrow();
        String rules = text.contains("\nRules\n") ? text.substring(text.indexOf("\nRules\n")) : "";
        return new ReportContent(
                ReportContent.verdict(head.substring("app-gate: ".length())),
                all(TEXT_RULE, rules)
                        .map(found -> ReportContent.rule(
                                found.group(1), found.group(2), found.group(3).strip()))
                        .toList(),
                all(TEXT_FINDING, rules)
                        .map(found -> ReportContent.finding(found.group(1), found.group(2)))
                        .toList(),
                textBuckets(text));
    }

    private static List<String> textBuckets(String text) {
        Matcher header = Pattern.compile("(?m)^BUCKET +(REGION +)?CREATED$").matcher(text);
        if (!header.find()) {
            return List.of();
        }
        int[] columns = Stream.of("BUCKET", "REGION", "CREATED")
                .mapToInt(header.group()::indexOf)
                .filter(column -> column >= 0)
                .toArray();
        return text.substring(header.end() + 1)
                .lines()
                .map(line -> ReportContent.bucket(IntStream.range(0, columns.length)
                        .mapToObj(i -> i + 1 < columns.length
                                ? line.substring(columns[i], columns[i + 1]).strip()
                                : line.substring(columns[i]))
                        .toList()))
                .toList();
    }

    @SuppressWarnings("unchecked")
    static ReportContent json(String json) {
        Map<String, Object> report = (Map<String, Object>) Json.parse(json);
        List<Map<String, Object>> rules = (List<Map<String, Object>>) report.get("rules");
        List<Map<String, Object>> buckets = (List<Map<String, Object>>) report.get("buckets");
        return new ReportContent(
                (String) report.get("verdict"),
                rules.stream()
                        .map(rule -> rule.get("outcome") + ARROW + rule.get("level") + ARROW + rule.get("title"))
                        .toList(),
                rules.stream()
                        .flatMap(rule -> ((List<Map<String, Object>>) rule.get("findings")).stream())
                        .map(finding ->
                                ReportContent.finding((String) finding.get("mark"), (String) finding.get("message")))
                        .toList(),
                buckets.stream()
                        .map(bucket -> bucket.get("name")
                                + ARROW
                                + bucket.getOrDefault("region", "")
                                + ARROW
                                + bucket.getOrDefault("created", ""))
                        .toList());
    }

    /** By RFC 4180, and without leading apostrophes. */
    static List<Map<String, String>> csvRows(String csv) {
        List<List<String>> rows = new ArrayList<>(List.of(new ArrayList<>()));
        Matcher cell = CSV_CELL.matcher(csv);
        int end = 0;
        while (end < csv.length() && cell.find()) {
            String raw = cell.group(1) == null ? cell.group(2) : cell.group(1).replace("\"\"", "\"");
            rows.get(rows.size() - 1).add(raw.startsWith("'") ? raw.substring(1) : raw);
            if (!cell.group(3).equals(",")) {
                rows.add(new ArrayList<>());
            }
            end = cell.end();
        }
        if (end < csv.length()) {
            throw new IllegalArgumentException("no CSV from character " + end + " on");
        }
        List<String> header = rows.get(0);
        return rows.subList(1, rows.size() - 1).stream()
                .map(row -> named(header, row))
                .toList();
    }

    private static Map<String, String> named(List<String> header, List<String> cells) {
        if (header.size() != cells.size()) {
            throw new IllegalArgumentException(cells.toString());
        }
        Map<String, String> row = new LinkedHashMap<>();
        IntStream.range(0, header.size()).forEach(i -> row.put(header.get(i), cells.get(i)));
        return row;
    }

    /** Without the buckets and the levels of the rules. */
    static ReportContent junit(String xml) {
        Document suite = Xml.parse(xml);
        return new ReportContent(
                Xml.elements(suite, "property").stream()
                        .filter(property -> property.getAttribute("name").equals("verdict"))
                        .map(property -> property.getAttribute("value"))
                        .findFirst()
                        .orElseThrow(),
                Xml.elements(suite, "testcase").stream()
                        .map(testCase -> junitOutcome(testCase)
                                + ARROW
                                + testCase.getAttribute("name").strip())
                        .toList(),
                all(JUNIT_FINDING, suite.getDocumentElement().getTextContent())
                        .map(found -> ReportContent.finding(found.group(1), found.group(2)))
                        .toList(),
                List.of());
    }

    private static String junitOutcome(Element testCase) {
        Element child = Xml.elements(testCase, "*").get(0);
        return switch (child.getTagName()) {
            case "failure" -> "failed";
            case "error" -> "unknown";
            case "skipped" -> "skipped";
            default ->
                child.getTextContent()
                        .replaceFirst("(?s)^(?:warning: (\\w+), .*|holds: .*)", "$1")
                        .transform(warned -> warned.isEmpty() ? "passed" : warned);
        };
    }

    static ReportContent markdown(String markdown) {
        String headline = markdown.lines().findFirst().orElseThrow();
        return new ReportContent(
                ReportContent.verdict(headline.replaceFirst("^## \\S+ ", "")),
                rows(markdown, "Outcome").stream()
                        .map(row -> ReportContent.rule(row.get(0), row.get(1), row.get(2)))
                        .toList(),
                rows(markdown, "Mark").stream()
                        .map(row -> ReportContent.finding(row.get(0), row.get(1)))
                        .toList(),
                rows(markdown, "Bucket").stream().map(ReportContent::bucket).toList());
    }

    /** The rows of the table whose header begins so. */
    private static List<List<String>> rows(String markdown, String first) {
        return markdown.lines()
                .dropWhile(line -> !line.startsWith("| " + first + " |"))
                .skip(2)
                .takeWhile(line -> !line.isEmpty())
                .map(ReportReader::cells)
                .toList();
    }

    private static List<String> cells(String row) {
        return all(MARKDOWN_CELL, row.substring(1))
                .map(cell -> cell.group(1).strip())
                .map(cell ->
                        cell.startsWith("`") ? cell.substring(1, cell.length() - 1) : cell.replaceAll("\\\\(.)", "$1"))
                .toList();
    }

    static ReportContent html(String html) {
        Document page = Xml.parse(html.replaceAll("(?s)<(style|script)>.*?</\\1>", ""));
        Element body = Xml.elements(page, "body").get(0);
        return new ReportContent(
                body.getAttribute("class"),
                tableRows(page, "rules")
                        .map(row -> ReportContent.rule(
                                texts(row, "td").get(0),
                                texts(row, "td").get(1),
                                Xml.elements(Xml.elements(row, "th").get(0), "span")
                                        .get(0)
                                        .getTextContent()
                                        .strip()))
                        .toList(),
                tableRows(page, "rules")
                        .flatMap(row -> Xml.elements(row, "li").stream())
                        .map(item -> ReportContent.finding(
                                texts(item, "b").get(0), texts(item, "span").get(0)))
                        .toList(),
                tableRows(page, "buckets")
                        .map(row ->
                                ReportContent.bucket(Stream.concat(texts(row, "th").stream(), texts(row, "td").stream())
                                        .toList()))
                        .toList());
    }

    private static Stream<Element> tableRows(Document page, String name) {
        return Xml.elements(page, "table").stream()
                .filter(table -> table.getAttribute("class").equals(name))
                .flatMap(table -> Xml.elements(table, "tr").stream())
                .skip(1);
    }

    private static List<String> texts(Element parent, String name) {
        return Xml.elements(parent, name).stream().map(Element::getTextContent).toList();
    }

    private static Stream<MatchResult> all(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }
}
