package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.codehaus.plexus.component.configurator.BasicComponentConfigurator;
import org.codehaus.plexus.component.configurator.ComponentConfigurationException;
import org.codehaus.plexus.component.configurator.ComponentConfigurator;
import org.codehaus.plexus.component.configurator.ConfigurationListener;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The configurator of the goals does what Maven's own does: the same values, the same debug log, the same errors. */
class GoalConfiguratorTest {
    private final Build build = new Build(Build.project("app", "bucket", "app-logs"));

    /** The fields of a goal, and what Maven logs with -X, or the message of the error. */
    private record Outcome(Map<String, String> fields, List<String> log, String error) {}

    @ParameterizedTest
    @ValueSource(strings = {"assume-role", "list-buckets", "init-rules", "iam-policy", "check-leaks"})
    void setsDefaultValues(String goal) throws Exception {
        assertSame(goal, Build.bound(goal).getConfiguration());
    }

    @ParameterizedTest
    @ValueSource(strings = {"assume-role", "list-buckets", "init-rules", "iam-policy", "check-leaks"})
    void setsEveryParameterFromThePom(String goal) throws Exception {
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        for (Parameter parameter : PluginXml.goal(goal).getParameters()) {
            configuration.addChild(GoalFactory.parse(element(parameter)));
        }

        Outcome outcome = assertSame(goal, configuration);

        assertEquals("", outcome.error());
        assertTrue(outcome.log().size() >= configuration.getChildCount(), outcome.log()::toString);
    }

