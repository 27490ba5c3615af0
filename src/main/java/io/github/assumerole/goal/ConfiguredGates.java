package io.github.assumerole.goal;

import io.github.assumerole.goal.config.check.DeclaredPlugin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Where the POMs of a build configure rules. On the command line, list-buckets runs once, in the first project, with
 * the plugin's own configuration: rules of an execution or of another module are not evaluated, although they are
 * there.
 */
record ConfiguredGates(MavenSession session, MavenProject project, MojoExecution execution) {
    private static final String COMMAND = "mvn assume-role:list-buckets";
    private static final List<String> RULES = List.of(
            "requiredBuckets",
            "forbiddenBuckets",
            "availableNames",
            "minBuckets",
            "maxBuckets",
            "bucketRules",
            "rulesFile");
    private static final int MAX_NAMED = 5;

    /** @param name such as {@code execution gate of app}; the command evaluates its rules */
    private record Gate(String name, String command) {}

    /**
     * What to say if this goal has no rules; empty if there are none elsewhere, or if an execution without any was
     * chosen.
     */
    Optional<String> elsewhere() {
        if (execution.getSource() != MojoExecution.Source.CLI || isChosen()) {
            return Optional.empty();
        }
        List<Gate> gates = executions(project);
        if (gates.isEmpty()) {
            gates = session.getProjects().stream()
                    .filter(module -> module != project)
                    .flatMap(module -> of(module).stream())
                    .toList();
        }
        return Optional.of(gates).filter(some -> !some.isEmpty()).map(this::sentence);
    }

    /** Whether the command line names an execution of list-buckets that exists; Maven accepts any ID. */
    private boolean isChosen() {
        return new DeclaredPlugin(project)
                .merged().stream()
                        .flatMap(plugin -> plugin.getExecutions().stream())
                        .anyMatch(declared -> declared.getId().equals(execution.getExecutionId())
                                && isOf(execution.getGoal(), declared));
    }

    private static boolean isOf(String goal, PluginExecution declared) {
        return declared.getGoals().contains(goal);
    }

    private String sentence(List<Gate> gates) {
        int more = gates.size() - MAX_NAMED;
        String id = execution.getExecutionId();
        return "not configured for " + (id.equals("default-cli") ? "the command line" : "execution " + id)
                + ", but for "
                + gates.stream().limit(MAX_NAMED).map(Gate::name).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "") + "; run "
                + gates.stream().limit(MAX_NAMED).map(Gate::command).collect(Collectors.joining(", or "));
    }

    private List<Gate> of(MavenProject module) {
        return new DeclaredPlugin(module)
                        .merged()
                        .filter(ConfiguredGates::hasRules)
                        .isPresent()
                ? List.of(new Gate(module.getArtifactId(), COMMAND + selects(module)))
                : executions(module).stream()
                        .map(gate -> new Gate(
                                gate.name() + " of " + module.getArtifactId(), gate.command() + selects(module)))
                        .toList();
    }

    private static String selects(MavenProject module) {
        return " -pl :" + module.getArtifactId();
    }

    private List<Gate> executions(MavenProject module) {
        List<Gate> gates = new ArrayList<>();
        new DeclaredPlugin(module)
                .merged().stream()
                        .flatMap(plugin -> plugin.getExecutions().stream())
                        .filter(declared -> isOf(execution.getGoal(), declared) && hasRules(declared))
                        .map(PluginExecution::getId)
                        .forEach(id -> gates.add(new Gate("execution " + id, COMMAND + "@" + id)));
        return gates;
    }

    private static boolean hasRules(ConfigurationContainer part) {
        return part.getConfiguration() instanceof Xpp3Dom configuration
                && RULES.stream().anyMatch(rule -> configuration.getChild(rule) != null);
    }
}
