package io.github.assumerole;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fails when a room imports what it must not; the rooms are those of the design. */
final class ArchitectureTest {
    private static final Path MAIN = Path.of(System.getProperty("basedir", ""), "src/main/java");
    private static final String BASE = "io.github.assumerole.";
    private static final String SDK = "software.amazon.awssdk";

    /** What each room may name, besides itself and {@code java.*}. */
    private static final Map<String, List<String>> ALLOWED = Map.of(
            "maven",
            List.of(
                    "org.apache.maven.",
                    "org.codehaus.plexus.",
                    "org.eclipse.aether.",
                    "javax.inject.",
                    BASE + "role.",
                    BASE + "bucket.",
                    BASE + "sink.",
                    BASE + "leak.",
                    BASE + "iam.",
                    BASE + "text.",
                    BASE + "aws."),
            "aws",
            List.of(SDK + ".", "javax.net.ssl.", BASE + "role.", BASE + "bucket.", BASE + "text."),
            "bucket",
            List.of("javax.xml.stream.", BASE + "role.", BASE + "text."),
            "sink",
            List.of(BASE + "role.", BASE + "text."),
            "leak",
            List.of(BASE + "role.", BASE + "text."),
            "iam",
            List.of(BASE + "role.", BASE + "text."),
            "role",
            List.of(BASE + "text."),
            "text",
            List.of());

    @Test
    void everyRoomNamesOnlyWhatItMay() throws IOException {
        assertHolds(Source::crossings);
    }

    @Test
    void noFileOfMavenMentionsTheSdkSoThatNoFieldOrSignatureOfAMojoDoes() throws IOException {
        assertHolds(Source::mentionsOfTheSdk);
    }

    @Test
    void nothingIsNamedAndNothingButAGoalExtendsAMojo() throws IOException {
        assertHolds(Source::componentsForMaven);
    }

    @Test
    void everyClassIsFinal() throws IOException {
        assertHolds(Source::openClasses);
    }

    @Test
    void nothingStaticHoldsState() throws IOException {
        List<String> violations = new ArrayList<>();
        for (Source source : sources()) {
            if (source.hasType()) {
                violations.addAll(staticState(source.type()));
            }
        }
        assertEquals("", String.join("\n", violations));
    }

    @Test
    void allSourcesAreReadAndEachLiesInARoom() throws IOException {
        Set<String> found = new LinkedHashSet<>();
        for (Source source : sources()) {
            assertTrue(ALLOWED.containsKey(source.room()), () -> source + " lies in no room of the design");
            found.add(source.room());
        }
        assertTrue(found.containsAll(List.of("role", "bucket", "aws", "maven")), () -> "read only " + found);
    }

