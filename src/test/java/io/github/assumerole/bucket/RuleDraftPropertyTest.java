package io.github.assumerole.bucket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.fuzz.AnyText;
import io.github.assumerole.fuzz.Told;
import io.github.assumerole.role.InvalidConfiguration.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever stands in a rule, be it in the POM or in a file. */
class RuleDraftPropertyTest {
    @Property(seed = Told.SEED)
    void isARuleOrRefused(@ForAll("drafts") RuleDraft draft) {
        AtomicReference<Optional<DetailedRule>> rule = new AtomicReference<>();

        List<Problem> problems = Told.by(validation -> rule.set(draft.toRule(validation, "bucketRules[1]")));

        assertEquals(problems.isEmpty(), rule.get().isPresent());
        rule.get().ifPresent(read -> {
            Told.assertOneLine(read.title());
            assertEquals(draft.bucket().strip(), read.about().toString());
        });
    }

    @Provide
    Arbitrary<RuleDraft> drafts() {
        Arbitrary<Drafts> settings = Combinators.combine(
                        maybe("app-logs", "app-*"),
                        maybe("eu-central-1", "eu-*"),
                        maybe("Enabled", "Suspended", "Disabled"),
                        maybe("AES256", "aws:kms"),
                        maybe("alias/a", "*"),
                        maybe("true", "false"),
                        maybe("BucketOwnerEnforced"))
                .as((bucket, region, versioning, encryption, key, blocked, ownership) -> Drafts.about(bucket)
                        .with("region", region)
                        .with("versioning", versioning)
                        .with("encryption", encryption)
                        .with("kmsKeyId", key)
                        .with("publicAccessBlocked", blocked)
                        .with("objectOwnership", ownership));
        Arbitrary<Map<String, String>> tags = Arbitraries.maps(
                        maybe("team", "a b").map(String::valueOf), maybe("core*"))
                .ofMaxSize(3);
        return Combinators.combine(
                        settings,
                        maybe("true", "false"),
                        maybe("error", "warn"),
                        maybe("because"),
                        maybe("true"),
                        tags.injectNull(0.4),
                        maybe("team=core", "=", "a=b=c").list().ofMaxSize(3).injectNull(0.4))
                .as((draft, exists, level, message, skip, keysAndGlobs, tagged) -> {
                    draft.with("exists", exists)
                            .with("level", level)
                            .with("message", message)
                            .with("skip", skip);
                    if (keysAndGlobs != null) {
                        draft.tags(keysAndGlobs.entrySet().stream()
                                .flatMap(tag -> Stream.of(tag.getKey(), tag.getValue()))
                                .toArray(String[]::new));
                    }
                    return draft.tagged(tagged).draft();
                });
    }

    /** Mostly what belongs there, or nothing. */
    private static Arbitrary<String> maybe(String... valid) {
        return Arbitraries.frequencyOf(
                Tuple.of(12, Arbitraries.of(valid)),
                Tuple.of(6, Arbitraries.just((String) null)),
                Tuple.of(1, AnyText.of(valid)),
                Tuple.of(1, AnyText.near(Arbitraries.of(valid), valid)));
    }
}
