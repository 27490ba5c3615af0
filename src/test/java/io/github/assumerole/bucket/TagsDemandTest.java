package io.github.assumerole.bucket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagsDemandTest {
    private static Optional<String> fault(String glob, String value) {
        return new TagsDemand(Map.of("team", glob)).fault(Map.of("team", value, "other", "x"));
    }

    @ParameterizedTest
    @CsvSource({
        "core, core",
        "core*, core-2",
        "*, anything at all",
        "*, ''",
        "'', ''",
        "c?re, c*re",
        "c*e, c?e",
        "'S\u00fcd*', 'S\u00fcdwest'"
    })
    void isMet(String glob, String value) {
        assertEquals(Optional.empty(), fault(glob, value));
    }

    @ParameterizedTest
    @CsvSource({"core, Core", "core, core-2", "'', x", "?*, ''"})
    void isNotMetByAnotherValue(String glob, String value) {
        assertEquals(Optional.of("tag team is '" + value + "', expected '" + glob + "'"), fault(glob, value));
    }

    @Test
    void isNotMetByAMissingTagWhateverItsGlob() {
        assertEquals(
                Optional.of("tag team is not set, expected '*'"),
                new TagsDemand(Map.of("team", "*")).fault(Map.of("Team", "core")));
    }

    @Test
    void tellsEachTagThatIsWrongInTheOrderOfTheDemands() {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("team", "core");
        tags.put("env", "prod");
        tags.put("cost center", "42*");
        TagsDemand demand = new TagsDemand(tags);
        assertEquals("tag team=core, tag env=prod, tag cost center=42*", demand.title());
        assertEquals(
                Optional.of("tag team is not set, expected 'core'; tag cost center is '1', expected '42*'"),
                demand.fault(Map.of("env", "prod", "cost center", "1")));
        tags.clear();
        assertEquals("tag team=core, tag env=prod, tag cost center=42*", demand.title());
    }

    @Test
    void refusesToDemandNothing() {
        Map<String, String> none = Map.of();
        Exception refusal = assertThrows(IllegalArgumentException.class, () -> new TagsDemand(none));
        assertEquals("is empty; name a tag at least", refusal.getMessage());
    }

    @Test
    void aForgedValueStaysInItsLine() {
        FakeCatalog catalog =
                FakeCatalog.of(Buckets.bucket("app")).keeps("app", Setting.TAGS, Map.of("team", "x\n[INFO] fine"));
        DetailedRule rule = Buckets.rule("app", new TagsDemand(Map.of("team", "core")));
        BucketFacts facts = new BucketSurvey(catalog, Lookup.LIST, BucketSelection.EVERYTHING)
                .look(new BucketPolicy(List.of(rule)));
        assertEquals(
                "app: tag team is 'x\\u{000a}[INFO] fine', expected 'core'",
                rule.check(facts).get(0).message());
    }

    @Test
    void isAboutTags() {
        assertEquals(Setting.TAGS, new TagsDemand(Map.of("team", "core")).setting());
    }
}