    /** The rules themselves: each finds what is planted, and nothing else. */
    @Nested
    class FindsPlanted {
        @ParameterizedTest
        @CsvSource({
            "role,   software.amazon.awssdk.regions.Region",
            "role,   org.apache.maven.plugin.AbstractMojo",
            "role,   org.eclipse.aether.SessionData",
            "role,   org.codehaus.plexus.util.FileUtils",
            "role,   javax.inject.Inject",
            "role,   javax.net.ssl.SSLException",
            "role,   org.slf4j.Logger",
            "role,   sun.misc.Unsafe",
            "role,   io.github.assumerole.bucket.Bucket",
            "role,   io.github.assumerole.sink.CredentialSink",
            "role,   io.github.assumerole.maven.AssumeRoleMojo",
            "bucket, software.amazon.awssdk.services.s3.S3Client",
            "bucket, io.github.assumerole.aws.Aws",
            "bucket, io.github.assumerole.sink.CredentialSink",
            "bucket, org.apache.maven.project.MavenProject",
            "bucket, org.codehaus.stax2.XMLStreamReader2",
            "sink,   io.github.assumerole.bucket.Bucket",
            "sink,   io.github.assumerole.maven.PropertyNames",
            "sink,   software.amazon.awssdk.auth.credentials.AwsCredentials",
            "leak,   io.github.assumerole.sink.CredentialSink",
            "leak,   org.apache.maven.execution.MavenSession",
            "iam,    io.github.assumerole.bucket.BucketPattern",
            "iam,    software.amazon.awssdk.regions.Region",
            "iam,    org.apache.maven.plugin.logging.Log",
            "aws,    io.github.assumerole.maven.AbstractAwsMojo",
            "aws,    io.github.assumerole.sink.CredentialSink",
            "aws,    io.github.assumerole.leak.Leak",
            "aws,    io.github.assumerole.iam.IamAdvice",
            "aws,    org.apache.maven.plugin.logging.Log",
            "aws,    javax.inject.Inject",
            "maven,  software.amazon.awssdk.regions.Region",
            "maven,  com.google.inject.Injector"
        })
        void crossingsInEveryForm(String room, String type) {
            String owner = type.substring(0, type.lastIndexOf('.'));
            List<String> expected = List.of(room + "/Planted.java names " + type);
            assertEquals(expected, planted(room, "import " + type + ";").crossings());
            assertEquals(
                    expected,
                    planted(room, "import static " + type + ".MEMBER;").crossings());
            assertEquals(
                    List.of(room + "/Planted.java names " + owner + ".*"),
                    planted(room, "import " + owner + ".*;").crossings());
            assertEquals(
                    expected,
                    planted(room, "final class A { " + type + " field; }").crossings());
            assertEquals(
                    expected,
                    planted(room, "final class A { Object o = " + type + ".of(); }")
                            .crossings());
            assertEquals(
                    expected, planted(room, "@" + type + " final class A {}").crossings());
            assertEquals(
                    expected,
                    planted(room, "final class A<T extends " + type + "> {}").crossings());
        }

        @ParameterizedTest
        @CsvSource({
            "role,   java.util.List",
            "role,   java.net.http.HttpClient",
            "role,   io.github.assumerole.role.Secret",
            "bucket, io.github.assumerole.role.AccessFailed",
            "bucket, javax.xml.stream.XMLStreamReader",
            "sink,   io.github.assumerole.role.SessionCredentials",
            "leak,   io.github.assumerole.role.Secret",
            "iam,    io.github.assumerole.role.RoleArn",
            "aws,    software.amazon.awssdk.regions.Region",
            "aws,    io.github.assumerole.bucket.Bucket",
            "maven,  org.apache.maven.plugin.AbstractMojo",
            "maven,  io.github.assumerole.aws.Aws",
            "maven,  io.github.assumerole.sink.CredentialSink",
            "maven,  io.github.assumerole.iam.IamAdvice"
        })
        void noCrossingWhereThereIsNone(String room, String type) {
            assertEquals(
                    List.of(),
                    planted(room, "import " + type + "; final class A { " + type + " f; }")
                            .crossings());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "// org.apache.maven.plugin.Mojo",
                    "/* import org.apache.maven.plugin.Mojo; */",
                    "/** {@link org.apache.maven.plugin.Mojo} */",
                    "String s = \"org.apache.maven.plugin.Mojo\";",
                    "String s = \"\\\"org.apache.maven.plugin.Mojo\\\\\";",
                    "String s = \"\"\"\n org.apache.maven.plugin.Mojo \"quoted\"\n \"\"\";",
                    "char c = '\"'; // org.apache.maven.plugin.Mojo \"",
                    "int n = first.second().Third;"
                })
        void noCrossingInCommentsAndTexts(String code) {
            assertEquals(List.of(), planted("role", code).crossings());
        }

        @Test
        void aCrossingThatComesAfterCommentsAndTexts() {
            String code = "/* \" */ String s = \"/* \\\" // \"; char c = '\"'; org.apache.maven.plugin.Mojo m;";
            assertEquals(
                    List.of("role/Planted.java names org.apache.maven.plugin.Mojo"),
                    planted("role", code).crossings());
        }

