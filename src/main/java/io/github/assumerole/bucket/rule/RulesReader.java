package io.github.assumerole.bucket.rule;

import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.Printable;
import io.github.assumerole.text.SimilarNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reads the rules of a {@code <bucketRules>} element, of a POM and of a rules file alike, and reports all problems. */
public final class RulesReader {
    private static final String RULE = "rule";
    private static final String TAGS = "tags";
    private static final String TAGGED = "tagged";
    private static final String TAGGED_WITH = "taggedWith";
    private static final String TAG = "tag";
    private static final String EXCEPT = "except";
    private static final String BUCKET = "bucket";
    /** For an element whose children may have any name. */
    private static final List<String> ANY = List.of();

    private static final int MAX_QUOTED = 40;

    private final String parameter;
    private final ConfigurationProblems problems;

    private RulesReader(String parameter, ConfigurationProblems problems) {
        this.parameter = parameter;
        this.problems = problems;
    }

    /**
     * The valid rules, in their order.
     *
     * @param bucketRules the element
     * @param parameter the name of the element in problems, such as {@code bucketRules}
     */
    public static List<BucketSettingsRule> read(
            RulesXml.Element bucketRules, String parameter, ConfigurationProblems problems) {
        return new RulesReader(parameter, problems).rules(bucketRules);
    }

    private List<BucketSettingsRule> rules(RulesXml.Element bucketRules) {
        List<BucketSettingsRule> rules = new ArrayList<>();
        Set<String> present = children(
                bucketRules, List.of(RULE), rule -> RuleParser.parse(text(rule), problems, parameter + rule.position())
                        .ifPresent(rules::add));
        if (present.isEmpty()) {
            report(bucketRules, "contains no " + tag(RULE));
        }
        return rules;
    }

    private RuleText text(RulesXml.Element rule) {
        Map<String, String> texts = new HashMap<>();
        TagTexts tags = new TagTexts(new LinkedHashMap<>(), new ArrayList<>());
        TagTexts taggedWith = new TagTexts(new LinkedHashMap<>(), new ArrayList<>());
        List<String> except = new ArrayList<>();
        Set<String> present = children(rule, RuleText.ELEMENTS, element -> {
            switch (element.name()) {
                case TAGS -> children(element, ANY, tag -> tags.named().put(tag.name(), textOf(tag)));
                case TAGGED ->
                    children(element, List.of(TAG), tag -> tags.entries().add(textOf(tag)));
                case TAGGED_WITH -> children(element, ANY, tag -> add(tag, taggedWith));
                case EXCEPT -> children(element, List.of(BUCKET), bucket -> except.add(textOf(bucket)));
                default -> texts.put(element.name(), textOf(element));
            }
        });
        return new RuleText(
                texts,
                Optional.of(tags).filter(some -> present.contains(TAGS) || present.contains(TAGGED)),
                Optional.of(except).filter(some -> present.contains(EXCEPT)),
                Optional.of(taggedWith).filter(some -> present.contains(TAGGED_WITH)));
    }

    private void add(RulesXml.Element tag, TagTexts tags) {
        if (tag.name().equals(TAG)) {
            tags.entries().add(textOf(tag));
        } else {
            tags.named().put(tag.name(), textOf(tag));
        }
    }

    /**
     * Reads the children of an element. If only one name is allowed, the element is a list; otherwise each name is
     * allowed once, except for tag.
     *
     * @return the allowed names that are present
     */
    private Set<String> children(RulesXml.Element parent, List<String> allowed, Consumer<RulesXml.Element> child) {
        rejectAttributes(parent);
        Set<String> present = new LinkedHashSet<>();
        for (RulesXml node : parent.content()) {
            if (node instanceof RulesXml.Text text && !text.text().isBlank()) {
                report(
                        text,
                        tag(parent.name()) + " contains the text '"
                                + start(text.text().strip()) + "' between its elements");
            } else if (node instanceof RulesXml.Element element) {
                if (!allowed.isEmpty() && !allowed.contains(element.name())) {
                    rejectUnknown(element, parent, allowed);
                    continue;
                }
                if (!present.add(element.name()) && allowed.size() != 1 && !isEntry(element, parent)) {
                    report(element, tag(element.name()) + " is given twice");
                }
                child.accept(element);
            }
        }
        return present;
    }

    private static boolean isEntry(RulesXml.Element element, RulesXml.Element parent) {
        return element.name().equals(TAG) && parent.name().equals(TAGGED_WITH);
    }

    private void rejectUnknown(RulesXml.Element element, RulesXml.Element parent, List<String> allowed) {
        String meant = SimilarNames.to(element.name(), allowed.stream()).stream()
                .findFirst()
                .map(near -> "; did you mean " + tag(near) + "?")
                .orElse(";");
        report(
                element,
                tag(element.name()) + " is not an element of " + tag(parent.name()) + meant + " Allowed: "
                        + allowed.stream().map(RulesReader::tag).collect(Collectors.joining(", ")));
    }

    private String textOf(RulesXml.Element element) {
        rejectAttributes(element);
        StringBuilder text = new StringBuilder();
        for (RulesXml node : element.content()) {
            if (node instanceof RulesXml.Text piece) {
                text.append(piece.text());
            } else if (node instanceof RulesXml.Element child) {
                report(child, tag(element.name()) + " must contain only text, but contains " + tag(child.name()));
            }
        }
        return text.toString();
    }

    private void rejectAttributes(RulesXml.Element element) {
        element.attributes().stream()
                .findFirst()
                .ifPresent(attribute -> report(
                        element,
                        tag(element.name()) + " has the attribute " + Printable.of(attribute)
                                + "; attributes are not allowed"));
    }

    private static String start(String text) {
        return Printable.of(text.length() > MAX_QUOTED ? text.substring(0, MAX_QUOTED) + "..." : text);
    }

    private static String tag(String name) {
        return "<" + Printable.of(name) + ">";
    }

    private void report(RulesXml where, String problem) {
        problems.add(parameter + where.position(), problem);
    }
}
