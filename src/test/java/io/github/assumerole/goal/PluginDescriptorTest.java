package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.NodeList;

/** Plugin descriptor that Maven, {@code help:describe} and IDEs read. */
class PluginDescriptorTest {
    private static final Map<String, String> SKIPS = Map.of(
            "skipAssumeRole",
            "assume-role.assumeRole.skip",
            "skipListBuckets",
            "assume-role.listBuckets.skip",
            "skipIamPolicy",
            "assume-role.iamPolicy.skip",
            "skipInitRules",
            "assume-role.initRules.skip",
            "skipCheckLeaks",
            "assume-role.checkLeaks.skip");

    @Test
    void hasGoalsOfManual() {
        assertEquals(
                Set.of("assume-role", "list-buckets", "iam-policy", "init-rules", "check-leaks", "help"),
                PluginXml.goals().stream().map(MojoDescriptor::getGoal).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @CsvSource({"assume-role, initialize", "list-buckets, verify", "check-leaks, verify"})
    void bindsGoalToPhase(String goal, String phase) {
        assertEquals(phase, PluginXml.goal(goal).getPhase());
    }

    @ParameterizedTest
    @MethodSource("goals")
    void runsInParallelWithoutProjectAndOffline(MojoDescriptor goal) {
        assertAll(
                () -> assertTrue(goal.isThreadSafe(), "threadSafe"),
                () -> assertFalse(goal.isProjectRequired(), "requiresProject"),
                () -> assertFalse(goal.isAggregator(), "aggregator: it would run in each module all the same"),
                () -> assertFalse(goal.isOnlineRequired(), "requiresOnline: Maven would skip the gate and succeed"),
                () -> assertTrue(goal.isInheritedByDefault(), "inherited: -pl would bypass the gate otherwise"),
                () -> assertFalse(goal.isDirectInvocationOnly(), "requiresDirectInvocation"));
    }

    @ParameterizedTest
    @MethodSource("goals")
    void describesGoalAndItsFirstVersion(MojoDescriptor goal) {
        assertProse(goal.getDescription());
        assertEquals("1.0.0", goal.getSince());
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void namesPropertyAfterParameter(Parameter parameter) {
        String property = SKIPS.getOrDefault(parameter.getName(), "assume-role." + parameter.getName());

        assertEquals(isPomOnly(parameter) ? null : "${" + property + "}", parameter.getExpression());
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void describesParameter(Parameter parameter) {
        assertProse(parameter.getDescription());
        assertTrue(parameter.isEditable());
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void hasNoParameterForSecrets(Parameter parameter) {
        boolean soundsSecret = Stream.of("password", "secret", "token", "accesskey")
                .anyMatch(word -> parameter.getName().toLowerCase(Locale.ROOT).contains(word));
        boolean namesItsSource =
                parameter.getName().endsWith("Env") || parameter.getName().endsWith("File");

        assertTrue(!soundsSecret || namesItsSource, "-X prints every parameter");
    }

    @Test
    void documentsNestedParametersAsPomOnly() {
        assertEquals(
                Set.of("sessionTags", "bucketRules"),
                parameters().stream()
                        .filter(PluginDescriptorTest::isPomOnly)
                        .map(Parameter::getName)
                        .collect(Collectors.toSet()));
        assertTrue(parameters().stream()
                .filter(PluginDescriptorTest::isPomOnly)
                .allMatch(parameter -> parameter.getDescription().contains("POM only")));
    }

    /**
     * Numbers have bounds, a default is an example, and some parameters refer to another goal. Of the rest, one lists
     * its values, and a policy is too long.
     */
    @Test
    void givesExampleOfEachText() {
        Set<String> texts = Set.of("java.lang.String", "java.util.List", "java.util.Map", "java.io.File");
        assertEquals(
                List.of(),
                parameters().stream()
                        .filter(parameter -> texts.contains(parameter.getType()))
                        .filter(parameter -> parameter.getDefaultValue() == null)
                        .filter(parameter -> !parameter.getDescription().matches("(?s).*for example.*|As for .*"))
                        .map(Parameter::getName)
                        .filter(name -> !Set.of("policy", "webIdentity").contains(name))
                        .toList());
    }

    @Test
    void hasParametersOfManual() {
        Set<String> shared = Set.of(
                "skip",
                "roleArn",
                "roleSessionName",
                "sanitizeSessionName",
                "durationSeconds",
                "externalId",
                "sourceIdentity",
                "sessionTags",
                "transitiveTagKeys",
                "policy",
                "policyFile",
                "policyArns",
                "sourceRoles",
                "profile",
                "serverId",
                "webIdentityTokenFile",
                "webIdentity",
                "webIdentityAudience",
                "mfaSerial",
                "mfaTokenEnv",
                "allowedAccountIds",
                "region",
                "endpointUrl",
                "stsEndpointUrl",
                "minRemainingSeconds",
                "connectTimeoutSeconds",
                "callTimeoutSeconds",
                "maxAttempts",
                "propertyPrefix");

        assertEquals(
                union(
                        shared,
                        Set.of(
                                "skipAssumeRole",
                                "exportTo",
                                "exportServerId",
                                "codeArtifactDomain",
                                "codeArtifactDomainOwner",
                                "codeArtifactRegion",
                                "receiptFile")),
                names("assume-role"));
        Set<String> selection =
                union(shared, Set.of("prefix", "includes", "excludes", "bucketRegion", "s3EndpointUrl"));
        Set<String> listing = Set.of("pageSize", "allowDefaultCredentials");
        Set<String> gate = union(
                selection,
                Set.of(
                        "requiredBuckets",
                        "forbiddenBuckets",
                        "availableNames",
                        "minBuckets",
                        "maxBuckets",
                        "bucketRules",
                        "rulesFile",
                        "lookup"));
        assertEquals(
                union(
                        union(gate, listing),
                        Set.of(
                                "skipListBuckets",
                                "failOnViolation",
                                "failIfNoRules",
                                "waitSeconds",
                                "formats",
                                "outputDirectory",
                                "reportName",
                                "stepSummary",
                                "listingMaxAgeSeconds",
                                "maxRows",
                                "quiet",
                                "exportProperties")),
                names("list-buckets"));
        assertEquals(
                union(
                        gate,
                        Set.of(
                                "skipIamPolicy",
                                "exportTo",
                                "exportServerId",
                                "codeArtifactDomain",
                                "codeArtifactDomainOwner",
                                "codeArtifactRegion",
                                "formats",
                                "trustedPrincipal",
                                "webIdentityIssuer",
                                "webIdentitySubject",
                                "outputFile")),
                names("iam-policy"));
        assertEquals(
                union(union(selection, listing), Set.of("skipInitRules", "rulesFile", "overwrite", "settings")),
                names("init-rules"));
        assertEquals(Set.of("skip", "skipCheckLeaks", "leakIncludes", "leakExcludes"), names("check-leaks"));
    }

    /** Eclipse reports an error for a bound goal without an entry. */
    @Test
    void hasEclipseMappingForEachGoal() throws Exception {
        NodeList goals = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(PluginDescriptorTest.class
                        .getResource("/META-INF/m2e/lifecycle-mapping-metadata.xml")
                        .toString())
                .getElementsByTagName("goal");

        assertEquals(
                goals().stream().map(MojoDescriptor::getGoal).sorted().toList(),
                IntStream.range(0, goals.getLength())
                        .mapToObj(i -> goals.item(i).getTextContent())
                        .sorted()
                        .toList());
    }

    private static Set<String> names(String goal) {
        return PluginXml.goal(goal).getParameters().stream()
                .map(Parameter::getName)
                .collect(Collectors.toSet());
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet());
    }

    private static boolean isPomOnly(Parameter parameter) {
        return parameter.getType().equals(Map.class.getName())
                || parameter.getName().equals("bucketRules");
    }

    static List<MojoDescriptor> goals() {
        return Stream.of("assume-role", "list-buckets", "iam-policy", "init-rules", "check-leaks")
                .map(PluginXml::goal)
                .toList();
    }

    static List<Parameter> parameters() {
        return goals().stream().flatMap(goal -> goal.getParameters().stream()).toList();
    }

    /**
     * Sentences without markup, which help:describe would remove, and without spaces from line breaks inside of tags.
     */
    private static void assertProse(String text) {
        assertFalse(text.isBlank());
        assertTrue(text.strip().matches("(?s)[A-Z][^<>]*[.]"), text);
        assertFalse(text.matches("(?s).* [.,;:].*"), () -> "space before a punctuation mark: " + text);
    }
}
