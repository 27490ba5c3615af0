package io.github.assumerole.bucket.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.bucket.Setting;
import io.github.assumerole.bucket.rule.setting.SettingRequirement;
import io.github.assumerole.fuzz.AnyText;
import io.github.assumerole.fuzz.ParserContract;
import io.github.assumerole.text.InvalidConfigurationException.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** Any content of a rules file. */
class RulesFilePropertyTest {
    private static final Pattern LINE = Pattern.compile("line (\\d+)");
    private static final List<String> ELEMENTS = Stream.concat(
                    Stream.of("bucketRules", "rule", "tag"), RuleText.ELEMENTS.stream())
            .toList();
    private static final String[] WORDS =
            ("<|>|</|/>|<rule>|</rule>|<bucket>|<!--|-->|<![CDATA[|]]>|<?xml version=\"1.0\"?>|<?"
                            + "|<!DOCTYPE x [<!ENTITY y \"z\">]>|&y;|&lt;|&#0;|&#x10ffff;|&| x=\"1\"| xmlns:a=\"b\"|a:|<tags>|<a/>"
                            + "|encoding=\"|UTF-16|\u0000|app-logs|app-*")
                    .split("\\|");

    private final PrintStream errors = System.err;
    private Path file;

    @BeforeProperty
    void makeFile() throws IOException {
        file = Files.createTempFile("rules", ".xml");
        // The JDK's parser also prints errors of the encoding.
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
    }

    @AfterProperty
    void removeFile() throws IOException {
        System.setErr(errors);
        Files.delete(file);
    }

    @Property(seed = ParserContract.SEED)
    void readsRulesOrReportsProblemsOfAnyBytes(@ForAll("bytes") byte[] content) {
        read(content);
    }

    @Property(seed = ParserContract.SEED)
    void readsRulesOrReportsProblemsOfAnyElements(@ForAll("documents") String xml) {
        read(xml.getBytes(StandardCharsets.UTF_8));
    }

    @Property(seed = ParserContract.SEED)
    void readsWrittenRulesThatTheBucketsSatisfy(
            @ForAll("accounts") Map<String, Map<Setting, Map<String, String>>> account) {
        String xml = RulesFileWriter.of(account);

        Read read = read(xml.getBytes(StandardCharsets.UTF_8));

        boolean noValidName = account.keySet().stream().noneMatch(name -> name.matches("[A-Za-z0-9._-]{3,255}"));
        assertEquals(noValidName, !read.problems.isEmpty(), xml);
        for (BucketSettingsRule rule : read.rules) {
            Map<Setting, Map<String, String>> settings =
                    account.get(rule.scope().buckets().toString());
            for (SettingRequirement requirement : rule.requirements()) {
                assertTrue(
                        requirement
                                .violation(settings.get(requirement.setting()))
                                .isEmpty(),
                        () -> requirement.title() + "\n" + xml);
            }
        }
    }

    private record Read(List<BucketSettingsRule> rules, List<Problem> problems) {}

    private Read read(byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<BucketSettingsRule> rules = new ArrayList<>();
        List<Problem> problems = ParserContract.problems(collected -> rules.addAll(RulesFile.read(file, collected)));
        rules.forEach(rule -> ParserContract.assertOneLine(rule.title()));
        assertFalse(rules.isEmpty() && problems.isEmpty(), "neither a rule nor a problem");
        int lines = lines(content);
        problems.forEach(problem -> assertTrue(line(problem) <= lines, problem::toString));
        return new Read(rules, problems);
    }

    /** The line in the message; 0 if it concerns the whole file. */
    private int line(Problem problem) {
        Matcher line = LINE.matcher(problem.toString().replace(file.toString(), ""));
        return line.find() ? Integer.parseInt(line.group(1)) : 0;
    }

    /** At most; in all encodings, each end of a line has one of these. */
    private static int lines(byte[] content) {
        int lines = 1;
        for (byte b : content) {
            lines += b == '\n' || b == '\r' || b < 0 ? 1 : 0;
        }
        return lines;
    }

    @Provide
    Arbitrary<byte[]> bytes() {
        Arbitrary<byte[]> noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(200);
        Arbitrary<byte[]> encoded = Combinators.combine(
                        AnyText.near(documents(), WORDS),
                        Arbitraries.of(
                                StandardCharsets.UTF_8,
                                StandardCharsets.ISO_8859_1,
                                StandardCharsets.UTF_16,
                                StandardCharsets.UTF_16LE))
                .as(String::getBytes);
        Arbitrary<byte[]> hit = Combinators.combine(
                        encoded, Arbitraries.doubles().between(0, 1), noise)
                .as((text, where, bytes) -> {
                    byte[] copy = Arrays.copyOf(text, text.length + 1);
                    int at = (int) (where * text.length);
                    System.arraycopy(bytes, 0, copy, at, Math.min(bytes.length, Math.min(4, copy.length - at)));
                    return copy;
                });
        return Arbitraries.oneOf(noise, encoded, hit);
    }

