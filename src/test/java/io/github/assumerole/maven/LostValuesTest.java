package io.github.assumerole.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.role.InvalidConfiguration;
import io.github.assumerole.role.Validation;
import java.util.Arrays;
import java.util.List;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;

/** What Maven hands over in each case was seen with Maven 3.8.7, 3.9.16 and 4.0.0-rc-6. */
class LostValuesTest {
    private static final String LIST = "requiredBuckets";
    private static final List<String> NOTHING = List.of();
    private static final String SET_TO_NOTHING = "requiredBuckets: assume-role.requiredBuckets is set, but to nothing;"
            + " give it a value, or do not set it";

    private final MavenProject project = Build.project("app");
    private final Build build = new Build(project);
    private final MojoExecution execution = Build.bound("list-buckets");

    @Test
    void acceptsWhatNobodySet() {
        assertEquals("", problems(LIST, NOTHING));
        assertEquals("", problems(LIST, null));
        assertEquals("", problems("roleArn", null));
    }

    @Test
    void acceptsAValue() {
        build.define("assume-role.requiredBuckets", "app-logs");

        assertEquals("", problems(LIST, List.of("app-logs")));
    }

    @Test
    void refusesAnEmptyUserProperty() {
        build.define("assume-role.requiredBuckets", "");

        assertEquals(SET_TO_NOTHING, problems(LIST, NOTHING));
    }

    @Test
    void refusesAnEmptySystemProperty() {
        build.systemProperty("assume-role.requiredBuckets", "");

        assertEquals(SET_TO_NOTHING, problems(LIST, NOTHING));
    }

    @Test
    void refusesAnEmptyPropertyOfThePom() {
        project.getProperties().setProperty("assume-role.requiredBuckets", "");

        assertEquals(SET_TO_NOTHING, problems(LIST, NOTHING));
    }

    @Test
    void looksOnlyAtThePropertyThatCounts() {
        project.getProperties().setProperty("assume-role.requiredBuckets", "");
        build.define("assume-role.requiredBuckets", "app-logs");

        assertEquals("", problems(LIST, List.of("app-logs")));
    }

    @Test
    void refusesAVariableOfThePomThatIsNotDefined() {
        configure(LIST).setValue("${env.BUCKETS}");

        assertEquals(
                "requiredBuckets: ${env.BUCKETS} is not defined; define it, or remove <requiredBuckets>",
                problems(LIST, NOTHING));
        assertEquals("", problems(LIST, List.of("app-logs")), "it is defined");
    }

    @Test
    void refusesAnEmptyElement() {
        configure(LIST).setValue("");

        assertEquals(
                "requiredBuckets: is empty; give it a value, or remove <requiredBuckets>", problems(LIST, NOTHING));
    }

    @Test
    void refusesAVariableOfThePomForTheRole() {
        configure("roleArn").setValue("${deploy.role}");

        assertEquals(
                "roleArn: ${deploy.role} is not defined; define it, or remove <roleArn>", problems("roleArn", null));
    }

    @Test
    void prefersThePomToTheCommandLine() {
        build.define("assume-role.requiredBuckets", "");
        configure(LIST).setValue("app-logs");

        assertEquals("", problems(LIST, List.of("app-logs")));
    }

    @Test
    void leavesElementsToTheCheckOfEachEntry() {
        build.define("assume-role.requiredBuckets", "");
        configure(LIST).addChild(new Xpp3Dom("bucket"));

        assertEquals("", problems(LIST, Arrays.asList((String) null)));
    }

    private Xpp3Dom configure(String parameter) {
        return execution.getConfiguration().getChild(parameter);
    }

    private String problems(String parameter, Object value) {
        Validation validation = new Validation();
        new LostValues(build.session(), project, execution).refuse(validation, parameter, value);
        return validation.isClean()
                ? ""
                : assertThrows(InvalidConfiguration.class, validation::finish).getMessage();
    }
}
