package io.github.assumerole.bucket.rule.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What programs read of requirements: the name of the element, and the expected value with its type. */
class RequirementParametersTest {
    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("region", "eu-*"),
            Map.entry("versioning", "Enabled"),
            Map.entry("mfaDelete", "Enabled"),
            Map.entry("encryption", "AES256, aws:kms"),
            Map.entry("kmsKeyId", "alias/app"),
            Map.entry("bucketKey", "true"),
            Map.entry("publicAccessBlocked", "true"),
            Map.entry("policyPublic", "false"),
            Map.entry("secureTransportOnly", "true"),
            Map.entry("objectOwnership", "BucketOwnerEnforced"),
            Map.entry("lifecycle", "true"),
            Map.entry("expirationDays", "30"),
            Map.entry("logging", "logs-*"),
            Map.entry("objectLock", "true"),
            Map.entry("replication", "false"));

    private static final Map<String, Object> TYPED = Map.of(
            "encryption", List.of("AES256", "aws:kms"),
            "bucketKey", true,
            "publicAccessBlocked", true,
            "policyPublic", false,
            "secureTransportOnly", true,
            "lifecycle", true,
            "expirationDays", 30,
            "objectLock", true,
            "replication", false);

    @Test
    void nameEachElementAndItsTypedValue() {
        Map<String, Map<String, Object>> expected = TEXTS.keySet().stream()
                .collect(Collectors.toMap(
                        Function.identity(), name -> Map.of(name, TYPED.getOrDefault(name, TEXTS.get(name)))));
        Map<String, Map<String, Object>> actual = RequirementElement.ALL.stream()
                .collect(Collectors.toMap(RequirementElement::name, element -> element.parser()
                        .apply(TEXTS.get(element.name()))
                        .parameters()));
        assertEquals(expected, actual);
    }
}
