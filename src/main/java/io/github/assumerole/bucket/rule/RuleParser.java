package io.github.assumerole.bucket.rule;

import io.github.assumerole.bucket.BucketPattern;
import io.github.assumerole.bucket.SettingValue;
import io.github.assumerole.bucket.rule.setting.EncryptionRequirement;
import io.github.assumerole.bucket.rule.setting.ExpirationRequirement;
import io.github.assumerole.bucket.rule.setting.KmsKeyRequirement;
import io.github.assumerole.bucket.rule.setting.RequirementElement;
import io.github.assumerole.bucket.rule.setting.SettingRequirement;
import io.github.assumerole.bucket.rule.setting.TagsRequirement;
import io.github.assumerole.bucket.rule.setting.ValueRequirement;
import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.Keywords;
import io.github.assumerole.text.Printable;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Parses one rule, and reports everything that is invalid in it. */
final class RuleParser {
    private static final ValueRequirement WITHOUT_LIFECYCLE = new ValueRequirement(SettingValue.LIFECYCLE, "false");

    private final RuleText rule;
    private final ConfigurationProblems problems;
    private final String label;
    private boolean valid = true;

    private RuleParser(RuleText rule, ConfigurationProblems problems, String label) {
        this.rule = rule;
        this.problems = problems;
        this.label = label;
    }

    /**
     * Parses the rule.
     *
     * @param problems collects the problems
     * @param parameter the name of the rule in problems, such as {@code bucketRules[2]}
     * @return empty if there is a problem
     */
    static Optional<BucketSettingsRule> parse(RuleText rule, ConfigurationProblems problems, String parameter) {
        String bucket = rule.texts().getOrDefault("bucket", "").strip();
        String label = bucket.isEmpty() ? parameter : parameter + " (" + Printable.of(bucket) + ")";
        return new RuleParser(rule, problems, label).parse();
    }

    private Optional<BucketSettingsRule> parse() {
        if (!rule.texts().containsKey("bucket")) {
            addProblem("bucket", "is missing");
        }
        Optional<BucketPattern> pattern = element("bucket", BucketPattern::parse);
        List<BucketPattern> except = except();
        Optional<TagsRequirement> taggedWith = tags(rule.taggedWith(), "taggedWith", "taggedWith");
        Optional<Boolean> exists = element("exists", Keywords::parseBoolean);
        List<SettingRequirement> requirements = requirements();
        Level level = element("level", Level::parse).orElse(Level.ERROR);
        Optional<String> message = element("message", text -> text.replaceAll("\\s+", " "));
        boolean skip = element("skip", Keywords::parseBoolean).orElse(false);
        if (!valid) {
            return Optional.empty();
        }
        try {
            RuleScope scope = new RuleScope(pattern.orElseThrow(), except, taggedWith);
            return Optional.of(new BucketSettingsRule(scope, exists, requirements, level, message, skip));
        } catch (IllegalArgumentException contradiction) {
            problems.add(label, contradiction.getMessage());
            return Optional.empty();
        }
    }

    private List<SettingRequirement> requirements() {
        List<SettingRequirement> requirements = Stream.concat(
                        RequirementElement.ALL.stream().map(element -> element(element.name(), element.parser())),
                        Stream.of(tags(rule.tags(), "tags", "tagged")))
                .<SettingRequirement>flatMap(Optional::stream)
                .sorted(Comparator.comparing(SettingRequirement::setting))
                .toList();
        if (requirements.contains(EncryptionRequirement.WITHOUT_KMS)
                && requirements.stream().anyMatch(KmsKeyRequirement.class::isInstance)) {
            addProblem("kmsKeyId", "requires a KMS key, but encryption AES256 uses none; set encryption to aws:kms");
        }
        if (requirements.contains(WITHOUT_LIFECYCLE)
                && requirements.stream().anyMatch(ExpirationRequirement.class::isInstance)) {
            addProblem("expirationDays", "requires a lifecycle rule, but lifecycle is false; remove one of the two");
        }
        return requirements;
    }

    private List<BucketPattern> except() {
        if (rule.except().filter(List::isEmpty).isPresent()) {
            addProblem("except", "is empty; add a bucket or remove it");
        }
        return rule.except().stream()
                .flatMap(List::stream)
                .flatMap(name -> value("except", name, BucketPattern::parse).stream())
                .toList();
    }

    /**
     * @param named the name of the element of named tags
     * @param entry the name of the element of entries
     */
    private Optional<TagsRequirement> tags(Optional<TagTexts> texts, String named, String entry) {
        if (texts.filter(TagTexts::isEmpty).isPresent()) {
            addProblem(named, "is empty; add a tag or remove it");
        }
        Map<String, String> globs = new LinkedHashMap<>();
        texts.ifPresent(tags -> {
            tags.named().forEach((key, glob) -> value(named + "." + Printable.of(key), glob, Function.identity())
                    .ifPresent(text -> globs.put(key, text)));
            tags.entries().forEach(tag -> value(entry, tag, text -> addTag(text, globs)));
        });
        return globs.isEmpty() ? Optional.empty() : Optional.of(new TagsRequirement(globs));
    }

    private static String addTag(String text, Map<String, String> globs) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("'" + Printable.of(text) + "' does not have the form key=glob");
        }
        String key = text.substring(0, equals).strip();
        if (globs.putIfAbsent(key, text.substring(equals + 1).strip()) != null) {
            throw new IllegalArgumentException("the tag '" + Printable.of(key) + "' is given twice");
        }
        return key;
    }

    private <T> Optional<T> element(String name, Function<String, T> parser) {
        return Optional.ofNullable(rule.texts().get(name)).flatMap(text -> value(name, text, parser));
    }

    private <T> Optional<T> value(String name, String text, Function<String, T> parser) {
        if (text.isBlank()) {
            addProblem(name, "is empty; set a value or remove it");
        }
        Optional<T> value = problems.optional(label + "." + name, text, parser);
        valid &= value.isPresent();
        return value;
    }

    private void addProblem(String element, String problem) {
        problems.add(label + "." + element, problem);
        valid = false;
    }
}
