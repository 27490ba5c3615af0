package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.build.PluginCoordinates;
import java.util.Optional;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.PluginManagement;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecution.Source;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfiguredGatesTest {
    private static final String RULES = "<configuration><requiredBuckets/></configuration>";

    private final MavenProject root = Build.project("root");
    private final MavenProject app = Build.project("app");
    private final Build build = new Build(root, app);

    private Optional<String> elsewhere(String executionId) {
        MojoExecution execution =
                new MojoExecution(Build.bound("list-buckets").getMojoDescriptor(), executionId, Source.CLI);
        return new ConfiguredGates(build.session(), root, execution).elsewhere();
    }

    @Test
    void findsNothingIfNothingIsConfigured() {
        plugin(app, "<configuration><roleArn>r</roleArn></configuration>", "deploy", "<configuration/>");

        assertEquals(Optional.empty(), elsewhere("default-cli"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "requiredBuckets",
                "forbiddenBuckets",
                "availableNames",
                "minBuckets",
                "maxBuckets",
                "bucketRules",
                "rulesFile"
            })
    void namesExecutionWithARule(String rule) {
        plugin(root, "<configuration/>", "gate", RULES.replace("requiredBuckets", rule));

        assertEquals(
                Optional.of("not configured for the command line, but for execution gate; run"
                        + " mvn assume-role:list-buckets@gate"),
                elsewhere("default-cli"));
    }

    @Test
    void acceptsChosenExecutionWithoutRules() {
        plugin(root, "<configuration/>", "gate", RULES);
        plugin(root, "<configuration/>", "list", "<configuration/>");

        assertEquals(Optional.empty(), elsewhere("list"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gaet", "session"})
    void rejectsIdThatIsNoExecutionOfTheGoal(String executionId) {
        plugin(root, "<configuration/>", "gate", RULES);
        root.getBuildPlugins().get(0).addExecution(execution("session", "<configuration/>", "assume-role"));

        assertEquals(
                Optional.of("not configured for execution " + executionId + ", but for execution gate; run"
                        + " mvn assume-role:list-buckets@gate"),
                elsewhere(executionId));
    }

    @Test
    void ignoresRulesOfOtherGoals() {
        plugin(root, "<configuration/>", "list", "<configuration/>");
        root.getBuildPlugins().get(0).addExecution(execution("policy", RULES, "iam-policy"));

        assertEquals(Optional.empty(), elsewhere("default-cli"));
    }

    @Test
    void namesExecutionsOfPluginManagement() {
        root.getBuild().setPluginManagement(new PluginManagement());
        Plugin plugin = new Plugin();
        plugin.setGroupId(PluginCoordinates.KEY.split(":")[0]);
        plugin.setArtifactId(PluginCoordinates.KEY.split(":")[1]);
        plugin.addExecution(execution("gate", RULES));
        plugin.addExecution(execution("audit", RULES));
        root.getPluginManagement().addPlugin(plugin);

        assertEquals(
                Optional.of("not configured for the command line, but for execution gate, execution audit; run"
                        + " mvn assume-role:list-buckets@gate, or mvn assume-role:list-buckets@audit"),
                elsewhere("default-cli"));
    }

    @Test
    void namesModulesWithRules() {
        plugin(app, "<configuration/>", "gate", RULES);
        assertEquals(
                Optional.of("not configured for the command line, but for execution gate of app; run"
                        + " mvn assume-role:list-buckets@gate -pl :app"),
                elsewhere("default-cli"));

        app.getBuildPlugins().get(0).setConfiguration(GoalFactory.parse(RULES));
        assertEquals(
                Optional.of(
                        "not configured for the command line, but for app; run mvn assume-role:list-buckets -pl :app"),
                elsewhere("default-cli"));
    }

    @Test
    void namesAtMostFive() {
        for (int i = 0; i < 7; i++) {
            plugin(root, "<configuration/>", "gate" + i, RULES);
        }

        assertEquals(
                "not configured for the command line, but for execution gate0, execution gate1, execution gate2,"
                        + " execution gate3, execution gate4 and 2 more",
                elsewhere("default-cli").orElseThrow().split(";")[0]);
    }

    private static void plugin(MavenProject module, String configuration, String executionId, String ofExecution) {
        Plugin plugin = module.getBuildPlugins().stream().findFirst().orElseGet(() -> {
            Plugin added = new Plugin();
            added.setGroupId(PluginCoordinates.KEY.split(":")[0]);
            added.setArtifactId(PluginCoordinates.KEY.split(":")[1]);
            module.getBuild().addPlugin(added);
            return added;
        });
        plugin.setConfiguration(GoalFactory.parse(configuration));
        plugin.addExecution(execution(executionId, ofExecution));
    }

    private static PluginExecution execution(String id, String configuration) {
        return execution(id, configuration, "list-buckets");
    }

    private static PluginExecution execution(String id, String configuration, String goal) {
        PluginExecution execution = new PluginExecution();
        execution.addGoal(goal);
        execution.setId(id);
        execution.setConfiguration(GoalFactory.parse(configuration));
        return execution;
    }
}
