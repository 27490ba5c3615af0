package io.github.assumerole.maven;

import io.github.assumerole.role.Validation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/**
 * Publishes values as properties of projects: never as user or session properties, which surefire hands to every test
 * JVM and writes into its reports.
 */
final class ProjectProperties {
    private final String prefix;
    private final List<MavenProject> projects;
    private final MavenSession session;
    private final BuildMemory memory;

    private ProjectProperties(String prefix, List<MavenProject> projects, MavenSession session) {
        this.prefix = prefix;
        this.projects = projects;
        this.session = session;
        this.memory = new BuildMemory(session);
    }

    /**
     * A goal bound to a phase publishes to its own module; one of the command line runs once, so it publishes to all.
     */
    static ProjectProperties of(String prefix, MavenProject project, MojoExecution execution, MavenSession session) {
        boolean commandLine = execution.getSource() == MojoExecution.Source.CLI;
        return new ProjectProperties(prefix, commandLine ? session.getProjects() : List.of(project), session);
    }

    List<MavenProject> projects() {
        return projects;
    }

    /** Refuses names that are defined elsewhere, and so could never show what is going to be published. */
    void refuseTaken(Validation validation, Collection<String> names) {
        refuse(validation, names, other -> true);
    }

    /**
     * Refuses names that are defined elsewhere with another value. The same value hides nothing: a region is often
     * configured under the very name that we publish it by.
     */
    void refuseOther(Validation validation, Map<String, String> values) {
        refuse(validation, values.keySet(), other -> !other.value().equals(values.get(other.name())));
    }

    /**
     * Sets the properties. What an earlier execution published under the prefix goes first, so that no values of two
     * sessions stand side by side.
     */
    void publish(Map<String, String> values) {
        for (MavenProject project : projects) {
            previous(project).keySet().forEach(project.getProperties()::remove);
            project.getProperties().putAll(values);
            memory.rememberProperties(project, prefix, Map.copyOf(values));
        }
    }

    /** Refuses a definition once, however many projects it would hide the value from. */
    private void refuse(Validation validation, Collection<String> wanted, Predicate<Definition> hides) {
        Map<String, List<String>> hidden = new LinkedHashMap<>();
        for (String name : wanted) {
            for (MavenProject project : projects) {
                elsewhere(project, name).filter(hides).ifPresent(other -> hidden.computeIfAbsent(
                                name + " is already defined " + other.where(), definition -> new ArrayList<>())
                        .add(project.getArtifactId()));
            }
        }
        hidden.forEach((definition, from) -> validation.refuse(
                "propertyPrefix",
                definition + ", which would hide the value published to " + from.get(0)
                        + (from.size() > 1 ? " and " + (from.size() - 1) + " more" : "")
                        + "; remove that definition, or set another <propertyPrefix>"));
    }

    private Map<String, String> previous(MavenProject project) {
        return memory.properties(project, prefix);
    }

    /** A definition that is not ours. Maven looks at user and system properties before those of the project. */
    private Optional<Definition> elsewhere(MavenProject project, String name) {
        return Definition.in(
                        session.getUserProperties(),
                        name,
                        "by -D" + name + " (on the command line, in MAVEN_ARGS or .mvn/maven.config)")
                .or(() -> Definition.in(
                        session.getSystemProperties(), name, "as a system property (in MAVEN_OPTS or .mvn/jvm.config)"))
                .or(() -> Definition.in(project.getProperties(), name, declaredIn(project, name))
                        .filter(found -> !found.value().equals(previous(project).get(name))));
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
