package io.github.assumerole.report;

import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.gate.BucketReport;
import io.github.assumerole.bucket.gate.RuleResult;
import io.github.assumerole.bucket.rule.Finding;
import io.github.assumerole.text.Plural;
import io.github.assumerole.text.XmlWriter;
import java.util.Collection;
import java.util.List;

/** The tables of the page: the rules with their findings, and the buckets. */
final class HtmlTables {
    private final BucketReport report;
    private final XmlWriter html;
    private int findingsLeft = HtmlRendering.MAX_ROWS;

    HtmlTables(BucketReport report, XmlWriter html) {
        this.report = report;
        this.html = html;
    }

    void rules() {
        int size = report.results().size();
        if (size > 0) {
            begin("Rules", size, "rules", List.of("Outcome", "Level", "Rule"));
            report.results().stream().limit(HtmlRendering.MAX_ROWS).forEach(this::rule);
            end(size);
        }
    }

    private void rule(RuleResult result) {
        String outcome = ContractNames.of(result.outcome());
        String level = ContractNames.of(result.rule().level());
        html.open("tr");
        html.open("td")
                .leaf("span", outcome, "class", "badge " + outcome + " " + level)
                .close();
        html.leaf("td", level);
        html.open("th", "scope", "row").leaf("span", result.rule().title());
        findings(result.findings());
        html.close().close().newLine();
    }

    private void findings(Collection<Finding> findings) {
        int size = findings.size();
        if (size > 0) {
            int shown = Math.min(size, findingsLeft);
            findingsLeft -= shown;
            html.open("details").leaf("summary", Plural.of(size, "finding")).open("ul");
            findings.stream().limit(shown).forEach(this::finding);
            if (shown < size) {
                html.leaf("li", Summary.omitted(size - shown));
            }
            html.close().close();
        }
    }

    private void finding(Finding finding) {
        String mark = ContractNames.of(finding.mark());
        html.open("li", "class", mark).leaf("b", mark).text(" ").leaf("span", finding.message());
        html.text(" ").leaf("small", ReportLine.evidence(finding)).close();
    }

    void buckets() {
        List<Bucket> buckets = report.snapshot().buckets();
        if (!buckets.isEmpty()) {
            BucketColumns columns = BucketColumns.of(buckets.stream().limit(HtmlRendering.MAX_ROWS));
            begin("Buckets", buckets.size(), "buckets", columns.header());
            buckets.stream().limit(HtmlRendering.MAX_ROWS).map(columns::row).forEach(this::bucket);
            end(buckets.size());
        }
    }

    private void bucket(List<String> cells) {
        html.open("tr").leaf("th", cells.get(0), "scope", "row");
        cells.stream().skip(1).forEach(cell -> html.leaf("td", cell));
        html.close().newLine();
    }

    private void begin(String heading, int size, String name, List<String> header) {
        html.open("section").newLine();
        html.open("h2", "id", name).text(heading + " ").leaf("span", Plural.grouped(size), "class", "count");
        html.close().newLine();
        html.open("div", "class", "scroll", "role", "region", "aria-labelledby", name, "tabindex", "0")
                .newLine();
        html.open("table", "class", name, "aria-labelledby", name).newLine();
        html.open("thead").open("tr");
        header.forEach(title -> html.leaf("th", title, "scope", "col"));
        html.close().close().newLine().open("tbody").newLine();
    }

    private void end(int size) {
        html.close().newLine().close().newLine().close().newLine();
        HtmlRendering.omitted(html, size);
        html.close().newLine();
    }
}
