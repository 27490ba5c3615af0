package io.github.assumerole.bucket.rule;

import io.github.assumerole.bucket.BucketPattern;
import io.github.assumerole.bucket.Setting;
import io.github.assumerole.bucket.rule.setting.RequirementElement;
import io.github.assumerole.text.Printable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Generates the rule that a bucket's current settings satisfy, so that the rule reports every later change. */
final class RuleGenerator {
    /** At most as long as an S3 tag key: the JDK's parser rejects names of more than 1000 characters. */
    private static final Pattern XML_NAME = Pattern.compile("(?!(?i:xml))[A-Za-z_][A-Za-z0-9_.-]{0,127}");

    /** Reserved for tags that AWS sets. Source: S3 user guide, Using cost allocation S3 bucket tags. */
    private static final String AWS_TAG_PREFIX = "aws:";

    private final Map<Setting, Map<String, String>> settings;
    private final Consumer<String> leftOut;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, String> tags = new LinkedHashMap<>();
    private final List<String> tagged = new ArrayList<>();

    private RuleGenerator(Map<Setting, Map<String, String>> settings, Consumer<String> leftOut) {
        this.settings = settings;
        this.leftOut = leftOut;
    }

    /**
     * Requires the current settings.
     *
     * @param bucket its name
     * @param settings the settings to require, as {@link Setting} describes them; one that was never made is required
     *     where S3 documents its default
     * @param leftOut receives what a rule cannot require: the name of the element and the reason
     * @return empty if a rule cannot name the bucket
     */
    static Optional<RuleText> generate(
            String bucket, Map<Setting, Map<String, String>> settings, Consumer<String> leftOut) {
        RuleGenerator generator = new RuleGenerator(settings, leftOut);
        generator.add("bucket", bucket, RuleGenerator::requireName);
        return generator.texts.isEmpty() ? Optional.empty() : Optional.of(generator.rule());
    }

    private static void requireName(String name) {
        BucketPattern pattern = BucketPattern.parse(name);
        if (!pattern.isLiteral() || !pattern.toString().equals(name)) {
            throw new IllegalArgumentException("'" + Printable.of(name) + "' would match other buckets");
        }
    }

    private RuleText rule() {
        RequirementElement.ALL.forEach(element -> element.current()
                .apply(settings)
                .ifPresent(text -> add(element.name(), text, element.parser()::apply)));
        new TreeMap<>(settings.getOrDefault(Setting.TAGS, Map.of())).forEach(this::addTag);
        return new RuleText(
                texts,
                Optional.of(new TagTexts(tags, tagged)).filter(some -> !some.isEmpty()),
                Optional.empty(),
                Optional.empty());
    }

    private void add(String element, String text, Consumer<String> parser) {
        try {
            parser.accept(text);
            texts.put(element, text);
        } catch (IllegalArgumentException invalid) {
            leftOut.accept(element + ": " + invalid.getMessage());
        }
    }

    private void addTag(String key, String value) {
        if (key.startsWith(AWS_TAG_PREFIX)) {
            return;
        }
        String glob = globOf(value);
        if (XML_NAME.matcher(key).matches() && !glob.isEmpty()) {
            tags.put(key, glob);
        } else if (!key.isEmpty() && key.indexOf('=') < 0 && globOf(key).equals(key)) {
            tagged.add(key + "=" + glob);
        } else {
            leftOut.accept("tagged: a rule cannot name the tag '" + Printable.of(key) + "'");
        }
    }

    /**
     * A glob that matches the text and that XML and Maven keep as it is: {@code ?} replaces wildcards, control
     * characters, spaces at the ends, and the {@code $} of a Maven property.
     */
    private static String globOf(String text) {
        StringBuilder glob = new StringBuilder(text.length());
        int next;
        for (int i = 0; i < text.length(); i = next) {
            next = text.offsetByCodePoints(i, 1);
            boolean atAnEnd = i == 0 || next == text.length();
            glob.append(isPlain(text.charAt(i), atAnEnd) ? text.charAt(i) : '?');
        }
        return glob.toString();
    }

    /** A character beyond U+FFFF is not plain. */
    private static boolean isPlain(char c, boolean atAnEnd) {
        return c == ' ' ? !atAnEnd : "*?$".indexOf(c) < 0 && Printable.isPrintable(c);
    }
}
