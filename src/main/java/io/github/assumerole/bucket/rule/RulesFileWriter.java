package io.github.assumerole.bucket.rule;

import io.github.assumerole.bucket.Setting;
import io.github.assumerole.text.Plural;
import io.github.assumerole.text.Printable;
import io.github.assumerole.text.TextOutput;
import io.github.assumerole.text.XmlWriter;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes a rules file, which {@link RulesFile} reads. */
public final class RulesFileWriter {
    private final StringBuilder text = new StringBuilder();
    private final XmlWriter xml = new XmlWriter(new TextOutput(text));

    private RulesFileWriter() {}

    /**
     * Rules that the buckets satisfy now, in the order of the buckets' names; the same buckets give the same text. A
     * comment names what a rule cannot require.
     *
     * @param inventory the settings to require of each bucket, by its name, as {@link Setting} describes them
     */
    public static String of(Map<String, Map<Setting, Map<String, String>>> inventory) {
        return new RulesFileWriter().document(inventory);
    }

    private String document(Map<String, Map<Setting, Map<String, String>>> inventory) {
        line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        comment(Plural.of(inventory.size(), "bucket") + ", as found by assume-role:init-rules."
                + " Rules can be changed, removed, and copied into the POM.");
        line("<bucketRules>");
        new TreeMap<>(inventory).forEach(this::bucket);
        line("</bucketRules>");
        return text.toString();
    }

    private void bucket(String name, Map<Setting, Map<String, String>> settings) {
        RuleGenerator.generate(name, settings, reason -> comment("Left out of " + name + ": " + reason))
                .ifPresent(this::rule);
    }

    private void rule(RuleText rule) {
        line("  <rule>");
        for (String element : RuleText.ELEMENTS) {
            Optional.ofNullable(rule.texts().get(element)).ifPresent(text -> element("", element, text));
        }
        rule.tags().ifPresent(this::tags);
        line("  </rule>");
    }

    private void tags(TagTexts tags) {
        if (!tags.named().isEmpty()) {
            parent("tags", () -> tags.named().forEach((key, glob) -> element("  ", key, glob)));
        }
        if (!tags.entries().isEmpty()) {
            parent("tagged", () -> tags.entries().forEach(tag -> element("  ", "tag", tag)));
        }
    }

    private void parent(String name, Runnable children) {
        line("    <" + name + ">");
        children.run();
        line("    </" + name + ">");
    }

    private void element(String indent, String name, String value) {
        xml.raw(indent + "    ").leaf(name, value).newLine();
    }

    /** XML comments must not contain two hyphens. */
    private void comment(String sentence) {
        line("<!-- " + Printable.of(sentence).replace("--", "- -").replace("--", "- -") + " -->");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