    private static String element(Parameter parameter) {
        String name = parameter.getName();
        String value =
                switch (parameter.getType()) {
                    case "boolean" -> String.valueOf(!name.startsWith("skip"));
                    case "int", "java.lang.Integer" -> "7";
                    case "java.util.List", "java.util.Map" -> "<a>1</a><b>${bucket}</b>";
                    default -> "${bucket}-x";
                };
        return "<" + name + ">" + value + "</" + name + ">";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<maxRows>many</maxRows>",
                "<maxRows><a>1</a></maxRows>",
                "<quiet><a>1</a></quiet>",
                "<prefix><a>1</a></prefix>",
                "<requiredBuckets implementation=\"java.util.LinkedList\"><a>1</a></requiredBuckets>",
                "<requiredBuckets implementation=\"no.Such\"><a>1</a></requiredBuckets>",
                "<requiredBuckets>a,b</requiredBuckets>",
                "<requiredBuckets/>",
                "<requiredBuckets><a/><b>1</b></requiredBuckets>",
                "<requiredBuckets><a> 1 </a><a>1</a></requiredBuckets>",
                "<requiredBuckets><a><b>1</b></a></requiredBuckets>",
                "<requiredBuckets><a>${undefined}</a></requiredBuckets>",
                "<requiredBuckets><a>${project}</a></requiredBuckets>",
                "<requiredBuckets><a default-value=\"1\"/></requiredBuckets>",
                "<requiredBuckets><a implementation=\"java.lang.Integer\">1</a></requiredBuckets>",
                "<sessionTags>text</sessionTags>",
                "<required-buckets><a>1</a></required-buckets>",
                "<unknown>1</unknown>",
                "<outputDirectory>${undefined}</outputDirectory>",
                "<maxRows default-value=\"5\">${undefined}</maxRows>"
            })
    void handlesUnusualElementsAsMavenDoes(String element) throws Exception {
        assertSame("list-buckets", GoalFactory.parse("<configuration>" + element + "</configuration>"));
    }

    /** Maven's own configurator would make an instance of the class of the goal's package. */
    @Test
    void readsEntryThatIsNamedLikeAClass() throws Exception {
        Xpp3Dom configuration = GoalFactory.parse(
                "<configuration><requiredBuckets><receipt>app-1</receipt></requiredBuckets></configuration>");

        Outcome outcome = outcome(new GoalConfigurator(), "list-buckets", configuration);

        assertEquals("class java.util.ArrayList [app-1]", outcome.fields().get("requiredBuckets"));
    }

    /**
     * Maven 3 adds the expression of the parameter to the element, and its configurator would then prefer the property.
     */
    @Test
    void prefersEntriesOfPomToProperty() throws Exception {
        build.define("assume-role.formats", "json");
        Xpp3Dom configuration = GoalFactory.parse(
                "<configuration><formats>${assume-role.formats}<format>csv</format></formats></configuration>");

        Outcome outcome = outcome(new GoalConfigurator(), "list-buckets", configuration);

        assertEquals("class java.util.ArrayList [csv]", outcome.fields().get("formats"));
    }

    @Test
    void theGoalsNameThisConfigurator() {
        for (MojoDescriptor goal : PluginXml.goals()) {
            assertEquals(
                    goal.getGoal().equals("help") ? null : GoalConfigurator.NAME,
                    goal.getComponentConfigurator(),
                    goal.getGoal());
        }
    }

    private Outcome assertSame(String goal, Xpp3Dom configuration) throws Exception {
        Outcome expected = outcome(new BasicComponentConfigurator(), goal, configuration);
        Outcome actual = outcome(new GoalConfigurator(), goal, configuration);
        assertEquals(expected, actual);
        return actual;
    }

    private Outcome outcome(ComponentConfigurator configurator, String name, Xpp3Dom configuration) throws Exception {
        MojoExecution execution = Build.bound(name);
        Mojo goal = (Mojo) Class.forName(PluginXml.goal(name).getImplementation())
                .getDeclaredConstructor()
                .newInstance();
        List<String> log = new ArrayList<>();
        PlexusConfiguration elements = new XmlPlexusConfiguration(configuration);
        try {
            configurator.configureComponent(
                    goal,
                    elements,
                    new PluginParameterExpressionEvaluator(build.session(), execution),
                    GoalFactory.realm(),
                    new Recording(log));
            return new Outcome(fields(goal), log, "");
        } catch (ComponentConfigurationException failure) {
            String element = failure.getFailedConfiguration() == null
                    ? ""
                    : failure.getFailedConfiguration().getName();
            return new Outcome(fields(goal), log, element + ": " + failure.getMessage());
        }
    }

    private static Map<String, String> fields(Mojo goal) throws IllegalAccessException {
        Map<String, String> fields = new TreeMap<>();
        for (Class<?> type = goal.getClass(); type != AbstractMojo.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                field.setAccessible(true);
                Object value = field.get(goal);
                fields.put(field.getName(), value == null ? "null" : value.getClass() + " " + value);
            }
        }
        return fields;
    }

    private record Recording(List<String> log) implements ConfigurationListener {
        @Override
        public void notifyFieldChangeUsingSetter(String field, Object value, Object target) {
            log.add("(s) " + field + " = " + value);
        }

        @Override
        public void notifyFieldChangeUsingReflection(String field, Object value, Object target) {
            log.add("(f) " + field + " = " + value);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"skip", "skipListBuckets"})
    void setsNothingOfASkippedGoal(String skip) throws Exception {
        MojoExecution execution = Build.bound("list-buckets");
        GoalFactory.element(execution, skip).setValue("true");
        GoalFactory.element(execution, "maxRows").setValue("many");
        ListBucketsMojo goal = new ListBucketsMojo();

        GoalFactory.configure(goal, build.session(), execution);

        assertEquals(fields(new ListBucketsMojo()), fields(goal));
    }

    @Test
    void skipsByUserProperty() throws Exception {
        build.define("assume-role.skip", "true");
        AssumeRoleMojo goal = new AssumeRoleMojo();

        GoalFactory.configure(goal, build.session(), Build.bound("assume-role"));

        assertEquals(fields(new AssumeRoleMojo()), fields(goal));
    }

    /** The goal rejects it, with all of its parameters. */
    @ParameterizedTest
    @ValueSource(strings = {"false", "TRUE", "yes"})
    void setsTheParametersUnlessSkipIsTrue(String skip) throws Exception {
        MojoExecution execution = Build.bound("list-buckets");
        GoalFactory.element(execution, "skip").setValue(skip);
        ListBucketsMojo goal = new ListBucketsMojo();

        GoalFactory.configure(goal, build.session(), execution);

        assertEquals("class java.lang.Integer 200", fields(goal).get("maxRows"));
    }

    /** Maven reports which parameter is invalid. */
    @Test
    void namesTheInvalidParameter() {
        MojoExecution execution = Build.bound("list-buckets");
        GoalFactory.element(execution, "maxRows").setValue("many");

        ComponentConfigurationException failure = assertThrows(
                ComponentConfigurationException.class,
                () -> GoalFactory.configure(new ListBucketsMojo(), build.session(), execution));

        assertEquals("maxRows", failure.getFailedConfiguration().getName());
        assertEquals("Cannot convert 'many' to int", failure.getMessage());
    }
}
