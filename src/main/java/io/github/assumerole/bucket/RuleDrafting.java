package io.github.assumerole.bucket;

import io.github.assumerole.text.Printable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Drafts the rule that a bucket obeys as it is now, so that it tells when anything changes. */
public final class RuleDrafting {
    /** Not longer than keys are on S3: the JDK's parser refuses names of more than 1000 characters. */
    private static final Pattern XML_NAME = Pattern.compile("(?!(?i:xml))[A-Za-z_][A-Za-z0-9_.-]{0,127}");

    /** AWS keeps it for tags of its own. Source: S3 user guide, Using cost allocation S3 bucket tags. */
    private static final String TAGS_OF_AWS = "aws:";

    private final Map<Setting, Map<String, String>> settings;
    private final Consumer<String> leftOut;
    private final Map<String, String> tags = new LinkedHashMap<>();
    private final List<String> tagged = new ArrayList<>();

    private RuleDrafting(Map<Setting, Map<String, String>> settings, Consumer<String> leftOut) {
        this.settings = settings;
        this.leftOut = leftOut;
    }

    /**
     * Demands what is there.
     *
     * @param bucket its name
     * @param settings what is to be demanded, as {@link Setting} describes it; what was never set is demanded where S3
     *     documents what that means
     * @param leftOut is told of what is there and no rule can say, an element and a reason each
     * @return empty when no rule can name the bucket
     */
    public static Optional<RuleDraft> draft(
            String bucket, Map<Setting, Map<String, String>> settings, Consumer<String> leftOut) {
        RuleDrafting drafting = new RuleDrafting(settings, leftOut);
        return Optional.ofNullable(drafting.text("bucket", Optional.of(bucket), RuleDrafting::requireName))
                .map(drafting::draft);
    }

    private static void requireName(String name) {
        BucketPattern pattern = BucketPattern.parse(name);
        if (!pattern.isLiteral() || !pattern.toString().equals(name)) {
            throw new IllegalArgumentException("'" + Printable.of(name) + "' would mean another bucket");
        }
    }

    private RuleDraft draft(String bucket) {
        new TreeMap<>(settings.getOrDefault(Setting.TAGS, Map.of())).forEach(this::addTag);
        String encryption =
                text("encryption", value(Setting.ENCRYPTION, EncryptionDemand.ELEMENT), EncryptionDemand::new);
        boolean withKey = encryption != null && !encryption.equals(EncryptionDemand.WITHOUT_KMS);
        Optional<String> key = value(Setting.ENCRYPTION, KmsKeyDemand.ELEMENT).filter(id -> withKey);
        return new RuleDraft(
                bucket,
                null,
                text("region", value(Setting.REGION, RegionDemand.ELEMENT), RegionDemand::new),
                text("versioning", versioning(), VersioningDemand::new),
                encryption,
                text("kmsKeyId", key, KmsKeyDemand::new),
                publicAccessBlocked().orElse(null),
                tags.isEmpty() ? null : tags,
                tagged.isEmpty() ? null : tagged,
                text("objectOwnership", ownership(), OwnershipDemand::new),
                null,
                null,
                null);
    }

    private Optional<String> value(Setting setting, String element) {
        return Optional.ofNullable(settings.get(setting)).map(values -> values.get(element));
    }

    private Optional<String> versioning() {
        return Optional.ofNullable(settings.get(Setting.VERSIONING))
                .map(values -> values.getOrDefault(VersioningDemand.ELEMENT, VersioningDemand.DISABLED));
    }

    private Optional<String> ownership() {
        return Optional.ofNullable(settings.get(Setting.OBJECT_OWNERSHIP))
                .map(values -> values.getOrDefault(OwnershipDemand.ELEMENT, OwnershipDemand.NEVER_SET));
    }

    private Optional<String> publicAccessBlocked() {
        return Optional.ofNullable(settings.get(Setting.PUBLIC_ACCESS_BLOCK))
                .map(values -> new PublicAccessDemand(true).fault(values).isEmpty())
                .map(String::valueOf);
    }

    /** Null when there is no value, or none that the parser would take. */
    private String text(String element, Optional<String> value, Consumer<String> parser) {
        try {
            value.ifPresent(parser);
            return value.orElse(null);
        } catch (IllegalArgumentException refused) {
            leftOut.accept(element + ": " + refused.getMessage());
            return null;
        }
    }

    private void addTag(String key, String value) {
        if (key.startsWith(TAGS_OF_AWS)) {
            return;
        }
        String glob = globOf(value);
        if (XML_NAME.matcher(key).matches() && !glob.isEmpty()) {
            tags.put(key, glob);
        } else if (!key.isEmpty() && key.indexOf('=') < 0 && globOf(key).equals(key)) {
            tagged.add(key + "=" + glob);
        } else {
            leftOut.accept("tagged: no rule can name the tag '" + Printable.of(key) + "'");
        }
    }

    /**
     * A glob for this text that survives XML and Maven, neither of which keeps blanks at the ends or control
     * characters; those, wildcards, and what could be a variable become {@code ?}.
     */
    private static String globOf(String text) {
        StringBuilder glob = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            boolean atAnEnd = i == 0 || i == text.length() - 1;
            glob.append(isPlain(text.charAt(i), atAnEnd) ? text.charAt(i) : '?');
        }
        return glob.toString();
    }

    private static boolean isPlain(char c, boolean atAnEnd) {
        return c == ' ' ? !atAnEnd : "*?$".indexOf(c) < 0 && Printable.isPrintable(c);
    }
}
