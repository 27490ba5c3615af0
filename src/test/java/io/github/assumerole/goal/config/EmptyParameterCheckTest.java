package io.github.assumerole.goal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.goal.Build;
import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.InvalidConfigurationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Maven 3.8.7, 3.9.16 and 4.0.0-rc-6 merge the configuration that each case starts from. */
class EmptyParameterCheckTest {
    private static final String LIST = "requiredBuckets";
    private static final String EMPTY_PROPERTY =
            "requiredBuckets: assume-role.requiredBuckets is empty; set a value or remove it";

    private final MavenProject project = Build.project("app");
    private final Build build = new Build(project);
    private final MojoExecution execution = Build.bound("list-buckets");

    @Test
    void acceptsParametersThatAreNotConfigured() {
        assertEquals("", problems());
    }

    @Test
    void acceptsValue() {
        build.define("assume-role.requiredBuckets", "app-logs");

        assertEquals("", problems());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",", " , "})
    void rejectsEmptyUserProperty(String value) {
        build.define("assume-role.requiredBuckets", value);

        assertEquals(EMPTY_PROPERTY, problems());
    }

    @Test
    void rejectsEmptySystemProperty() {
        build.systemProperty("assume-role.requiredBuckets", "");

        assertEquals(EMPTY_PROPERTY, problems());
    }

    @Test
    void rejectsEmptyPropertyOfPom() {
        project.getProperties().setProperty("assume-role.requiredBuckets", "");

        assertEquals(EMPTY_PROPERTY, problems());
    }

    @Test
    void prefersUserPropertyToPropertyOfPom() {
        project.getProperties().setProperty("assume-role.requiredBuckets", "");
        build.define("assume-role.requiredBuckets", "app-logs");

        assertEquals("", problems());
    }

    @Test
    void rejectsUndefinedVariable() {
        configure(LIST).setValue("${env.BUCKETS}");
        configure("roleArn").setValue("${deploy.role}");

        assertEquals(
                "requiredBuckets: ${env.BUCKETS} is not defined; define it or remove <requiredBuckets>\n"
                        + "roleArn: ${deploy.role} is not defined; define it or remove <roleArn>",
                problems());
    }

    @Test
    void acceptsDefinedVariable() {
        configure(LIST).setValue("${env.BUCKETS}");
        build.systemProperty("env.BUCKETS", "app-logs");

        assertEquals("", problems());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ","})
    void rejectsEmptyElement(String value) {
        configure(LIST).setValue(value);

        assertEquals("requiredBuckets: is empty; set a value or remove it", problems());
    }

    @Test
    void rejectsEmptyElementOfParameterThatHasNoProperty() {
        execution.getConfiguration().addChild(new Xpp3Dom("bucketRules"));

        assertEquals("bucketRules: is empty; set a value or remove it", problems());
    }

    @Test
    void prefersElementToUserProperty() {
        build.define("assume-role.requiredBuckets", "");
        configure(LIST).setValue("app-logs");

        assertEquals("", problems());
    }

    @Test
    void leavesEntriesOfListsToTheirParser() {
        build.define("assume-role.requiredBuckets", "");
        configure(LIST).addChild(new Xpp3Dom("bucket"));

        assertEquals("", problems());
    }

    @Test
    void checksAllParameters() {
        Stream<Parameter> all = execution.getMojoDescriptor().getParameters().stream();
        String expected = all.filter(parameter -> parameter.getExpression() != null)
                .map(parameter -> {
                    String property = parameter.getExpression().replaceAll("[${}]", "");
                    build.define(property, "");
                    return parameter.getName() + ": " + property + " is empty; set a value or remove it";
                })
                .collect(Collectors.joining("\n"));

        assertEquals(expected, problems());
    }

    private Xpp3Dom configure(String parameter) {
        return execution.getConfiguration().getChild(parameter);
    }

    private String problems() {
        ConfigurationProblems validation = new ConfigurationProblems();
        new EmptyParameterCheck(build.session(), project, execution).check(validation);
        return validation.isEmpty()
                ? ""
                : assertThrows(InvalidConfigurationException.class, validation::throwIfAny)
                        .getMessage();
    }
}
