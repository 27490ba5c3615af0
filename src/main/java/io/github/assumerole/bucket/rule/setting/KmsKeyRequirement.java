package io.github.assumerole.bucket.rule.setting;

import io.github.assumerole.bucket.Setting;
import io.github.assumerole.bucket.SettingValue;
import io.github.assumerole.text.Glob;
import io.github.assumerole.text.Printable;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Requires the KMS key that encrypts new objects, with any KMS algorithm. S3 returns the key as it was configured: a
 * key ID, an alias, or the ARN of either; so a required ID or alias also matches the ARN that contains it, and a
 * required alias ARN also the alias. Without a key, S3 uses the one that AWS manages. Source: S3 API reference,
 * ServerSideEncryptionByDefault, KMSMasterKeyID.
 *
 * @param key a key ID, an alias ({@code alias/...}), the ARN of either, or a glob
 */
public record KmsKeyRequirement(String key) implements SettingRequirement {
    private static final String MEMBER = "KMSMasterKeyID";
    private static final Pattern FORM = Pattern.compile("[\\w:/.+=@*?-]{1,2048}");
    private static final String ID_IN_ARN = "key/";

    /** Ends in an alias without wildcards: a glob such as {@code arn:*} says nothing about an alias. */
    private static final Pattern ALIAS_ARN = Pattern.compile("arn:.*:(alias/[^:*?]+)");

    private static final String DEFAULT_KEY = "alias/aws/s3";

    /** @throws IllegalArgumentException if no key can have this name; the message follows {@code kmsKeyId: } */
    public KmsKeyRequirement {
        if (!FORM.matcher(key).matches()) {
            throw new IllegalArgumentException(
                    "'" + Printable.of(key) + "' is neither a key ID, alias or ARN, nor a glob");
        }
    }

    /** The key of these settings; empty unless a KMS algorithm uses it. */
    static Optional<String> current(Map<Setting, Map<String, String>> settings) {
        Map<String, String> encryption = settings.getOrDefault(Setting.ENCRYPTION, Map.of());
        return usesKms(encryption) ? Optional.of(encryption.getOrDefault(MEMBER, DEFAULT_KEY)) : Optional.empty();
    }

    private static boolean usesKms(Map<String, String> encryption) {
        return SettingValue.ENCRYPTION
                .in(encryption)
                .filter(name -> name.startsWith("aws:kms"))
                .isPresent();
    }

    @Override
    public Setting setting() {
        return Setting.ENCRYPTION;
    }

    @Override
    public String title() {
        return "kmsKeyId " + key;
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("kmsKeyId", key);
    }

    @Override
    public Optional<String> violation(Map<String, String> values) {
        if (!usesKms(values)) {
            return Optional.of("encryption is "
                    + SettingValue.ENCRYPTION.in(values).orElse("not set") + ", expected the KMS key " + key);
        }
        String actual = values.getOrDefault(MEMBER, DEFAULT_KEY);
        return matches(actual)
                ? Optional.empty()
                : Optional.of("kmsKeyId is " + actual + (values.containsKey(MEMBER) ? "" : " (by default)")
                        + ", expected " + key);
    }

    private boolean matches(String actual) {
        String inArn = actual.substring(actual.lastIndexOf(':') + 1);
        String id = inArn.startsWith(ID_IN_ARN) ? inArn.substring(ID_IN_ARN.length()) : inArn;
        return Stream.of(actual, inArn, id).anyMatch(name -> Glob.matches(key, name)) || isRequiredAlias(actual);
    }

    private boolean isRequiredAlias(String actual) {
        Matcher alias = ALIAS_ARN.matcher(key);
        return alias.matches() && alias.group(1).equals(actual);
    }
}
