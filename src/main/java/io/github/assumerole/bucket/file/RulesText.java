package io.github.assumerole.bucket.file;

import io.github.assumerole.bucket.RuleDraft;
import io.github.assumerole.bucket.RuleDrafting;
import io.github.assumerole.bucket.Setting;
import io.github.assumerole.text.Plural;
import io.github.assumerole.text.Printable;
import io.github.assumerole.text.TextOutput;
import io.github.assumerole.text.XmlWriter;
import java.util.Map;
import java.util.TreeMap;

/** Writes what {@link RulesFile} reads. */
public final class RulesText {
    private final StringBuilder text = new StringBuilder();
    private final XmlWriter xml = new XmlWriter(new TextOutput(text));

    private RulesText() {}

    /**
     * Rules that hold as long as the buckets are as they are: in the order of their names, and the same text for the
     * same buckets. What no rule can say is told in a comment.
     *
     * @param inventory the settings to demand of each bucket, by its name, as {@link Setting} describes them
     */
    public static String of(Map<String, Map<Setting, Map<String, String>>> inventory) {
        return new RulesText().document(inventory);
    }

    private String document(Map<String, Map<Setting, Map<String, String>>> inventory) {
        line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        comment(Plural.of(inventory.size(), "bucket") + " as assume-role:init-rules found them."
                + " Rules may be changed, removed, and copied into the POM.");
        line("<bucketRules>");
        new TreeMap<>(inventory).forEach(this::bucket);
        line("</bucketRules>");
        return text.toString();
    }

    private void bucket(String name, Map<Setting, Map<String, String>> settings) {
        RuleDrafting.draft(name, settings, reason -> comment("Left out of " + name + ": " + reason))
                .ifPresent(this::rule);
    }

    private void rule(RuleDraft draft) {
        line("  <rule>");
        element("bucket", draft.bucket());
        element("region", draft.region());
        element("versioning", draft.versioning());
        element("encryption", draft.encryption());
        element("kmsKeyId", draft.kmsKeyId());
        element("publicAccessBlocked", draft.publicAccessBlocked());
        if (draft.tags() != null) {
            line("    <tags>");
            draft.tags().forEach((key, glob) -> element("  ", key, glob));
            line("    </tags>");
        }
        if (draft.tagged() != null) {
            line("    <tagged>");
            draft.tagged().forEach(tag -> element("  ", "tag", tag));
            line("    </tagged>");
        }
        element("objectOwnership", draft.objectOwnership());
        line("  </rule>");
    }

    private void element(String name, String value) {
        if (value != null) {
            element("", name, value);
        }
    }

    private void element(String indent, String name, String value) {
        xml.raw(indent + "    ").leaf(name, value).newLine();
    }

    /** Two hyphens would end a comment. */
    private void comment(String sentence) {
        line("<!-- " + Printable.of(sentence).replace("--", "- -").replace("--", "- -") + " -->");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
