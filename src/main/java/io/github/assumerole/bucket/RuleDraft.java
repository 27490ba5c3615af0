package io.github.assumerole.bucket;

import io.github.assumerole.role.Validation;
import io.github.assumerole.text.Keywords;
import io.github.assumerole.text.Printable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A rule as somebody wrote it down, in a POM or a file: the text of each element, or null where there is none.
 *
 * @param bucket the bucket's name or a glob; the one element that must be there
 * @param exists true or false
 * @param region a region's name or a glob
 * @param versioning Enabled, Suspended or Disabled
 * @param encryption AES256, aws:kms or aws:kms:dsse
 * @param kmsKeyId a key's id, alias or ARN, or a glob
 * @param publicAccessBlocked true or false
 * @param tags a glob for the value of each key
 * @param tagged the same as {@code key=glob} each, for keys that are no names of XML and for values that are empty; a
 *     key ends at the first equals sign
 * @param objectOwnership BucketOwnerEnforced, BucketOwnerPreferred or ObjectWriter
 * @param level error, which is the default, or warn
 * @param message why the rule is there
 * @param skip true or false, which is the default
 */
public record RuleDraft(
        String bucket,
        String exists,
        String region,
        String versioning,
        String encryption,
        String kmsKeyId,
        String publicAccessBlocked,
        Map<String, String> tags,
        List<String> tagged,
        String objectOwnership,
        String level,
        String message,
        String skip) {
    /**
     * The rule.
     *
     * @param validation is told all that is wrong
     * @param parameter what to call the rule there, such as {@code bucketRules[2]}
     * @return empty when something is wrong
     */
    public Optional<DetailedRule> toRule(Validation validation, String parameter) {
        RuleReading reading = new RuleReading(validation, parameter + nameInBrackets());
        Optional<BucketPattern> about = reading.needed("bucket", bucket, BucketPattern::parse);
        Optional<Boolean> presence = reading.element("exists", exists, Keywords::parseBoolean);
        List<Demand> demands = demands(reading);
        Optional<Level> weight = reading.element("level", level, Level::parse);
        Optional<String> why = reading.element("message", message, RuleDraft::inOneLine);
        Optional<Boolean> skipped = reading.element("skip", skip, Keywords::parseBoolean);
        return reading.whole(() -> new DetailedRule(
                about.orElseThrow(), presence, demands, weight.orElse(Level.ERROR), why, skipped.orElse(false)));
    }

    private String nameInBrackets() {
        return bucket == null || bucket.isBlank() ? "" : " (" + Printable.of(bucket.strip()) + ")";
    }

    private List<Demand> demands(RuleReading reading) {
        return Stream.<Optional<? extends Demand>>of(
                        reading.element("region", region, RegionDemand::new),
                        reading.element("versioning", versioning, VersioningDemand::new),
                        reading.element("encryption", encryption, EncryptionDemand::new),
                        reading.element("kmsKeyId", kmsKeyId, this::key),
                        reading.element(
                                "publicAccessBlocked",
                                publicAccessBlocked,
                                text -> new PublicAccessDemand(Keywords.parseBoolean(text))),
                        tags(reading),
                        reading.element("objectOwnership", objectOwnership, OwnershipDemand::new))
                .<Demand>flatMap(Optional::stream)
                .toList();
    }

    private KmsKeyDemand key(String text) {
        if (encryption != null && encryption.strip().equals(EncryptionDemand.WITHOUT_KMS)) {
            throw new IllegalArgumentException("names a key, but encryption is AES256, which has none; use aws:kms");
        }
        return new KmsKeyDemand(text);
    }

    private Optional<TagsDemand> tags(RuleReading reading) {
        Map<String, String> globs = new LinkedHashMap<>();
        Map<String, String> named = tags == null ? Map.of() : tags;
        List<String> written = tagged == null ? List.of() : tagged;
        if (named.isEmpty() && written.isEmpty() && (tags != null || tagged != null)) {
            reading.refuse("tags", "is empty; name a tag, or remove it");
        }
        named.forEach((key, glob) -> reading.element("tags." + Printable.of(key), orBlank(glob), text -> text)
                .ifPresent(text -> globs.put(key, text)));
        written.forEach(entry -> reading.element("tagged", orBlank(entry), text -> addTag(text, globs)));
        return globs.isEmpty() ? Optional.empty() : Optional.of(new TagsDemand(globs));
    }

    private static String orBlank(String text) {
        return text == null ? "" : text;
    }

    private static String addTag(String text, Map<String, String> globs) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("'" + Printable.of(text) + "' is not of the form key=glob");
        }
        String key = text.substring(0, equals).strip();
        if (globs.putIfAbsent(key, text.substring(equals + 1).strip()) != null) {
            throw new IllegalArgumentException("'" + Printable.of(key) + "' is demanded twice");
        }
        return key;
    }

    private static String inOneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
