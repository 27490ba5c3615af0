package io.github.assumerole.maven;

import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.role.SessionRecord;
import io.github.assumerole.role.Validation;
import io.github.assumerole.sink.CredentialSink;
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
 * Publishes credentials as properties of projects: never as user or session properties, which surefire hands to every
 * test JVM and writes into its reports.
 */
final class ProjectProperties implements CredentialSink {
    private final PropertyNames names;
    private final List<MavenProject> projects;
    private final MavenSession session;
    private final BuildMemory memory;

    private ProjectProperties(PropertyNames names, List<MavenProject> projects, MavenSession session) {
        this.names = names;
        this.projects = projects;
        this.session = session;
        this.memory = new BuildMemory(session);
    }

    /**
     * A goal bound to a phase publishes to its own module; one of the command line runs once, so it publishes to all.
     */
    static ProjectProperties of(
            PropertyNames names, MavenProject project, MojoExecution execution, MavenSession session) {
        boolean commandLine = execution.getSource() == MojoExecution.Source.CLI;
        return new ProjectProperties(names, commandLine ? session.getProjects() : List.of(project), session);
    }

    /**
     * Refuses, before the call, names that are defined elsewhere, and so could never show what is going to be
     * published.
     */
    void refuseTaken(Validation validation) {
        refuse(validation, names.unforeseeable(), other -> true);
    }

    @Override
    public String accept(SessionCredentials credentials) {
        Map<String, String> values = names.values(credentials);
        Validation validation = new Validation();
        // The same value hides nothing: a region is often configured under this very name.
        refuse(validation, values.keySet(), other -> !other.value().equals(values.get(other.name())));
        validation.finish();
        projects.forEach(project -> publish(project, values, credentials));
        return "properties " + names.prefix() + "*"
                + (projects.size() > 1 ? " of " + projects.size() + " projects" : "");
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

    private void publish(MavenProject project, Map<String, String> values, SessionCredentials credentials) {
        // What an earlier execution published under the prefix goes first, so that no value of two sessions stands side
        // by side.
        previous(project).keySet().forEach(project.getProperties()::remove);
        project.getProperties().putAll(values);
        memory.rememberPublished(project, names.prefix(), SessionRecord.of(credentials));
    }

    private Map<String, String> previous(MavenProject project) {
        Map<String, String> written = memory.published(project, names.prefix());
        return written.isEmpty() ? Map.of() : names.values(SessionRecord.read(written));
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
