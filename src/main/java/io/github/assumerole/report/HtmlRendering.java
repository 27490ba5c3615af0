package io.github.assumerole.report;

import io.github.assumerole.bucket.gate.BucketReport;
import io.github.assumerole.bucket.gate.Verdict;
import io.github.assumerole.text.Plural;
import io.github.assumerole.text.TextOutput;
import io.github.assumerole.text.XmlWriter;
import java.util.List;
import java.util.stream.Stream;

/**
 * A report as one self-contained page: no network, and no scripts except for sorting and filtering. Its
 * Content-Security-Policy allows only its own script and style, in case the escaping of a name ever fails. Apart from
 * these two, the page is also well-formed XML.
 */
record HtmlRendering(BucketReport report, XmlWriter html) {
    /** The default limit of buckets in an AWS account; browsers can show as many. */
    static final int MAX_ROWS = 10_000;

    static void write(BucketReport report, ReportId id, TextOutput out) {
        new HtmlRendering(report, new XmlWriter(out)).page(id.name());
    }

    private void page(String name) {
        html.raw("<!DOCTYPE html>").newLine();
        html.open("html", "lang", "en").newLine();
        head(name);
        html.open("body", "class", ContractNames.of(report.verdict())).newLine();
        banner(name);
        html.open("main").newLine();
        Stream.of(Section.values()).forEach(this::section);
        advice();
        HtmlTables tables = new HtmlTables(report, html);
        tables.rules();
        tables.buckets();
        html.close().newLine();
        InlineResource script = InlineResource.load("report.js");
        html.raw("<script>").raw(script.text()).raw("</script>").newLine();
        html.close().newLine().close().newLine();
    }

    private void head(String name) {
        InlineResource style = InlineResource.load("report.css");
        InlineResource script = InlineResource.load("report.js");
        html.open("head").newLine();
        html.empty("meta", "charset", "UTF-8").newLine();
        String policy = "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; style-src '"
                + style.hash() + "'; script-src '" + script.hash() + "'";
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy)
                .newLine();
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .newLine();
        html.empty("meta", "name", "color-scheme", "content", "light dark").newLine();
        html.leaf("title", name + ": " + Summary.verdict(report)).newLine();
        html.empty("link", "rel", "icon", "href", icon(report.verdict())).newLine();
        html.raw("<style>").raw(style.text()).raw("</style>").newLine();
        html.close().newLine();
    }

    /** A dot in the colour of the verdict, for the browser tab. */
    private static String icon(Verdict verdict) {
        String colour =
                switch (verdict) {
                    case PASSED -> "1a7f4b";
                    case FAILED -> "c0362c";
                    case UNKNOWN -> "b7791f";
                    case NO_RULES -> "64748b";
                };
        return "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E"
                + "%3Ccircle cx='8' cy='8' r='7' fill='%23" + colour + "'/%3E%3C/svg%3E";
    }

    private void banner(String name) {
        String[] verdict = Summary.verdict(report).split(": ", 2);
        html.open("header").newLine();
        html.leaf("p", name, "class", "name").newLine();
        html.leaf("h1", verdict[0]).newLine();
        html.leaf("p", verdict[1], "class", "lead").newLine();
        html.open("dl", "class", "facts").newLine();
        fact("Account", report.account().accountId().orElse("unknown"));
        report.account().role().ifPresent(role -> fact("Role", role));
        fact("Checked at", Summary.time(report));
        fact("Buckets", report.snapshot().description());
        html.close().newLine();
        Summary.noListing(report)
                .ifPresent(why -> html.leaf("p", why, "class", "note").newLine());
        html.close().newLine();
    }

    private void fact(String term, String description) {
        html.open("div").leaf("dt", term).leaf("dd", description).close().newLine();
    }

    private void section(Section section) {
        int size = section.size(report);
        if (size > 0) {
            html.open("section", "class", ContractNames.of(section)).newLine();
            html.open("h2").text(section.heading() + " ");
            html.leaf("span", Plural.grouped(size), "class", "count").close().newLine();
            html.open("ul").newLine();
            section.of(report).limit(MAX_ROWS).forEach(this::item);
            html.close().newLine();
            omitted(html, size);
            html.close().newLine();
        }
    }

    private void item(ReportLine line) {
        html.open("li").leaf("span", line.text());
        line.evidence().ifPresent(evidence -> html.text(" ").leaf("small", evidence));
        html.close().newLine();
    }

    private void advice() {
        List<String> advice = Summary.advice(report).limit(MAX_ROWS).toList();
        if (!advice.isEmpty()) {
            html.open("section").newLine().leaf("h2", "What to try").newLine();
            html.open("ul").newLine();
            advice.forEach(line -> html.leaf("li", line).newLine());
            html.close().newLine().close().newLine();
        }
    }

    /** @param size the number of rows, of which {@link #MAX_ROWS} were written */
    static void omitted(XmlWriter html, int size) {
        if (size > MAX_ROWS) {
            html.leaf("p", Summary.omitted(size - MAX_ROWS), "class", "rest").newLine();
        }
    }
}
