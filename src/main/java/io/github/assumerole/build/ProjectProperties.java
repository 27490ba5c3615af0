package io.github.assumerole.build;

import io.github.assumerole.role.Secret;
import io.github.assumerole.text.ConfigurationProblems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/**
 * Publishes project properties: never user or session properties, which surefire passes to every test JVM and writes
 * into its reports.
 */
public final class ProjectProperties {
    private final String prefix;
    private final List<MavenProject> projects;
    private final MavenSession session;
    private final BuildState state;

    private ProjectProperties(String prefix, List<MavenProject> projects, MavenSession session, BuildState state) {
        this.prefix = prefix;
        this.projects = projects;
        this.session = session;
        this.state = state;
    }

    /**
     * A goal in a phase publishes to its own module; on the command line it runs once, so it publishes to all modules.
     */
    public static ProjectProperties of(
            String prefix, MavenProject project, MojoExecution execution, MavenSession session) {
        boolean commandLine = execution.getSource() == MojoExecution.Source.CLI;
        return new ProjectProperties(
                prefix, commandLine ? session.getProjects() : List.of(project), session, BuildState.of(session));
    }

    List<MavenProject> projects() {
        return projects;
    }

    /** Rejects names that are defined elsewhere, which would hide the published values. */
    void rejectTaken(ConfigurationProblems problems, Collection<String> names) {
        reject(problems, names, other -> true);
    }

    /**
     * Rejects names that are defined elsewhere with a different value. The same value hides nothing: a region is often
     * configured with the very name that we publish.
     */
    void rejectDifferent(ConfigurationProblems problems, Map<String, Secret> values) {
        reject(problems, values.keySet(), other -> !Secret.of(other.value()).equals(values.get(other.name())));
    }

    /**
     * Sets the properties, and removes those of an earlier execution with the same prefix, so that values of two
     * sessions are never mixed.
     *
     * @param warnings about parts of the POM in which the properties have no value
     */
    public void publish(Map<String, Secret> values, Consumer<String> warnings) {
        for (MavenProject project : projects) {
            warnOfEarlyReferences(project, values.keySet(), warnings);
            previous(project).keySet().forEach(project.getProperties()::remove);
            values.forEach((name, value) -> project.getProperties().setProperty(name, value.reveal()));
            state.putProperties(project, prefix, values);
        }
    }

    /** Warns once of each place, which modules usually inherit from their parent. */
    private void warnOfEarlyReferences(MavenProject to, Set<String> published, Consumer<String> warnings) {
        EarlyReferences.in(to.getModel(), published).forEach((place, reference) -> {
            String start = place + " contains " + reference;
            if (state.isFirst(start)) {
                warnings.accept(start + " in " + to.getArtifactId() + ". Maven evaluates " + place
                        + " before any goal runs, so the property has no value there. Use it in the configuration of a"
                        + " plugin that runs after this goal, or write the value.");
            }
        });
    }

    /** Rejects a definition once, however many projects it affects. */
    private void reject(ConfigurationProblems problems, Collection<String> wanted, Predicate<Definition> hides) {
        Map<String, List<String>> hidden = new LinkedHashMap<>();
        for (String name : wanted) {
            for (MavenProject project : projects) {
                elsewhere(project, name).filter(hides).ifPresent(other -> hidden.computeIfAbsent(
                                name + " is already defined " + other.where(), definition -> new ArrayList<>())
                        .add(project.getArtifactId()));
            }
        }
        hidden.forEach((definition, from) -> problems.add(
                "propertyPrefix",
                definition + ", which would hide the value published to " + from.get(0)
                        + (from.size() > 1 ? " and " + (from.size() - 1) + " more" : "")
                        + "; remove that definition, or set another <propertyPrefix>"));
    }

    private Map<String, Secret> previous(MavenProject project) {
        return state.properties(project, prefix);
    }

    /** A definition that is not ours. User and system properties take precedence over those of the project. */
    private Optional<Definition> elsewhere(MavenProject project, String name) {
        return Definition.in(
                        session.getUserProperties(),
                        name,
                        "by -D" + name + " (on the command line, in MAVEN_ARGS or .mvn/maven.config)")
                .or(() -> Definition.in(
                        session.getSystemProperties(), name, "as a system property (in MAVEN_OPTS or .mvn/jvm.config)"))
                .or(() -> Definition.in(project.getProperties(), name, declaredIn(project, name))
                        .filter(found -> !Secret.of(found.value())
                                .equals(previous(project).get(name))));
    }

    private static String declaredIn(MavenProject project, String name) {
        for (MavenProject pom = project; pom != null; pom = pom.getParent()) {
            if (pom.getOriginalModel() != null
                    && pom.getOriginalModel().getProperties().containsKey(name)) {
                return "in the <properties> of " + pom.getGroupId() + ":" + pom.getArtifactId();
            }
        }
        return "by a profile or another plugin";
    }

    private record Definition(String name, String value, String where) {
        static Optional<Definition> in(Properties properties, String name, String where) {
            return Optional.ofNullable(properties.getProperty(name)).map(value -> new Definition(name, value, where));
        }
    }
}
