package io.github.assumerole.manual;

import io.github.assumerole.build.PluginCoordinates;
import io.github.assumerole.goal.config.check.ConfigurationCheck;
import io.github.assumerole.text.ConfigurationProblems;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.internal.MojoDescriptorCreator;
import org.apache.maven.model.Build;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginContainer;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.Profile;
import org.apache.maven.model.building.DefaultModelBuilderFactory;
import org.apache.maven.model.building.DefaultModelBuildingRequest;
import org.apache.maven.model.building.ModelBuildingException;
import org.apache.maven.model.building.ModelBuildingRequest;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecution.Source;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.io.xpp3.SettingsXpp3Reader;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/** The POM of a snippet, read and merged by Maven, and the goals of this plugin that it runs. */
record SnippetPom(Model original, Model effective) {
    private static final String RULE = "requireBuckets";

    /** A build without a POM. */
    static SnippetPom none() {
        Model empty = new Model();
        empty.setBuild(new Build());
        return new SnippetPom(empty, empty);
    }

    /**
     * @param profiles the active ones; if empty, all are
     * @throws IllegalArgumentException if Maven rejects it
     */
    static SnippetPom read(String xml, File file, List<String> profiles) throws IOException {
        try {
            Model original = new MavenXpp3Reader().read(new StringReader(xml), true);
            Stream.concat(
                            Stream.of(original.getBuild()),
                            original.getProfiles().stream().map(Profile::getBuild))
                    .forEach(build -> {
                        checkVersions(build);
                        checkVersions(build == null ? null : build.getPluginManagement());
                    });
            List<String> active = profiles.isEmpty()
                    ? original.getProfiles().stream().map(Profile::getId).toList()
                    : profiles;
            Files.writeString(file.toPath(), xml);
            ModelBuildingRequest request = new DefaultModelBuildingRequest()
                    .setPomFile(file)
                    .setProcessPlugins(true)
                    .setActiveProfileIds(active)
                    .setSystemProperties(System.getProperties());
            return new SnippetPom(
                    original,
                    original.getParent() == null
                            ? new DefaultModelBuilderFactory()
                                    .newInstance()
                                    .build(request)
                                    .getEffectiveModel()
                            : original);
        } catch (XmlPullParserException | ModelBuildingException invalid) {
            throw new IllegalArgumentException(
                    invalid.getMessage().lines().findFirst().orElse(""), invalid);
        }
    }

    private static void checkVersions(PluginContainer plugins) {
        if (plugins == null) {
            return;
        }
        for (Plugin plugin : plugins.getPlugins()) {
            if (plugin.getKey().equals(PluginCoordinates.KEY)) {
                checkVersion(plugin.getVersion());
            }
            for (Dependency dependency : plugin.getDependencies()) {
                if (PluginCoordinates.KEY.equals(dependency.getGroupId() + ":" + dependency.getArtifactId())) {
                    checkVersion(dependency.getVersion());
                }
            }
        }
    }

    private static void checkVersion(String version) {
        if (version != null && !version.startsWith("${")) {
            ManualGoals.requireVersion(version);
        }
    }

    /** @throws IllegalArgumentException if Maven rejects it */
    static void checkSettings(String xml) throws IOException {
        try {
            new SettingsXpp3Reader().read(new StringReader(xml), true);
        } catch (XmlPullParserException invalid) {
            throw new IllegalArgumentException(invalid.getMessage(), invalid);
        }
    }

    /** The goals bound to the phases up to the one with this index, in the order in which Maven runs them. */
    List<MojoExecution> bound(List<String> phases, int last) {
        List<MojoExecution> goals = new ArrayList<>();
        plugin(effective.getBuild(), PluginCoordinates.KEY).ifPresent(plugin -> {
            for (PluginExecution declared : plugin.getExecutions()) {
                for (String goal : declared.getGoals()) {
                    goals.add(bound(ManualGoals.named(goal), declared));
                }
            }
        });
        goals.removeIf(goal -> phases.indexOf(goal.getLifecyclePhase()) > last);
        goals.sort(Comparator.comparing(goal -> phases.indexOf(goal.getLifecyclePhase())));
        return goals;
    }

