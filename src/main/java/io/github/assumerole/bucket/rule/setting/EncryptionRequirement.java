package io.github.assumerole.bucket.rule.setting;

import io.github.assumerole.bucket.Setting;
import io.github.assumerole.bucket.SettingValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Requires one of some algorithms as the default encryption of new objects.
 *
 * @param allowed in the order of messages, without repetitions
 */
public record EncryptionRequirement(List<String> allowed) implements SettingRequirement {
    /** AES256 uses no KMS key. */
    public static final EncryptionRequirement WITHOUT_KMS = new EncryptionRequirement(List.of("AES256"));

    public EncryptionRequirement {
        allowed = allowed.stream().distinct().toList();
    }

    /**
     * Parses algorithms, separated by commas.
     *
     * @throws IllegalArgumentException if one is invalid; the message follows {@code encryption: }
     */
    public static EncryptionRequirement parse(String text) {
        return new EncryptionRequirement(Stream.of(text.split(",", -1))
                .map(algorithm -> SettingValue.ENCRYPTION.parse(algorithm.strip()))
                .toList());
    }

    @Override
    public Setting setting() {
        return Setting.ENCRYPTION;
    }

    @Override
    public String title() {
        return "encryption " + expected();
    }

    private String expected() {
        return String.join(" or ", allowed);
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of(setting().element(), allowed);
    }

    @Override
    public Optional<String> violation(Map<String, String> values) {
        Optional<String> actual = SettingValue.ENCRYPTION.in(values);
        return actual.filter(allowed::contains).isPresent()
                ? Optional.empty()
                : Optional.of("encryption is " + actual.orElse("not set") + ", expected " + expected());
    }
}
