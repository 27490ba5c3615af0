package io.github.assumerole.goal.config.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.build.PluginCoordinates;
import io.github.assumerole.goal.Build;
import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.InvalidConfigurationException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.apache.maven.model.BuildBase;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.PluginManagement;
import org.apache.maven.model.Profile;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parents, profiles, pluginManagement, the plugin and its executions, as Maven merges them. */
class MergedListCheckTest {
    private static final String A = "<requiredBuckets><bucket>a</bucket></requiredBuckets>";
    private static final String B = "<requiredBuckets><bucket>b</bucket></requiredBuckets>";
    private static final String APPEND_A =
            "<requiredBuckets combine.children='append'><bucket>a</bucket></requiredBuckets>";
    private static final String OVERRIDE_A =
            "<requiredBuckets combine.self='override'><bucket>a</bucket></requiredBuckets>";

    private final MavenProject child = Build.project("child");
    private final MavenProject parent = Build.project("parent");
    private final MavenProject root = Build.project("root");
    private String goal = "list-buckets";

    MergedListCheckTest() {
        child.setParent(parent);
        parent.setParent(root);
    }

    private List<String> problems() {
        return problems("default", "verify");
    }

    private List<String> problems(String executionId, String phase) {
        MojoExecution execution = new MojoExecution(Build.bound(goal).getMojoDescriptor(), executionId);
        execution.setLifecyclePhase(phase);
        ConfigurationProblems problems = new ConfigurationProblems();
        new MergedListCheck(child, execution).check(problems);
        return problems.isEmpty()
                ? List.of()
                : assertThrows(InvalidConfigurationException.class, problems::throwIfAny)
                        .getMessage()
                        .lines()
                        .toList();
    }

    private static String problem(String list, String first, String second) {
        return list + ": is configured in " + first + " and in " + second
                + ", and Maven merges the two by position, so entries are lost or mixed. In " + first
                + ", set combine.children=\"append\" on the element to use the entries of both, or"
                + " combine.self=\"override\" to use only its own";
    }