        @Test
        void aWordOfTheSdkInARoomThatKnowsMaven() {
            String code = "/** Not even {@link software.amazon.awssdk.regions.Region} in a comment. */";
            assertEquals(
                    List.of("maven/Planted.java mentions software.amazon.awssdk"),
                    planted("maven", code).mentionsOfTheSdk());
            assertEquals(List.of(), planted("aws", code).mentionsOfTheSdk());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "@Named final class A {}",
                    "@Named(\"a\") final class A {}",
                    "@javax.inject.Named final class A {}",
                    "@Singleton final class A {}",
                    "@Component(role = A.class) final class A {}",
                    "final class A extends AbstractMojo {}",
                    "final class A extends AbstractAwsMojo {}",
                    "final class A implements Mojo {}"
                })
        void aComponentThatIsNoGoal(String code) {
            assertEquals(1, planted("maven", code).componentsForMaven().size(), code);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "@Mojo(name = \"a\") final class A extends AbstractAwsMojo {}",
                    "abstract class A extends AbstractMojo {}",
                    "// @Named\n final class A {}",
                    "final class A { RoleName named; }"
                })
        void noComponentInAGoalOrItsBase(String code) {
            assertEquals(List.of(), planted("maven", code).componentsForMaven());
        }

        @ParameterizedTest
        @CsvSource({
            "class A {}, 1",
            "public class A {}, 1",
            "final class A { static class B {} }, 1",
            "final class A {}, 0",
            "public final class A {}, 0",
            "abstract class A {}, 0",
            "sealed class A permits B {}, 0",
            "final class A { Class<?> c = A.class; }, 0",
            "record A(int i) {}, 0",
            "// class A, 0"
        })
        void aClassThatIsOpen(String code, int count) {
            assertEquals(count, planted("role", code).openClasses().size());
        }

        @Test
        void stateThatIsStatic() {
            assertEquals(
                    List.of(
                            "Stateful.array is static state",
                            "Stateful.counter is static state",
                            "Stateful.list is static state",
                            "Stateful.nothing is static state",
                            "Stateful.number is static state",
                            "Stateful.text is static state",
                            "Inner.map is static state"),
                    staticState(Stateful.class));
            assertEquals(List.of(), staticState(Stateless.class));
        }

        private Source planted(String room, String code) {
            return new Source(BASE + room, "Planted", code);
        }
    }

    @SuppressWarnings("unused")
    private static final class Stateful {
        private static final int[] array = {1};
        private static final AtomicInteger counter = new AtomicInteger();
        private static final List<String> list = new ArrayList<>();
        private static final Object nothing = new Object();
        private static int number = 1;
        private static String text = "a";

        private static final class Inner {
            private static final Map<String, String> map = new HashMap<>();
        }
    }

    @SuppressWarnings("unused")
    private static final class Stateless {
        private static final int NUMBER = 1;
        private static final String TEXT = "a";
        private static final Pattern PATTERN = Pattern.compile("a");
        private static final Duration DURATION = Duration.ZERO;
        private static final List<String> LIST = List.of("a");
        private static final Set<String> SET = Set.of("a");
        private static final Map<String, String> MAP = Map.of("a", "b");
        private static final Comparator<String> ORDER = Comparator.comparing(String::length);
        private int instance;
    }

    /** The static fields of a class, and of those within it, that can change or hold what can. */
    private static List<String> staticState(Class<?> type) {
        List<String> state = new ArrayList<>();
        Arrays.stream(type.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                .filter(field -> !Modifier.isFinal(field.getModifiers()) || !isImmutable(valueOf(field)))
                .map(field -> type.getSimpleName() + "." + field.getName() + " is static state")
                .sorted()
                .forEach(state::add);
        Arrays.stream(type.getDeclaredClasses()).forEach(inner -> state.addAll(staticState(inner)));
        return state;
    }

    private static Object valueOf(Field field) {
        try {
            field.setAccessible(true);
            return field.get(null);
        } catch (IllegalAccessException hidden) {
            throw new AssertionError(hidden);
        }
    }

    private static boolean isImmutable(Object value) {
        if (value instanceof List<?> list) {
            return List.copyOf(list) == list;
        }
        if (value instanceof Set<?> set) {
            return Set.copyOf(set) == set;
        }
        if (value instanceof Map<?, ?> map) {
            return Map.copyOf(map) == map;
        }
        return value instanceof String
                || value instanceof Number && value.getClass().getPackageName().equals("java.lang")
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof Pattern
                || value instanceof Duration
                || value instanceof Comparator
                || value instanceof Enum
                || isOurValue(value.getClass());
    }

    /** Whether a class is one of ours, all of whose fields are final. */
    private static boolean isOurValue(Class<?> type) {
        return type.getName().startsWith(BASE)
                && Arrays.stream(type.getDeclaredFields()).allMatch(field -> Modifier.isFinal(field.getModifiers()));
    }

    private static void assertHolds(Function<Source, List<String>> rule) throws IOException {
        assertEquals(
                "",
                sources().stream()
                        .flatMap(source -> rule.apply(source).stream())
                        .collect(joining("\n")));
    }

    private static List<Source> sources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            List<Source> sources = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                String owner = MAIN.relativize(file.getParent())
                        .toString()
                        .replace(file.getFileSystem().getSeparator(), ".");
                String name = file.getFileName().toString().replace(".java", "");
                sources.add(new Source(owner, name, Files.readString(file)));
            }
            return sources;
        }
    }

    /** A file of Java, and what is wrong with it. */
    private record Source(String owner, String name, String text) {
        /** Texts of several lines, texts, characters, and both kinds of comment: whatever begins first. */
        private static final Pattern NO_CODE = Pattern.compile("(?s)\"\"\".*?(?<!\\\\)\"\"\""
                + "|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])+'|//[^\\n]*|/\\*.*?\\*/");

        private static final Pattern PACKAGE = Pattern.compile("(?m)^package [^;]*;");

        /** A type with its package in front, or all types of a package. */
        private static final Pattern QUALIFIED = Pattern.compile("(?<![\\w.)])(?:[a-z_]\\w*\\.){2,}(?:[A-Z]\\w*|\\*)");

        private static final Pattern COMPONENT = Pattern.compile("@(?:[\\w.]+\\.)?(?:Named|Singleton|Component)\\b");
        private static final Pattern MOJO = Pattern.compile("(?:extends|implements) +(?:[\\w.]+\\.)?\\w*Mojo\\b");
        private static final Pattern CLASS = Pattern.compile("(?<![.\\w])((?:[a-z-]+ +)*)class +([A-Z]\\w*)");

        private List<String> crossings() {
            return found(QUALIFIED, PACKAGE.matcher(code()).replaceAll("")).stream()
                    .filter(type -> !isAllowed(type))
                    .map(type -> this + " names " + type)
                    .toList();
        }

        private boolean isAllowed(String type) {
            return type.startsWith("java.")
                    || type.startsWith(BASE + room() + ".")
                    || ALLOWED.get(room()).stream().anyMatch(type::startsWith);
        }

        private List<String> mentionsOfTheSdk() {
            return room().equals("maven") && text.contains(SDK) ? List.of(this + " mentions " + SDK) : List.of();
        }

        private List<String> componentsForMaven() {
            List<String> components = new ArrayList<>();
            found(COMPONENT, code()).forEach(annotation -> components.add(this + " is " + annotation));
            boolean goalOrBase = code().contains("@Mojo(") || code().contains("abstract class");
            if (!goalOrBase) {
                found(MOJO, code()).forEach(parent -> components.add(this + " " + parent + " and is no goal"));
            }
            return components;
        }

        private List<String> openClasses() {
            return CLASS.matcher(code())
                    .results()
                    .filter(found -> !found.group(1).matches(".*\\b(?:final|abstract|sealed)\\b.*"))
                    .map(found -> this + " has a class that is not final: " + found.group(2))
                    .toList();
        }

        private String code() {
            return NO_CODE.matcher(text).replaceAll(" ");
        }

        private String room() {
            return owner.startsWith(BASE) ? owner.substring(BASE.length()).split("\\.")[0] : owner;
        }

        private boolean hasType() {
            return !name.equals("package-info");
        }

        private Class<?> type() {
            try {
                return Class.forName(owner + "." + name);
            } catch (ClassNotFoundException missing) {
                throw new AssertionError(missing);
            }
        }

        private static Set<String> found(Pattern pattern, String code) {
            return pattern.matcher(code).results().map(MatchResult::group).collect(toCollection(LinkedHashSet::new));
        }

        @Override
        public String toString() {
            return room() + "/" + name + ".java";
        }
    }
}
