package io.github.assumerole.goal.config.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.build.ProjectProperties;
import io.github.assumerole.goal.Build;
import io.github.assumerole.goal.config.GoalConfiguration;
import io.github.assumerole.role.Secret;
import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.InvalidConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Properties, and the values of one goal, from the configuration as Maven 3.8.7, 3.9.16 and 4.0.0-rc-6 merge it;
 * {@link DeclaredPluginTest} is about the elements that do not reach a goal.
 */
class ConfigurationCheckTest {
    private static final String LIST = "requiredBuckets";
    private static final String PROPERTY = "assume-role.requiredBuckets";
    private static final String EMPTY_PROPERTY =
            "requiredBuckets: assume-role.requiredBuckets is empty; set a value or remove it";

    private final MavenProject project = Build.project("app");
    private final Build build = new Build(project);
    private final MojoExecution execution = Build.bound("list-buckets");
    private final List<String> warnings = new ArrayList<>();

    @Test
    void acceptsParametersThatAreNotConfigured() {
        assertEquals("", problems());
    }

    @Test
    void acceptsValue() {
        build.define(PROPERTY, "app-logs");

        assertEquals("", problems());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "requiredBucket | did you mean assume-role.requiredBuckets (iam-policy, list-buckets)?",
                "requiredbuckets | did you mean assume-role.requiredBuckets (iam-policy, list-buckets)?",
                "minBucket | did you mean assume-role.minBuckets (iam-policy, list-buckets)?",
                "recieptFile | did you mean assume-role.receiptFile (assume-role)?",
                "skipListBuckets | did you mean assume-role.listBuckets.skip (list-buckets)?",
                "list-buckets.skip | did you mean assume-role.listBuckets.skip (list-buckets)?",
                "bucketRules | bucketRules is POM only (iam-policy, list-buckets); set <bucketRules> in the POM",
                "sessionTag | sessionTags is POM only (assume-role, iam-policy, init-rules, list-buckets); set <sessionTags>"
                        + " in the POM",
                "buckets | remove it, or see the parameters in mvn assume-role:help -Ddetail"
            })
    void rejectsUnknownProperty(String name, String advice) {
        build.define("assume-role." + name, "nope");

        assertEquals("assume-role." + name + ": unknown property; " + advice, problems());
    }

    @Test
    void rejectsPrefixInAnotherCase() {
        build.define("Assume-Role.requiredBuckets", "nope");

        assertEquals(
                "Assume-Role.requiredBuckets: unknown property; did you mean assume-role.requiredBuckets"
                        + " (iam-policy, list-buckets)?",
                problems());
    }

    @Test
    void rejectsUnknownPropertiesFromEverywhere() {
        build.systemProperty("assume-role.minBucket", "99");
        project.getProperties().setProperty("assume-role.maxBucket", "99");

        assertEquals(
                "assume-role.maxBucket: unknown property of the POM or of settings.xml; did you mean assume-role.maxBuckets"
                        + " (iam-policy, list-buckets)?\n"
                        + "assume-role.minBucket: unknown system property; did you mean assume-role.minBuckets"
                        + " (iam-policy, list-buckets)?",
                problems());
    }

    @Test
    void acceptsPropertiesOfAllGoalsAndOtherPlugins() {
        build.define("assume-role.receiptFile", "receipt.json")
                .define("assume-role.leakIncludes", "dist")
                .define("assumerole.requiredBucket", "nope")
                .define("requiredBucket", "nope");

        assertEquals("", problems());
    }

    @Test
    void acceptsPublishedProperties() {
        project.getProperties().setProperty("assume-role.buckets.count", "3");

        assertEquals("", problems());
    }

    @Test
    void acceptsPropertiesThatAnotherPrefixPublishes() {
        Map<String, Secret> published = Map.of("assume-role.session.accountId", Secret.of("444455556666"));
        ProjectProperties.of("assume-role.session.", project, execution, build.session())
                .publish(published, warning -> {});

        assertEquals("", problems());
    }

    @Test
    void acceptsPropertyThatPomReads() {
        build.define("assume-role.version", "1.0.0").define("assume-role.versions", "1.0.0");
        project.getOriginalModel().setDescription("Uses ${assume-role.version}.");

        assertEquals(
                "assume-role.versions: unknown property; remove it, or see the parameters in mvn assume-role:help -Ddetail",
                problems());
    }

    @Test
    void acceptsPropertyThatParentReads() {
        build.define("assume-role.version", "1.0.0");
        MavenProject parent = Build.project("parent");
        parent.getOriginalModel().setDescription("Uses ${assume-role.version}.");
        project.setParent(parent);

        assertEquals("", problems());
    }

    /** A parent defines it for all of its modules; {@code -pl} can leave out the one that reads it. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void acceptsPropertyThatOnlyAnotherModuleReads(boolean selected) {
        project.getProperties().setProperty("assume-role.stage", "test");
        MavenProject sibling = Build.project("sibling");
        MavenProject parent = Build.project("parent");
        sibling.setParent(parent);
        Build several = selected ? new Build(project, sibling) : new Build(project);
        several.session().setAllProjects(List.of(project, sibling));
        assertEquals(
                "assume-role.stage: unknown property of the POM or of settings.xml; remove it, or see the parameters in mvn assume-role:help"
                        + " -Ddetail",
                problems(several));

        sibling.getOriginalModel().setDescription("Stage ${assume-role.stage}");
        assertEquals("", problems(several));

        sibling.getOriginalModel().setDescription("");
        parent.getOriginalModel().setDescription("Stage ${assume-role.stage}");
        assertEquals("", problems(several));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",", " , "})
    void rejectsEmptyUserProperty(String value) {
        build.define(PROPERTY, value);

        assertEquals(EMPTY_PROPERTY, problems());
    }

    @Test
    void rejectsEmptySystemProperty() {
        build.systemProperty(PROPERTY, "");

        assertEquals(EMPTY_PROPERTY, problems());
    }

    @Test
    void rejectsEmptyPropertyOfPom() {
        project.getProperties().setProperty(PROPERTY, "");

        assertEquals(EMPTY_PROPERTY, problems());
    }

    @Test
    void prefersUserPropertyToPropertyOfPom() {
        project.getProperties().setProperty(PROPERTY, "");
        build.define(PROPERTY, "app-logs");

        assertEquals("", problems());
    }

    /** Maven 3 lets the empty property replace the list. */
    @ParameterizedTest
    @ValueSource(strings = {"requiredBuckets", "forbiddenBuckets", "availableNames", "allowedAccountIds"})
    void rejectsEmptyPropertyWhateverPomHas(String list) {
        build.define("assume-role." + list, "");
        configure(list).addChild(element("entry", "app-logs"));

        assertEquals(list + ": assume-role." + list + " is empty; set a value or remove it", problems());
    }

    @Test
    void rejectsEmptyPropertiesOfAllGoals() {
        Stream<MojoDescriptor> goals = execution.getMojoDescriptor().getPluginDescriptor().getMojos().stream();
        String expected = goals.flatMap(goal -> goal.getParameters().stream())
                .filter(parameter -> parameter.getExpression() != null)
                .map(parameter -> parameter.getExpression().replaceAll("[${}]", "") + " " + parameter.getName())
                .filter(names -> names.startsWith("assume-role."))
                .distinct()
                .sorted()
                .map(names -> {
                    String[] propertyAndName = names.split(" ");
                    build.define(propertyAndName[0], "");
                    return propertyAndName[1] + ": " + propertyAndName[0] + " is empty; set a value or remove it";
                })
                .collect(Collectors.joining("\n"));

        assertTrue(expected.contains("receiptFile: "), expected);
        assertEquals(expected, problems());
    }

    @Test
    void rejectsUndefinedVariable() {
        configure(LIST).setValue("${env.BUCKETS}");
        configure("roleArn").setValue("${deploy.role}");
        configure("failIfNoRules").setValue("${strict}");
        configure("bucketRules").setValue("${rules}");

        assertEquals(
                Stream.of(
                                "bucketRules ${rules}",
                                "failIfNoRules ${strict}",
                                "requiredBuckets ${env.BUCKETS}",
                                "roleArn ${deploy.role}")
                        .map(line -> line.split(" "))
                        .map(words ->
                                words[0] + ": " + words[1] + " is not defined; define it or remove <" + words[0] + ">")
                        .collect(Collectors.joining("\n")),
                problems());
    }

    @Test
    void rejectsUndefinedVariableOfTag() {
        configure("sessionTags").addChild(element("Project", "${nope}"));
        configure("sessionTags").addChild(element("Team", "web"));

        assertEquals("sessionTags.Project: ${nope} is not defined; define it or remove <Project>", problems());
    }

    @Test
    void rejectsUndefinedVariableOfEntry() {
        configure(LIST).addChild(element("bucket", "${nope}"));
        configure(LIST).addChild(element("bucket", "app-logs"));

        assertEquals("requiredBuckets: ${nope} is not defined; define it or remove <bucket>", problems());
    }

    @Test
    void leavesRulesToTheirParser() {
        Xpp3Dom rule = element("rule", null);
        rule.addChild(element("versioning", "${nope}"));
        rule.addChild(element("versionning", ""));
        configure("bucketRules").addChild(rule);

        assertEquals("", problems());
    }

    @Test
    void acceptsDefinedVariable() {
        configure(LIST).setValue("${env.BUCKETS}");
        build.systemProperty("env.BUCKETS", "app-logs");

        assertEquals("", problems());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ture", "1", "yes", "TRUE", " true"})
    void rejectsPropertyThatIsNeitherTrueNorFalse(String value) {
        build.define("assume-role.failOnViolation", value).define("assume-role.overwrite", value);

        assertEquals(
                "failOnViolation: assume-role.failOnViolation is '" + value + "', expected true or false\n"
                        + "overwrite: assume-role.overwrite is '" + value + "', expected true or false",
                problems());
    }

    @Test
    void rejectsVariableThatIsNeitherTrueNorFalse() {
        configure("failIfNoRules").setValue("${strict}");
        configure("quiet").setValue("${silent}");
        build.define("strict", "yes").define("silent", "false");

        assertEquals("failIfNoRules: is 'yes', expected true or false", problems());
    }

    @Test
    void rejectsPropertyWithUndefinedVariable() {
        project.getProperties().setProperty("assume-role.requiredBuckets", "${nope}");
        project.getProperties().setProperty("assume-role.failIfNoRules", "${nope}");
        project.getProperties().setProperty("assume-role.failOnViolation", "${strict}");
        project.getProperties().setProperty("assume-role.receiptFile", "${of.another.goal}");
        build.define("strict", "ture");

        assertEquals(
                "failIfNoRules: assume-role.failIfNoRules is ${nope}, which is not defined; define it or remove the"
                        + " property\n"
                        + "failOnViolation: assume-role.failOnViolation is 'ture', expected true or false\n"
                        + "requiredBuckets: assume-role.requiredBuckets is ${nope}, which is not defined; define it or"
                        + " remove the property",
                problems());
    }

    /** Maven 3 lets the property replace the list. */
    @Test
    void rejectsPropertyWithUndefinedVariableWhateverPomHas() {
        build.define(PROPERTY, "${env.NOPE}");
        configure(LIST).addChild(element("bucket", "app-logs"));

        assertEquals(
                "requiredBuckets: assume-role.requiredBuckets is ${env.NOPE}, which is not defined; define it or remove"
                        + " the property",
                problems());
    }

    @Test
    void rejectsListThatDiffersFromPom() {
        build.define(PROPERTY, "app-logs");
        configure(LIST).addChild(element("bucket", "nope-in-pom"));

        assertEquals(
                "requiredBuckets: the POM has 'nope-in-pom', but assume-role.requiredBuckets is 'app-logs';"
                        + " remove one of them",
                problems());
    }

    @ParameterizedTest
    @CsvSource({"minBuckets, 2, 1", "maxBuckets, 2, 3", "rulesFile, rules.xml, none.xml", "includes, app-*, web-*"})
    void rejectsRuleAndListThatDifferFromPom(String name, String inPom, String given) {
        build.define("assume-role." + name, given);
        configure(name).setValue(inPom);

        assertEquals(
                name + ": the POM has '" + inPom + "', but assume-role." + name + " is '" + given
                        + "'; remove one of them",
                problems());
    }

    @ParameterizedTest
    @ValueSource(strings = {"system", "project"})
    void rejectsPropertyOfSystemOrPomThatDiffersFromListOfPom(String source) {
        (source.equals("system") ? build.session().getSystemProperties() : project.getProperties())
                .setProperty("assume-role.allowedAccountIds", "222233334444, 333344445555");
        configure("allowedAccountIds").addChild(element("account", "444455556666"));

        assertEquals(
                "allowedAccountIds: the POM has '444455556666', but assume-role.allowedAccountIds is"
                        + " '222233334444, 333344445555'; remove one of them",
                problems());
    }

    @ParameterizedTest
    @ValueSource(strings = {"formats", "transitiveTagKeys"})
    void warnsOfOtherListThatDiffersFromPom(String list) {
        build.define("assume-role." + list, "json");
        configure(list).addChild(element("entry", "csv"));

        assertEquals("", problems());
        assertEquals(
                List.of(list + ": the POM sets it, so assume-role." + list + " is ignored; remove one of them"),
                warnings);
    }

    @Test
    void warnsOfOtherListThatIsTextInPom() {
        build.define("assume-role.formats", "json");
        configure("formats").setValue("csv");

        assertEquals("", problems());
        assertEquals(
                List.of("formats: the POM sets it, so assume-role.formats is ignored; remove one of them"), warnings);
    }

    @Test
    void acceptsSameEntriesInAnotherOrderExceptOfSourceRoles() {
        build.define(PROPERTY, "b, a").define("assume-role.sourceRoles", "b,a").define("assume-role.formats", "b,a");
        for (String list : List.of(LIST, "sourceRoles", "formats")) {
            configure(list).addChild(element("entry", "a"));
            configure(list).addChild(element("entry", "b"));
        }

        assertEquals(
                "sourceRoles: the POM has 'a, b', but assume-role.sourceRoles is 'b, a'; remove one of them",
                problems());
        assertEquals(List.of(), warnings);
    }

    @Test
    void acceptsSameValuesInPomAndProperty() {
        build.define(PROPERTY, "app-logs,app-artifacts")
                .define("assume-role.minBuckets", "2")
                .define("logs", "app-logs");
        configure(LIST).addChild(element("bucket", "${logs}"));
        configure(LIST).addChild(element("bucket", "app-artifacts"));
        configure("minBuckets").setValue("2");

        assertEquals("", problems());
        assertEquals(List.of(), warnings);
    }

    @Test
    void acceptsPomThatReadsProperty() {
        build.define("assume-role.rulesFile", "strict.xml").define("assume-role.region", "eu");
        project.getOriginalModel().setDescription("${assume-role.rulesFile} ${assume-role.region}");
        configure("rulesFile").setValue("rules/strict.xml");
        configure("region").setValue("eu-west-1");

        assertEquals("", problems());
        assertEquals(List.of(), warnings);
    }

    @Test
    void rejectsListThatDiffersFromElementsThatReadProperty() {
        build.define(PROPERTY, "app");
        project.getOriginalModel().setDescription("${assume-role.requiredBuckets}");
        configure(LIST).addChild(element("bucket", "app-logs"));

        assertEquals(
                "requiredBuckets: the POM has 'app-logs', but assume-role.requiredBuckets is 'app'; remove one of them",
                problems());
    }

    @Test
    void warnsOfPropertyThatPomOverrides() {
        build.define("assume-role.region", "us-east-1").systemProperty("assume-role.prefix", "web-");
        project.getProperties().setProperty("assume-role.profile", "default-of-the-company");
        configure("region").setValue("eu-west-1");
        configure("prefix").setValue("app-");
        configure("profile").setValue("ci");

        assertEquals("", problems());
        assertEquals(
                List.of(
                        "prefix: the POM sets it, so assume-role.prefix is ignored; remove one of them",
                        "region: the POM sets it, so assume-role.region is ignored; remove one of them"),
                warnings);
    }

    private Xpp3Dom configure(String parameter) {
        Xpp3Dom configuration = execution.getConfiguration();
        if (configuration.getChild(parameter) == null) {
            configuration.addChild(new Xpp3Dom(parameter));
        }
        return configuration.getChild(parameter);
    }

    private static Xpp3Dom element(String name, String value) {
        Xpp3Dom element = new Xpp3Dom(name);
        element.setValue(value);
        return element;
    }

    private String problems() {
        return problems(build);
    }

    private String problems(Build build) {
        ConfigurationProblems problems = new ConfigurationProblems();
        new ConfigurationCheck(build.session(), project, execution)
                .check(new GoalConfiguration(build.session(), execution), problems, warnings::add);
        return problems.isEmpty()
                ? ""
                : assertThrows(InvalidConfigurationException.class, problems::throwIfAny)
                        .getMessage();
    }
}
