package io.github.assumerole;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.Mojo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Fails when a room depends on what it must not, or when a class outside of a room uses what only the room may use. */
final class ArchitectureTest {
    private static final String BASE = "io.github.assumerole.";
    private static final String SDK = "software.amazon.awssdk..";
    private static final List<String> MAVEN =
            List.of("org.apache.maven..", "org.codehaus.plexus..", "org.eclipse.aether..", "javax.inject..");

    private static final JavaClasses MAIN = new ClassFileImporter()
            .importPath(Path.of(System.getProperty("basedir", ""), "target/classes/io"))
            .that(not(DescribedPredicate.describe(
                    "generated", type -> type.getName().startsWith(BASE + "goal.HelpMojo"))));

    /** What each room may use, besides itself and {@code java..}; a room is a package with its subpackages. */
    private static Stream<Arguments> rooms() {
        return Stream.of(
                Arguments.of("text", List.of()),
                Arguments.of("role", rooms("text")),
                Arguments.of("oidc", rooms("role", "text")),
                Arguments.of("bucket", and(List.of("javax.xml.stream.."), rooms("role", "text"))),
                Arguments.of("report", rooms("bucket", "role", "text")),
                Arguments.of("iam", rooms("role", "text")),
                Arguments.of("codeartifact", rooms("role", "text")),
                Arguments.of("export", rooms("role", "text")),
                Arguments.of("leak", rooms("role", "text")),
                Arguments.of(
                        "aws",
                        and(
                                List.of(SDK, "org.slf4j..", "javax.net.ssl..", "javax.xml.stream.."),
                                rooms("role", "oidc", "bucket", "codeartifact", "text"))),
                Arguments.of("build", and(MAVEN, rooms("role", "export", "codeartifact", "text"))),
                Arguments.of(
                        "goal",
                        and(
                                MAVEN,
                                rooms(
                                        "build",
                                        "aws",
                                        "role",
                                        "oidc",
                                        "bucket",
                                        "report",
                                        "iam",
                                        "export",
                                        "leak",
                                        "codeartifact",
                                        "text"))));
    }

    private static List<String> rooms(String... names) {
        return Arrays.stream(names).map(name -> BASE + name + "..").toList();
    }

