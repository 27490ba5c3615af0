package io.github.assumerole.manual;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.swing.text.MutableAttributeSet;
import javax.swing.text.html.HTML;
import javax.swing.text.html.HTMLEditorKit.ParserCallback;
import javax.swing.text.html.parser.ParserDelegator;

/**
 * A page of the manual, in Markdown or HTML.
 *
 * @param links as they are written
 * @param anchors what links to this page can have after {@code #}
 */
record Page(Set<String> links, Set<String> anchors) {
    private static final Pattern CODE_SPAN = Pattern.compile("`[^`]*`");

    static boolean isPage(Path file) {
        return file.toString().endsWith(".md") || file.toString().endsWith(".html");
    }

    static Page read(Path file) throws IOException {
        Page page = new Page(new LinkedHashSet<>(), new LinkedHashSet<>());
        String text = Files.readString(file);
        if (file.toString().endsWith(".md")) {
            page.addMarkdown(text);
        } else {
            page.addHtml(text);
        }
        return page;
    }

    private void addMarkdown(String text) {
        StringBuilder prose = new StringBuilder();
        boolean fenced = false;
        for (String line : text.lines().toList()) {
            boolean fence = line.strip().startsWith("```");
            fenced ^= fence;
            if (!fenced && !fence) {
                prose.append(CODE_SPAN.matcher(line).replaceAll("")).append('\n');
            }
        }
        between(prose, "](", ")").forEach(links::add);
        between(prose, "<a href=\"", "\"").forEach(links::add);
        between(prose, "<a id=\"", "\"").forEach(anchors::add);
    }

    private static Stream<String> between(CharSequence text, String start, String end) {
        return Pattern.compile(start, Pattern.LITERAL)
                .splitAsStream(text)
                .skip(1)
                .filter(rest -> rest.contains(end))
                .map(rest -> rest.substring(0, rest.indexOf(end)));
    }

    private void addHtml(String text) throws IOException {
        ParserCallback attributes = new ParserCallback() {
            @Override
            public void handleStartTag(HTML.Tag tag, MutableAttributeSet set, int position) {
                add(set, HTML.Attribute.HREF, links);
                add(set, HTML.Attribute.SRC, links);
                add(set, HTML.Attribute.ID, anchors);
            }

            @Override
            public void handleSimpleTag(HTML.Tag tag, MutableAttributeSet set, int position) {
                handleStartTag(tag, set, position);
            }
        };
        new ParserDelegator().parse(new StringReader(text), attributes, true);
    }

    private static void add(MutableAttributeSet set, HTML.Attribute attribute, Collection<String> values) {
        if (set.getAttribute(attribute) instanceof String value) {
            values.add(value);
        }
    }
}