    @Provide
    Arbitrary<String> documents() {
        Arbitrary<String> rules = rule().list().ofMaxSize(3).map(list -> String.join("\n", list));
        Arbitrary<String> whole = Combinators.combine(
                        Arbitraries.of("", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", "<!-- x -->"),
                        rules,
                        Arbitraries.of("", "\n", "<!-- y -->"))
                .as((before, inside, after) -> before + "<bucketRules>" + inside + "</bucketRules>" + after);
        return Arbitraries.oneOf(whole, element(3), AnyText.near(whole, WORDS), AnyText.of(WORDS));
    }

    /** Mostly a valid rule. */
    private static Arbitrary<String> rule() {
        Arbitrary<String> child = Arbitraries.frequencyOf(
                Tuple.of(
                        9,
                        Combinators.combine(Arbitraries.of(ELEMENTS), texts()).as(RulesFilePropertyTest::element)),
                Tuple.of(1, Arbitraries.lazy(() -> element(2))));
        return Combinators.combine(
                        Arbitraries.of("app-logs", "app-*", "*", ""),
                        child.list().uniqueElements().ofMaxSize(4))
                .as((bucket, children) -> element("rule", element("bucket", bucket) + String.join("", children)));
    }

    /** An element of any name in an element of any name. */
    private static Arbitrary<String> element(int depth) {
        Arbitrary<String> name = Arbitraries.oneOf(
                Arbitraries.of(ELEMENTS), Arbitraries.of("a", "rules", "Rule", "x:rule", "\u00fc", "tag1", "-", "a b"));
        Arbitrary<String> inside = depth == 0
                ? texts()
                : Arbitraries.lazy(() -> Arbitraries.oneOf(texts(), element(depth - 1))
                        .list()
                        .ofMaxSize(4)
                        .map(parts -> String.join("", parts)));
        return Combinators.combine(name, inside).as(RulesFilePropertyTest::element);
    }

    private static String element(String name, String inside) {
        return "<" + name + ">" + inside + "</" + name + ">";
    }

    private static Arbitrary<String> texts() {
        Arbitrary<String> known = Arbitraries.of(
                "true",
                "false",
                "Enabled",
                "Disabled",
                "AES256",
                "aws:kms",
                "error",
                "warn",
                "eu-*",
                "team=core",
                "<tag>a=b</tag>",
                "BucketOwnerEnforced",
                "<team>core*</team>",
                "arn:aws:kms:eu-west-1:111122223333:key/1");
        return Arbitraries.frequencyOf(
                Tuple.of(6, known),
                Tuple.of(2, AnyText.of().map(text -> text.replace("&", "&amp;").replace("<", "&lt;"))),
                Tuple.of(1, AnyText.of(WORDS)));
    }

    @Provide
    Arbitrary<Map<String, Map<Setting, Map<String, String>>>> accounts() {
        Arbitrary<String> names = Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.of("app-logs", "app.data", "A_b")),
                Tuple.of(1, AnyText.of("app", "--", "-->")));
        return Arbitraries.maps(names, settings()).ofMinSize(1).ofMaxSize(3);
    }

    private static Arbitrary<Map<Setting, Map<String, String>>> settings() {
        return Combinators.combine(
                        values("LocationConstraint", "eu-central-1", "us-east-1"),
                        values("Status", "Enabled", "Suspended"),
                        Combinators.combine(
                                        values("SSEAlgorithm", "AES256", "aws:kms", "aws:kms:dsse"),
                                        values(
                                                "KMSMasterKeyID",
                                                "alias/a",
                                                "1-2",
                                                "arn:aws:kms:eu-west-1:444455556666:key/1-2"))
                                .as(RulesFilePropertyTest::both),
                        values("BlockPublicAcls", "true", "false"),
                        Arbitraries.maps(texts(), texts()).ofMaxSize(4),
                        values("ObjectOwnership", "BucketOwnerEnforced", "ObjectWriter"))
                .as((region, versioning, encryption, block, tags, ownership) -> {
                    Map<Setting, Map<String, String>> settings = new EnumMap<>(Setting.class);
                    settings.put(Setting.REGION, region);
                    settings.put(Setting.VERSIONING, versioning);
                    settings.put(Setting.ENCRYPTION, encryption);
                    settings.put(Setting.PUBLIC_ACCESS_BLOCK, block);
                    settings.put(Setting.TAGS, tags);
                    settings.put(Setting.OBJECT_OWNERSHIP, ownership);
                    return settings;
                });
    }

    private static Map<String, String> both(Map<String, String> one, Map<String, String> other) {
        Map<String, String> both = new HashMap<>(one);
        both.putAll(other);
        return both;
    }

    private static Arbitrary<Map<String, String>> values(String element, String... values) {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.of(values).map(value -> Map.of(element, value))),
                Tuple.of(1, Arbitraries.just(Map.of())),
                Tuple.of(1, AnyText.of(values).map(value -> Map.of(element, value))));
    }
}