    @Test
    void acceptsListsOfOnePlace() {
        plugin(child, A);
        execution(child, "other", B);

        assertEquals(List.of(), problems());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sourceRoles",
                "policyArns",
                "allowedAccountIds",
                "requiredBuckets",
                "forbiddenBuckets",
                "availableNames"
            })
    void rejectsListOfChildAndParent(String list) {
        plugin(child, A.replace("requiredBuckets", list));
        plugin(parent, B.replace("requiredBuckets", list));

        assertEquals(List.of(problem(list, "it:child:1", "it:parent:1")), problems());
    }

    @Test
    void rejectsRulesOfChildAndParent() {
        plugin(child, "<bucketRules><rule><bucket>app</bucket></rule></bucketRules>");
        plugin(parent, "<bucketRules><rule><versioning>Enabled</versioning></rule></bucketRules>");

        assertEquals(List.of(problem("bucketRules", "it:child:1", "it:parent:1")), problems());
    }

    @Test
    void ignoresListsOfOtherGoals() {
        goal = "assume-role";
        plugin(child, A);
        plugin(parent, B);

        assertEquals(List.of(), problems());
    }

    @ParameterizedTest
    @ValueSource(strings = {APPEND_A, OVERRIDE_A})
    void acceptsListThatSaysHowToMerge(String list) {
        plugin(child, list);
        plugin(parent, B);

        assertEquals(List.of(), problems());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<l><b>a</b></l>            | <l><b>a</b></l>        | true",
                "<l><b>a</b><b>b</b></l>    | <l><b>a</b></l>        | true",
                "<l><b>b</b><b>a</b></l>    | <l><b>a</b></l>        | true",
                "<l><b>a</b></l>            | <l><b>a</b><b>b</b></l> | true",
                "<l><a>a</a></l>            | <l><b>b</b></l>        | true",
                "<l/>                       | <l><b>b</b></l>        | true",
                "<l><b>b</b></l>            | <l/>                   | true",
                "<l>a</l>                   | <l>a</l>               | true",
                "<l>a</l>                   | <l>b</l>               | false",
                "<l>a</l>                   | <l><b>a</b></l>        | false",
                "<l><b>a</b></l>            | <l>a</l>               | false",
                "<l combine.children='append'>a</l> | <l>b</l>       | false",
                "<l combine.self='override'>a</l>   | <l>b</l>       | true",
                "<l><b>a</b></l>            | <l><b>b</b><b>a</b></l> | false",
                "<l><b>a</b></l>            | <l combine.children='append'><b>b</b></l> | false",
                "<l><b combine.self='override'>a</b></l> | <l><b>b</b></l> | true",
            })
    void acceptsOnlyWhatLosesNoEntry(String ofChild, String ofParent, boolean accepted) {
        plugin(child, ofChild.replaceAll("(</?)l\\b", "$1forbiddenBuckets"));
        plugin(parent, ofParent.replaceAll("(</?)l\\b", "$1forbiddenBuckets"));

        assertEquals(accepted ? 0 : 1, problems().size(), problems()::toString);
    }

    @Test
    void acceptsEqualRulesAndRejectsMixedOnes() {
        String rule = "<rule><bucket>app</bucket><versioning>Enabled</versioning></rule>";
        plugin(child, "<bucketRules>" + rule + "<rule><bucket>web</bucket></rule></bucketRules>");
        plugin(parent, "<bucketRules>" + rule + "</bucketRules>");
        assertEquals(List.of(), problems());

        plugin(root, "<bucketRules><rule><bucket>app</bucket><region>eu-*</region></rule></bucketRules>");
        assertEquals(List.of(problem("bucketRules", "it:parent:1", "it:root:1")), problems());
    }

    @Test
    void suggestsChildElementsForText() {
        plugin(child, "<requiredBuckets>a</requiredBuckets>");
        plugin(parent, B);

        assertEquals(
                List.of(problem("requiredBuckets", "it:child:1", "it:parent:1")
                        .replace(", set", ", write one child element for each entry, and set")),
                problems());
    }

    @Test
    void rejectsListOfExecutionAndPlugin() {
        execution(child, "default", A);
        plugin(parent, B);

        assertEquals(List.of(problem("requiredBuckets", "it:child:1, execution default", "it:parent:1")), problems());
        assertEquals(List.of(), problems("other", "verify"));
    }

    @Test
    void rejectsListOfPluginManagement() {
        plugin(child, A);
        managed(root, B);

        assertEquals(List.of(problem("requiredBuckets", "it:child:1", "it:root:1, pluginManagement")), problems());
    }

    @Test
    void rejectsListOfActiveProfile() {
        profile(child, "ci", A);
        plugin(child, B);
        assertEquals(List.of(), problems());

        child.setInjectedProfileIds("it:child:1", List.of("ci"));
        assertEquals(List.of(problem("requiredBuckets", "it:child:1, profile ci", "it:child:1")), problems());
    }

    /** Maven appends to the first of the two, and drops the second. */
    @ParameterizedTest
    @ValueSource(strings = {"parent", "profile", "management", "execution"})
    void rejectsElementThatParentHasTwice(String place) {
        String twice = B + B.replace(">b<", ">c<") + "<includes>a</includes><includes>b</includes><nope/><nope/>";
        plugin(child, APPEND_A);
        switch (place) {
            case "parent" -> plugin(root, twice);
            case "management" -> managed(root, twice);
            case "execution" -> execution(parent, "default", twice);
            default -> {
                profile(parent, "ci", twice);
                assertEquals(List.of(), problems());
                child.setInjectedProfileIds("it:parent:1", List.of("ci"));
            }
        }

        String message = ": is given twice, and Maven uses only one; merge the two elements";
        assertEquals(List.of("requiredBuckets" + message, "includes" + message), problems());
    }

    @Test
    void acceptsElementThatParentHasTwiceWhenChildOverridesIt() {
        plugin(child, OVERRIDE_A);
        plugin(parent, B + B);

        assertEquals(List.of(), problems());
    }

    @Test
    void ignoresWhatIsNotInherited() {
        plugin(child, A);
        plugin(parent, B).setInherited(false);
        execution(root, "default", B).setInherited(false);

        assertEquals(List.of(), problems());
    }

    @Test
    void ignoresWhatIsOverridden() {
        execution(child, "default", OVERRIDE_A);
        plugin(child, A);
        plugin(parent, B);

        assertEquals(List.of(), problems());
    }

    @Test
    void ignoresWhatAnOverridingConfigurationReplaces() {
        PluginExecution execution = execution(child, "default", A);
        configure(execution, "<configuration combine.self='override'>" + A + "</configuration>");
        plugin(child, B);

        assertEquals(List.of(), problems());
    }

    @Test
    void appendsAcrossThreePoms() {
        plugin(child, APPEND_A);
        plugin(parent, APPEND_A.replace(">a<", ">c<"));
        plugin(root, B);
        assertEquals(List.of(), problems());

        plugin(parent, B.replace(">b<", ">c<"));
        assertEquals(List.of(problem("requiredBuckets", "it:parent:1", "it:root:1")), problems());
    }

    /** With the configuration of the enforcer, not with that of this plugin. */
    @Test
    void ignoresExecutionOutsideOfAPhase() {
        plugin(child, A);
        plugin(parent, B);

        assertEquals(List.of(), problems("requireBuckets", null));
    }

    private static Plugin plugin(MavenProject pom, String configuration) {
        return configure(declared(build(pom)), "<configuration>" + configuration + "</configuration>");
    }

    private static PluginExecution execution(MavenProject pom, String id, String configuration) {
        Plugin plugin = declared(build(pom));
        PluginExecution execution = new PluginExecution();
        execution.setId(id);
        plugin.addExecution(execution);
        return configure(execution, "<configuration>" + configuration + "</configuration>");
    }

    private static void managed(MavenProject pom, String configuration) {
        PluginManagement management = new PluginManagement();
        build(pom).setPluginManagement(management);
        management.addPlugin(configure(ours(), "<configuration>" + configuration + "</configuration>"));
    }

    private static void profile(MavenProject pom, String id, String configuration) {
        Profile profile = new Profile();
        profile.setId(id);
        profile.setBuild(new org.apache.maven.model.Build());
        profile.getBuild().addPlugin(configure(ours(), "<configuration>" + configuration + "</configuration>"));
        pom.getOriginalModel().addProfile(profile);
    }

    private static BuildBase build(MavenProject pom) {
        Model model = pom.getOriginalModel();
        if (model.getBuild() == null) {
            model.setBuild(new org.apache.maven.model.Build());
        }
        return model.getBuild();
    }

    private static Plugin declared(BuildBase build) {
        Map<String, Plugin> plugins = build.getPluginsAsMap();
        return plugins.computeIfAbsent(PluginCoordinates.KEY, key -> {
            build.addPlugin(ours());
            return build.getPlugins().get(0);
        });
    }

    private static Plugin ours() {
        Plugin plugin = new Plugin();
        plugin.setGroupId(PluginCoordinates.KEY.split(":")[0]);
        plugin.setArtifactId(PluginCoordinates.KEY.split(":")[1]);
        return plugin;
    }

    private static <T extends ConfigurationContainer> T configure(T part, String configuration) {
        try {
            part.setConfiguration(Xpp3DomBuilder.build(new StringReader(configuration)));
        } catch (Exception invalid) {
            throw new AssertionError(invalid);
        }
        return part;
    }
}