    private static MojoExecution bound(MojoDescriptor goal, PluginExecution declared) {
        MojoExecution execution = new MojoExecution(goal, declared.getId(), Source.LIFECYCLE);
        execution.setLifecyclePhase(Optional.ofNullable(declared.getPhase())
                .or(() -> Optional.ofNullable(goal.getPhase()))
                .orElseThrow(() ->
                        new IllegalArgumentException("goal " + goal.getGoal() + " has no default phase; set <phase>")));
        configure(execution, (Xpp3Dom) declared.getConfiguration());
        return execution;
    }

    /** For a snippet that has a configuration of the plugin and no goal: all goals with one of its parameters. */
    List<MojoExecution> configuredOnly() {
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        Stream.of(configured(effective.getBuild(), null), configured(management(), null))
                .flatMap(Optional::stream)
                .forEach(found -> Stream.of(found.getChildren()).forEach(configuration::addChild));
        List<String> names =
                Stream.of(configuration.getChildren()).map(Xpp3Dom::getName).toList();
        return names.isEmpty() ? List.of() : onCommandLine(ManualGoals.withElement(names::contains));
    }

    /** Any goal rejects parameters that no goal has. */
    List<MojoExecution> onCommandLine(List<MojoDescriptor> goals) {
        return (goals.isEmpty() ? List.of(ManualGoals.named("list-buckets")) : goals)
                .stream().map(goal -> onCommandLine(goal, "default-cli")).toList();
    }

    MojoExecution onCommandLine(MojoDescriptor goal, String id) {
        MojoExecution execution = new MojoExecution(goal, id, Source.CLI);
        configure(
                execution,
                configured(effective.getBuild(), id)
                        .or(() -> configured(management(), id))
                        .orElse(null));
        return execution;
    }

    private PluginContainer management() {
        return effective.getBuild().getPluginManagement();
    }

    private static Optional<Xpp3Dom> configured(PluginContainer plugins, String executionId) {
        return plugin(plugins, PluginCoordinates.KEY)
                .map(plugin -> Optional.<ConfigurationContainer>ofNullable(
                                plugin.getExecutionsAsMap().get(executionId))
                        .orElse(plugin))
                .map(part -> (Xpp3Dom) part.getConfiguration());
    }

    private static Optional<Plugin> plugin(PluginContainer plugins, String key) {
        return Optional.ofNullable(plugins).map(found -> found.getPluginsAsMap().get(key));
    }

    /** As Maven does: only the parameters of the goal, and its defaults. */
    private static void configure(MojoExecution execution, Xpp3Dom configured) {
        Xpp3Dom defaults = MojoDescriptorCreator.convert(execution.getMojoDescriptor());
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        ManualGoals.parameters(execution.getMojoDescriptor())
                .map(Parameter::getName)
                .map(name -> Xpp3Dom.mergeXpp3Dom(
                        configured == null || configured.getChild(name) == null
                                ? null
                                : new Xpp3Dom(configured.getChild(name)),
                        defaults.getChild(name),
                        true))
                .filter(element -> element != null)
                .forEach(configuration::addChild);
        execution.setConfiguration(configuration);
    }

    /** The rules of the enforcer that run a goal of this plugin. */
    List<MojoExecution> enforcerRules() {
        return plugin(effective.getBuild(), "org.apache.maven.plugins:maven-enforcer-plugin").stream()
                .flatMap(plugin -> Stream.concat(Stream.of(plugin), plugin.getExecutions().stream()))
                .map(part -> (Xpp3Dom) part.getConfiguration())
                .filter(configuration -> configuration != null && configuration.getChild("rules") != null)
                .flatMap(configuration ->
                        Stream.of(configuration.getChild("rules").getChildren(RULE)))
                .map(SnippetPom::rule)
                .toList();
    }

    private static MojoExecution rule(Xpp3Dom rule) {
        MojoExecution execution = new MojoExecution(ManualGoals.named("list-buckets"), RULE);
        Xpp3Dom configured = rule.getChild("configuration");
        execution.setConfiguration(configured == null ? new Xpp3Dom("configuration") : new Xpp3Dom(configured));
        return execution;
    }

    /** Completes the configuration of a rule as the rule does. */
    static void checkRule(MavenSession session, MavenProject project, MojoExecution execution) {
        if (execution.getExecutionId().equals(RULE)) {
            ConfigurationProblems problems = new ConfigurationProblems();
            new ConfigurationCheck(session, project, execution).checkElements(execution.getConfiguration(), problems);
            problems.throwIfAny();
            configure(execution, execution.getConfiguration());
        }
    }
}
