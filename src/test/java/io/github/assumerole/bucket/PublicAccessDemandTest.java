package io.github.assumerole.bucket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAccessDemandTest {
    private static final Map<String, String> ALL_ON = Map.of(
            "BlockPublicAcls", "true",
            "IgnorePublicAcls", "true",
            "BlockPublicPolicy", "true",
            "RestrictPublicBuckets", "true");

    private static Optional<String> fault(boolean blocked, Map<String, String> values) {
        return new PublicAccessDemand(blocked).fault(values);
    }

    @Test
    void isBlockedWhenAllFourFlagsAreOn() {
        assertEquals(Optional.empty(), fault(true, ALL_ON));
        assertEquals(Optional.of("publicAccessBlocked is true, expected false"), fault(false, ALL_ON));
    }

    @ParameterizedTest
    @ValueSource(strings = {"BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"})
    void isNotBlockedWhenOneIsOffOrMissing(String flag) {
        Map<String, String> values = new HashMap<>(ALL_ON);
        for (String off : List.of("false", "")) {
            values.put(flag, off);
            assertEquals(
                    Optional.of("publicAccessBlocked is false (off: " + flag + "), expected true"),
                    fault(true, values));
            assertEquals(Optional.empty(), fault(false, values));
        }
        values.remove(flag);
        assertEquals(
                Optional.of("publicAccessBlocked is false (off: " + flag + "), expected true"), fault(true, values));
    }

    @Test
    void isNotBlockedWhenItWasNeverSet() {
        assertEquals(
                Optional.of("publicAccessBlocked is false (off: BlockPublicAcls, IgnorePublicAcls, BlockPublicPolicy,"
                        + " RestrictPublicBuckets), expected true"),
                fault(true, Map.of()));
        assertEquals(Optional.empty(), fault(false, Map.of()));
    }

    @Test
    void isAboutThePublicAccessBlock() {
        assertEquals(Setting.PUBLIC_ACCESS_BLOCK, new PublicAccessDemand(true).setting());
        assertEquals("publicAccessBlocked true", new PublicAccessDemand(true).title());
        assertEquals("publicAccessBlocked false", new PublicAccessDemand(false).title());
    }
}
