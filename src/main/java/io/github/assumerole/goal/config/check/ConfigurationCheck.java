package io.github.assumerole.goal.config.check;

import io.github.assumerole.build.BuildState;
import io.github.assumerole.goal.config.GoalConfiguration;
import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.InvalidConfigurationException.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** Checks that nothing that is configured for this plugin is lost silently. */
public record ConfigurationCheck(MavenSession session, MavenProject project, MojoExecution execution) {
    /** Prefix of the properties that list-buckets publishes. */
    public static final String PUBLISHED = KnownParameters.PREFIX + "buckets.";

    /**
     * Checks the properties of this plugin, all of its configurations in the POM, and the values of this execution.
     *
     * @param goal the configuration of this execution
     * @param warnings about properties that have no effect
     */
    public void check(GoalConfiguration goal, ConfigurationProblems problems, Consumer<String> warnings) {
        KnownParameters known = BuildState.of(session)
                .once(
                        KnownParameters.class,
                        KnownParameters.class,
                        () -> new KnownParameters(execution
                                .getMojoDescriptor()
                                .getPluginDescriptor()
                                .getMojos()));
        BuildProperties properties = new BuildProperties(session, project);
        PropertyReferences references = new PropertyReferences(session, project);
        new PropertyCheck(known, properties, name -> isPublished(name) || references.containInAnyModule(name))
                .check(problems);
        elements(new ElementCheck(known)).forEach(problem -> problems.add(problem.parameter(), problem.message()));
        ValueCheck values = new ValueCheck(known, goal, properties, written());
        ConflictCheck conflicts = new ConflictCheck(known, goal, properties, references, warnings);
        for (Parameter parameter : execution.getMojoDescriptor().getParameters()) {
            Xpp3Dom element = execution.getConfiguration().getChild(parameter.getName());
            if (element != null) {
                values.check(parameter, element, problems);
                conflicts.check(parameter, element, problems);
            }
        }
    }

    /** Checks a configuration that is not in the POM of a project, but in that of an enforcer rule. */
    public void checkElements(Xpp3Dom written, ConfigurationProblems problems) {
        KnownParameters known = new KnownParameters(List.of(execution.getMojoDescriptor()));
        new ElementCheck(known)
                .problems(written)
                .forEach(problem -> problems.add(problem.parameter(), problem.message()));
        ValueCheck values = new ValueCheck(
                known,
                new GoalConfiguration(session, execution),
                new BuildProperties(session, project),
                Optional.of(written));
        for (Parameter parameter : execution.getMojoDescriptor().getParameters()) {
            Optional.ofNullable(written.getChild(parameter.getName()))
                    .ifPresent(element -> values.check(parameter, element, problems));
        }
    }

    private Optional<Xpp3Dom> written() {
        return MergedListCheck.isConfiguredElsewhere(execution)
                ? Optional.empty()
                : new DeclaredPlugin(project).configuration(execution.getExecutionId());
    }

    private boolean isPublished(String property) {
        return property.startsWith(PUBLISHED) || BuildState.of(session).publishes(project, property);
    }

    /** Maven copies the elements of the plugin into each of its executions; their problems are reported once. */
    private Set<Problem> elements(ElementCheck check) {
        Set<Problem> found = new LinkedHashSet<>();
        for (Plugin plugin : new DeclaredPlugin(project).all()) {
            List<Problem> common = check.problems(plugin.getConfiguration());
            found.addAll(common);
            for (PluginExecution declared : plugin.getExecutions()) {
                for (Problem problem : check.problems(declared.getConfiguration())) {
                    if (!common.contains(problem)) {
                        found.add(labelled(problem, declared.getId()));
                    }
                }
            }
        }
        return found;
    }

    private Problem labelled(Problem problem, String executionId) {
        return executionId.equals(execution.getExecutionId())
                ? problem
                : new Problem(problem.parameter() + " (execution " + executionId + ")", problem.message());
    }
}
