package io.github.assumerole.goal.config.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.build.PluginCoordinates;
import io.github.assumerole.goal.Build;
import io.github.assumerole.goal.config.GoalConfiguration;
import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.InvalidConfigurationException;
import java.io.StringReader;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.BuildBase;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.PluginManagement;
import org.apache.maven.model.Profile;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecution.Source;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Elements of the POM, as Maven gives them before it configures a goal; all versions of Maven merge them so. */
class DeclaredPluginTest {
    private final MavenProject project = Build.project("app");
    private final MojoExecution gate =
            new MojoExecution(Build.bound("list-buckets").getMojoDescriptor(), "gate", Source.LIFECYCLE);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<requiredBucket>x</requiredBucket> | requiredBucket: unknown parameter; did you mean requiredBuckets"
                        + " (iam-policy, list-buckets)?",
                "<requiredbuckets>x</requiredbuckets> | requiredbuckets: unknown parameter; did you mean requiredBuckets"
                        + " (iam-policy, list-buckets)?",
                "<assume-role.receiptFile>x</assume-role.receiptFile> | assume-role.receiptFile: unknown parameter; did"
                        + " you mean receiptFile (assume-role)?",
                "<listBuckets.skip>x</listBuckets.skip> | listBuckets.skip: unknown parameter; did you mean"
                        + " skipListBuckets (list-buckets)?",
                "<color>x</color> | color: unknown parameter; remove it, or see the parameters in"
                        + " mvn assume-role:help -Ddetail",
                "<region/> | region: is empty; set a value or remove it",
                "<bucketRules/> | bucketRules: is empty; set a value or remove it",
                "<exportTo> , </exportTo> | exportTo: is empty; set a value or remove it",
                "<requiredBuckets><bucket/></requiredBuckets> | requiredBuckets: has an empty entry; remove it, or give it"
                        + " a value",
                "<sessionTags><Project/></sessionTags> | sessionTags.Project: is empty; set a value or remove it",
                "<sessionTags><P>a</P><P>b</P></sessionTags> | sessionTags.P: is given twice, and Maven uses only one;"
                        + " merge the two elements",
                "<requiredBuckets>a</requiredBuckets><requiredBuckets>b</requiredBuckets> | requiredBuckets: is given"
                        + " twice, and Maven uses only one; merge the two elements",
                "<overwrite>yes</overwrite> | overwrite: is 'yes', expected true or false",
                "<quiet>TRUE</quiet> | quiet: is 'TRUE', expected true or false",
            })
    void rejectsElement(String elements, String problem) throws Exception {
        declare(project.getModel(), elements);

        assertEquals(problem, problems(gate));
    }

    /** Maven merges the text of a parent with the child elements of a child. */
    @Test
    void rejectsTextMergedWithElements() throws Exception {
        Plugin plugin = declare(project.getModel(), "<requiredBuckets><bucket>b</bucket></requiredBuckets>");
        ((Xpp3Dom) plugin.getConfiguration()).getChild("requiredBuckets").setValue("a");

        assertEquals(
                "requiredBuckets: has the text 'a' and child elements, and Maven uses only one of them; write it in one"
                        + " form",
                problems(gate));
    }

    /** Another goal can define the property before the goal that reads it runs. */
    @Test
    void acceptsElements() throws Exception {
        declare(
                project.getModel(),
                """
                <requiredBuckets><bucket>a</bucket><bucket>a</bucket></requiredBuckets>
                <receiptFile>${receipt}</receiptFile><quiet>${silent}</quiet><exportTo>none,</exportTo>
                <sessionTags><Project>${tag}</Project></sessionTags><overwrite>false</overwrite>
                <bucketRules><rule><tags/><tags/></rule></bucketRules>""");

        assertEquals("", problems(gate));
    }

    /** Maven handles the parameter as if the POM did not have it. */
    @Test
    void rejectsElementThatReadsItsOwnUndefinedProperty() throws Exception {
        Plugin plugin = declare(project.getModel(), "<roleArn>${assume-role.roleArn}</roleArn>");
        addExecution(
                plugin,
                "gate",
                "<requiredBuckets>${assume-role.requiredBuckets}</requiredBuckets><minBuckets>${assume-role.minBuckets}"
                        + "</minBuckets><quiet>${assume-role.quiet}</quiet><roleArn>${assume-role.roleArn}</roleArn>");
        addExecution(plugin, "other", "<maxBuckets>${assume-role.maxBuckets}</maxBuckets>");
        gate.setLifecyclePhase("verify");

        assertEquals(
                """
                minBuckets: ${assume-role.minBuckets} is not defined; define it or remove <minBuckets>
                requiredBuckets: ${assume-role.requiredBuckets} is not defined; define it or remove <requiredBuckets>
                roleArn: ${assume-role.roleArn} is not defined; define it or remove <roleArn>""",
                problems(gate));
    }

    @Test
    void acceptsElementThatReadsItsOwnProperty() throws Exception {
        declare(project.getModel(), "<requiredBuckets>${assume-role.requiredBuckets}</requiredBuckets>");
        project.getProperties().setProperty("assume-role.requiredBuckets", "app-logs");
        gate.setLifecyclePhase("verify");

        assertEquals("", problems(gate));
    }

    @Test
    void rejectsElementOfPluginThatReadsItsOwnUndefinedPropertyOnCommandLine() throws Exception {
        project.getBuild().setPluginManagement(new PluginManagement());
        project.getBuild()
                .getPluginManagement()
                .addPlugin(plugin("<requiredBuckets>${assume-role.requiredBuckets}</requiredBuckets>"));

        assertEquals(
                "requiredBuckets: ${assume-role.requiredBuckets} is not defined; define it or remove <requiredBuckets>",
                problems(Build.onCommandLine("list-buckets")));
    }

    /** The enforcer's rule has a configuration of its own. */
    @Test
    void ignoresElementThatReadsItsOwnUndefinedPropertyOutsideOfAPhase() throws Exception {
        declare(project.getModel(), "<requiredBuckets>${assume-role.requiredBuckets}</requiredBuckets>");

        assertEquals("", problems(gate));
    }

    @Test
    void acceptsProjectWithoutPlugin() {
        assertEquals("", problems(gate));
    }

    /** Maven copies the elements of the plugin into each execution. */
    @Test
    void reportsElementsOfPluginOnceAndNamesOtherExecutions() throws Exception {
        Plugin plugin = declare(project.getModel(), "<nope>1</nope>");
        addExecution(plugin, "assume", "<recieptFile>x</recieptFile><nope>1</nope>");
        addExecution(plugin, "gate", "<maxBucket>1</maxBucket><nope>1</nope>");

        assertEquals(
                """
                nope: unknown parameter; remove it, or see the parameters in mvn assume-role:help -Ddetail
                recieptFile (execution assume): unknown parameter; did you mean receiptFile (assume-role)?
                maxBucket: unknown parameter; did you mean maxBuckets (iam-policy, list-buckets)?""",
                problems(gate));
    }

    @Test
    void checksPluginManagement() throws Exception {
        Plugin plugin = plugin("<minBucket>1</minBucket>");
        project.getBuild().setPluginManagement(new PluginManagement());
        project.getBuild().getPluginManagement().addPlugin(plugin);

        assertEquals(
                "minBucket: unknown parameter; did you mean minBuckets (iam-policy, list-buckets)?",
                problems(Build.onCommandLine("list-buckets")));
    }

    /** Maven merges an empty element with the value of a parent. */
    @Test
    void rejectsEmptyElementOfOwnPomThatParentFills() throws Exception {
        declare(project.getModel(), "<region>eu-west-1</region><profile>ci</profile><roleArn>r</roleArn>");
        Model own = project.getOriginalModel();
        addExecution(declare(own, ""), "other", "<region/>");
        own.getBuild().setPluginManagement(new PluginManagement());
        own.getBuild().getPluginManagement().addPlugin(plugin("<profile/>"));
        own.addProfile(profile("active", "<roleArn/>"));
        own.addProfile(profile("inactive", "<serverId/>"));
        project.setInjectedProfileIds("it:app:1", List.of("active"));

        assertEquals(
                """
                region (execution other): is empty; set a value or remove it
                profile: is empty; set a value or remove it
                roleArn: is empty; set a value or remove it""",
                problems(gate));
    }

    private static Plugin declare(Model model, String elements) throws Exception {
        if (model.getBuild() == null) {
            model.setBuild(new org.apache.maven.model.Build());
        }
        Plugin plugin = plugin(elements);
        model.getBuild().addPlugin(plugin);
        return plugin;
    }

    private static Profile profile(String id, String elements) throws Exception {
        Profile profile = new Profile();
        profile.setId(id);
        profile.setBuild(new BuildBase());
        profile.getBuild().addPlugin(plugin(elements));
        return profile;
    }

    private static Plugin plugin(String elements) throws Exception {
        String[] coordinates = PluginCoordinates.KEY.split(":");
        Plugin plugin = new Plugin();
        plugin.setGroupId(coordinates[0]);
        plugin.setArtifactId(coordinates[1]);
        plugin.setConfiguration(configuration(elements));
        return plugin;
    }

    private static void addExecution(Plugin plugin, String id, String elements) throws Exception {
        PluginExecution execution = new PluginExecution();
        execution.setId(id);
        execution.setConfiguration(configuration(elements));
        plugin.addExecution(execution);
    }

    private static Xpp3Dom configuration(String elements) throws Exception {
        return Xpp3DomBuilder.build(new StringReader("<configuration>" + elements + "</configuration>"));
    }

    private String problems(MojoExecution execution) {
        execution.setConfiguration(Build.bound("list-buckets").getConfiguration());
        ConfigurationProblems problems = new ConfigurationProblems();
        MavenSession session = new Build(project).session();
        new ConfigurationCheck(session, project, execution)
                .check(new GoalConfiguration(session, execution), problems, warning -> {});
        return problems.isEmpty()
                ? ""
                : assertThrows(InvalidConfigurationException.class, problems::throwIfAny)
                        .getMessage();
    }
}
