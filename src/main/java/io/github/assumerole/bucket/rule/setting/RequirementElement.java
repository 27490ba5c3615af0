package io.github.assumerole.bucket.rule.setting;

import io.github.assumerole.bucket.Setting;
import io.github.assumerole.bucket.SettingValue;
import io.github.assumerole.text.Keywords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * An element of a rule whose text becomes a requirement. A new element is a line in {@link #ALL}.
 *
 * @param name of the element
 * @param parser throws an {@link IllegalArgumentException} if the text is invalid; the message follows {@code name: }
 * @param current the text that describes a bucket's current settings; empty when there is none
 */
public record RequirementElement(
        String name,
        Function<String, SettingRequirement> parser,
        Function<Map<Setting, Map<String, String>>, Optional<String>> current) {
    public static final List<RequirementElement> ALL = List.of(
            of(SettingValue.REGION),
            of(SettingValue.VERSIONING),
            of(SettingValue.MFA_DELETE),
            new RequirementElement(
                    SettingValue.ENCRYPTION.element(), EncryptionRequirement::parse, current(SettingValue.ENCRYPTION)),
            new RequirementElement("kmsKeyId", KmsKeyRequirement::new, KmsKeyRequirement::current),
            of(SettingValue.BUCKET_KEY),
            new RequirementElement(
                    Setting.PUBLIC_ACCESS_BLOCK.element(),
                    text -> new PublicAccessRequirement(Keywords.parseBoolean(text)),
                    PublicAccessRequirement::current),
            of(SettingValue.POLICY_PUBLIC),
            new RequirementElement(
                    Setting.POLICY.element(),
                    text -> new SecureTransportRequirement(Keywords.parseBoolean(text)),
                    SecureTransportRequirement::current),
            of(SettingValue.OBJECT_OWNERSHIP),
            of(SettingValue.LIFECYCLE),
            new RequirementElement(
                    ExpirationRequirement.ELEMENT, ExpirationRequirement::parse, ExpirationRequirement::current),
            new RequirementElement(Setting.LOGGING.element(), LoggingRequirement::new, LoggingRequirement::current),
            of(SettingValue.OBJECT_LOCK),
            of(SettingValue.REPLICATION));

    private static RequirementElement of(SettingValue kind) {
        return new RequirementElement(kind.element(), text -> new ValueRequirement(kind, text), current(kind));
    }

    private static Function<Map<Setting, Map<String, String>>, Optional<String>> current(SettingValue kind) {
        return settings -> Optional.ofNullable(settings.get(kind.setting())).flatMap(kind::in);
    }
}
