package io.github.assumerole.bucket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.bucket.gate.Lookup;
import io.github.assumerole.bucket.rule.Level;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BucketKeywordsTest {
    @ParameterizedTest
    @CsvSource({"auto, AUTO", "list, LIST", "head, HEAD"})
    void parsesLookup(String text, Lookup lookup) {
        assertEquals(lookup, Lookup.parse(text));
        assertEquals(text, lookup.toString());
    }

    @ParameterizedTest
    @CsvSource({"error, ERROR", "warn, WARN"})
    void parsesLevel(String text, Level level) {
        assertEquals(level, Level.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "region, REGION",
        "versioning, VERSIONING",
        "encryption, ENCRYPTION",
        "publicAccessBlocked, PUBLIC_ACCESS_BLOCK",
        "tags, TAGS",
        "objectOwnership, OBJECT_OWNERSHIP"
    })
    void parsesSetting(String text, Setting setting) {
        assertEquals(setting, Setting.parse(text));
    }

    static Stream<Arguments> unknownKeywords() {
        return Stream.of(
                Arguments.of((Function<String, ?>) Lookup::parse, "none", "auto, list, head"),
                Arguments.of((Function<String, ?>) Level::parse, "warning", "error, warn"),
                Arguments.of(
                        (Function<String, ?>) Setting::parse,
                        "acl",
                        "region, versioning, encryption, publicAccessBlocked, tags, objectOwnership, secureTransportOnly, policyPublic, lifecycle, logging, objectLock, replication"));
    }

    @ParameterizedTest
    @MethodSource("unknownKeywords")
    void rejectsAnyOtherKeyword(Function<String, ?> parser, String text, String words) {
        Exception rejection = assertThrows(IllegalArgumentException.class, () -> parser.apply(text));
        assertEquals("'" + text + "' is not one of " + words, rejection.getMessage());
    }
}
