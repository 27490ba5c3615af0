package io.github.assumerole.bucket.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.fuzz.AnyText;
import io.github.assumerole.fuzz.ParserContract;
import io.github.assumerole.text.InvalidConfigurationException.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Any text in a rule of a POM or a rules file. */
class RuleParserPropertyTest {
    @Property(seed = ParserContract.SEED)
    void returnsARuleOrReportsProblems(@ForAll("texts") RuleText text) {
        AtomicReference<Optional<BucketSettingsRule>> rule = new AtomicReference<>();

        List<Problem> problems =
                ParserContract.problems(found -> rule.set(RuleParser.parse(text, found, "bucketRules[1]")));

        assertEquals(problems.isEmpty(), rule.get().isPresent());
        rule.get().ifPresent(read -> {
            ParserContract.assertOneLine(read.title());
            assertEquals(
                    text.texts().get("bucket").strip(), read.scope().buckets().toString());
        });
    }

    @Provide
    Arbitrary<RuleText> texts() {
        Arbitrary<Map<String, String>> texts = Combinators.combine(Stream.of(
                                element("bucket", "app-logs", "app-*"),
                                element("exists", "true", "false"),
                                element("region", "eu-central-1", "eu-*"),
                                element("versioning", "Enabled", "Suspended", "Disabled"),
                                element("encryption", "AES256", "aws:kms"),
                                element("kmsKeyId", "alias/a", "*"),
                                element("publicAccessBlocked", "true", "false"),
                                element("objectOwnership", "BucketOwnerEnforced"),
                                element("level", "error", "warn"),
                                element("message", "because"),
                                element("skip", "true"))
                        .toList())
                .as(elements -> elements.stream()
                        .flatMap(Optional::stream)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        return Combinators.combine(
                        texts,
                        tags("team=core", "=", "a=b=c").optional(0.6),
                        text("app-l*", "app-1").list().ofMaxSize(3).optional(0.3),
                        tags("env=prod").optional(0.3))
                .as(RuleText::new);
    }

    private static Arbitrary<TagTexts> tags(String... entries) {
        return Combinators.combine(
                        Arbitraries.maps(text("team", "a b"), text("core*")).ofMaxSize(3),
                        text(entries).list().ofMaxSize(3))
                .as(TagTexts::new);
    }

    private static Arbitrary<Optional<Map.Entry<String, String>>> element(String name, String... valid) {
        return text(valid).map(text -> Map.entry(name, text)).optional(0.7);
    }

    /** Mostly a valid text. */
    private static Arbitrary<String> text(String... valid) {
        return Arbitraries.frequencyOf(
                Tuple.of(12, Arbitraries.of(valid)),
                Tuple.of(1, AnyText.of(valid)),
                Tuple.of(1, AnyText.near(Arbitraries.of(valid), valid)));
    }
}