    private static List<String> and(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rooms")
    void roomDependsOnItsNeighboursOnly(String room, List<String> allowed) {
        List<String> all = and(List.of("java..", BASE + room + ".."), allowed);
        classes()
                .that()
                .resideInAPackage(BASE + room + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(all.toArray(String[]::new))
                        .or(DescribedPredicate.describe("primitives", ArchitectureTest::isPrimitive)))
                .check(MAIN);
    }

    private static boolean isPrimitive(JavaClass type) {
        return type.getBaseComponentType().isPrimitive();
    }

    @Test
    void everyClassIsInARoom() {
        Set<String> known =
                new TreeSet<>(rooms().map(room -> (String) room.get()[0]).toList());
        Set<String> found = new TreeSet<>();
        MAIN.forEach(type -> found.add(room(type)));
        assertEquals(known, found);
    }

    private static String room(JavaClass type) {
        return type.getPackageName().substring(BASE.length()).split("\\.")[0];
    }

    @Test
    void roomsFormNoCircle() {
        slices().matching(BASE + "(*)..").should().beFreeOfCycles().check(MAIN);
    }

    /**
     * The subpackages of one room. None uses the package goal. Only Aws uses the other packages of aws, which use the
     * rest of that package; all of it can use aws.profile.
     */
    @Test
    void packagesFormNoCircle() {
        slices().matching(BASE + "(bucket|goal|leak).(**)")
                .should()
                .beFreeOfCycles()
                .check(MAIN);
        slices().matching(BASE + "aws.(*)").should().beFreeOfCycles().check(MAIN);
        noClasses()
                .that()
                .resideInAPackage(BASE + "goal.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BASE + "goal")
                .check(MAIN);
        noClasses()
                .that()
                .resideInAnyPackage(BASE + "aws.*..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(BASE + "aws.Aws")
                .check(MAIN);
        noClasses()
                .that(resideInAPackage(BASE + "aws").and(not(isAws())))
                .should()
                .dependOnClassesThat(
                        resideInAPackage(BASE + "aws.*..").and(not(resideInAPackage(BASE + "aws.profile"))))
                .check(MAIN);
    }

    private static DescribedPredicate<JavaClass> isAws() {
        return DescribedPredicate.describe(
                "Aws", type -> topLevel(type).getName().equals(BASE + "aws.Aws"));
    }

    /** What other rooms may use of a room with subpackages; the rest is public for its own subpackages only. */
    private static final Map<String, String> API = Map.of(
            "aws",
                    "Aws AwsConnection AwsEndpoints BucketQuery BuildServices CaBundle CallLimits Network SdkLogging SharedSettings profile.FileVersion profile.SharedFilesCache",
            "bucket",
                    "AccountContext Bucket BucketCatalog BucketCollector BucketLookup BucketPattern BucketSelection BucketSettingsReader"
                            + " BucketSnapshot BucketState CallEvidence CallResult SecureTransport SelectionConflict Setting"
                            + " SharedListingCatalog SharedListings SortedBuckets UnknownReason"
                            + " rule.AvailableName rule.BucketCount rule.BucketRule rule.BucketSettingsRule rule.Finding"
                            + " rule.ForbiddenBucket rule.RequiredBucket rule.RulesFile"
                            + " rule.RulesFileWriter rule.RulesReader rule.RulesXml rule.setting.RequirementElement gate.BucketInspector gate.BucketPolicy gate.BucketReport"
                            + " gate.GatePoller gate.Lookup gate.RuleResult gate.UndecidedGate gate.Verdict",
            "leak", "KnownSecret Leak LeakReport LeakScan ScanLimits ScanStatistics Unscanned",
            "goal", "");

    @Test
    void otherRoomsUseWhatARoomOffersAndNoMore() {
        Set<String> offered = new TreeSet<>();
        API.forEach((room, names) -> Stream.of(names.split(" "))
                .filter(name -> !name.isEmpty())
                .map(name -> room + "." + name)
                .forEach(offered::add));
        Map<String, String> used = new TreeMap<>();
        for (JavaClass type : MAIN) {
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> topLevel(dependency.getTargetClass().getBaseComponentType()))
                    .filter(target ->
                            target.getName().startsWith(BASE) && !room(target).equals(room(type)))
                    .filter(target -> API.containsKey(room(target)))
                    .forEach(target -> used.put(target.getName().substring(BASE.length()), room(type)));
        }
        assertEquals(offered, used.keySet(), () -> "used by: " + used);
    }

    private static JavaClass topLevel(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::topLevel).orElse(type);
    }

    @Test
    void onlyTheSubpackagesOfAwsUseTheSdk() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + "aws.*..")
                .should()
                .dependOnClassesThat(resideInAPackage(SDK))
                .check(MAIN);
    }

    @Test
    void onlyGoalsExtendMojosAndAtMostTwoBaseClassesStandBetween() {
        classes()
                .that()
                .areAssignableTo(Mojo.class)
                .and()
                .doNotHaveModifier(JavaModifier.ABSTRACT)
                .should()
                .beAnnotatedWith(org.apache.maven.plugins.annotations.Mojo.class)
                .check(MAIN);
        classes()
                .that()
                .areAssignableTo(AbstractMojo.class)
                .should(be(
                        "at most three classes below AbstractMojo", type -> depthBelow(AbstractMojo.class, type) <= 3))
                .check(MAIN);
    }

    private static int depthBelow(Class<?> base, JavaClass type) {
        return type.isEquivalentTo(base)
                ? 0
                : 1 + depthBelow(base, type.getRawSuperclass().orElseThrow());
    }

    @Test
    void nothingIsAComponentForMaven() {
        noClasses()
                .should()
                .beAnnotatedWith("javax.inject.Named")
                .orShould()
                .beAnnotatedWith("javax.inject.Singleton")
                .orShould()
                .beAnnotatedWith("org.codehaus.plexus.component.annotations.Component")
                .check(MAIN);
    }

    @Test
    void everyClassIsFinalOrMadeToBeExtended() {
        classes()
                .that()
                .areNotAnonymousClasses()
                .should(be(
                        "final, abstract or sealed",
                        type -> type.getModifiers().contains(JavaModifier.FINAL)
                                || type.getModifiers().contains(JavaModifier.ABSTRACT)
                                || type.isEnum()
                                || type.reflect().isSealed()))
                .check(MAIN);
    }

    @Test
    void nothingStaticHoldsState() {
        statelessFields().check(MAIN);
    }

    @Test
    void staticStateOfEveryKindIsFound() {
        JavaClasses planted = new ClassFileImporter().importClasses(Stateful.class, Stateful.Inner.class);
        assertEquals(
                List.of("array", "counter", "list", "map", "nothing", "number", "text"),
                planted.stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(ArchitectureTest::isState)
                        .map(JavaField::getName)
                        .sorted()
                        .toList());
        statelessFields().check(new ClassFileImporter().importClasses(Stateless.class));
    }

    private static ArchRule statelessFields() {
        return classes().should(be("without static state", type -> type.getFields().stream()
                .noneMatch(ArchitectureTest::isState)));
    }

    private static ArchCondition<JavaClass> be(String what, java.util.function.Predicate<JavaClass> holds) {
        return new ArchCondition<>("be " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                events.add(new SimpleConditionEvent(type, holds.test(type), type.getName() + " is to be " + what));
            }
        };
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

    /** Whether a field is static and can change, or contains what can. */
    private static boolean isState(JavaField declared) {
        Field field = declared.reflect();
        return Modifier.isStatic(field.getModifiers())
                && !field.isSynthetic()
                && (!Modifier.isFinal(field.getModifiers()) || !isImmutable(valueOf(field)));
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
}
