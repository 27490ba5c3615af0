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
            of(SettingValue.ENCRYPTION),
            new RequirementElement("kmsKeyId", KmsKeyRequirement::new, KmsKeyRequirement::current),
            new RequirementElement(
                    Setting.PUBLIC_ACCESS_BLOCK.element(),
                    text -> new PublicAccessRequirement(Keywords.parseBoolean(text)),
                    PublicAccessRequirement::current),
            of(SettingValue.OBJECT_OWNERSHIP));

    private static RequirementElement of(SettingValue kind) {
        return new RequirementElement(
                kind.setting().element(),
                text -> new ValueRequirement(kind, text),
                settings -> Optional.ofNullable(settings.get(kind.setting())).flatMap(kind::in));
    }
}
