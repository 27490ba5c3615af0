package io.github.assumerole.goal;

import io.github.assumerole.build.BuildState;
import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.internal.MojoDescriptorCreator;
import org.apache.maven.model.Model;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecution.Source;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.artifact.ProjectArtifact;
import org.apache.maven.settings.Server;
import org.eclipse.aether.DefaultRepositorySystemSession;

/** A Maven build of one project or more, made of Maven's own classes, as far as a goal looks at it. */
public final class Build {
    private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();
    private final MavenSession session;

    /** A build of these projects, in an empty environment. */
    public Build(MavenProject... projects) {
        request.setInteractiveMode(false);
        session = session(request);
        session.setProjects(List.of(projects));
        session.setCurrentProject(projects[0]);
    }

    @SuppressWarnings(
            "deprecation") // What Maven itself calls; there is no other constructor with a repository session.
    private static MavenSession session(MavenExecutionRequest request) {
        return new MavenSession(null, new DefaultRepositorySystemSession(), request, new DefaultMavenExecutionResult());
    }

    /** A project with properties, as pairs of name and value, in its POM. */
    public static MavenProject project(String artifactId, String... properties) {
        Model pom = new Model();
        pom.setGroupId("it");
        pom.setArtifactId(artifactId);
        pom.setVersion("1");
        for (int i = 0; i < properties.length; i += 2) {
            pom.addProperty(properties[i], properties[i + 1]);
        }
        MavenProject project = new MavenProject(pom.clone());
        project.setOriginalModel(pom);
        project.setArtifact(new ProjectArtifact(project));
        return project;
    }

    /** The goal bound to a phase, with nothing configured. */
    public static MojoExecution bound(String goal) {
        return execution(goal, Source.LIFECYCLE);
    }

    /** The goal named on the command line. */
    public static MojoExecution onCommandLine(String goal) {
        return execution(goal, Source.CLI);
    }

    private static MojoExecution execution(String goal, Source source) {
        MojoDescriptor descriptor = PluginXml.goal(goal);
        MojoExecution execution =
                new MojoExecution(descriptor, source == Source.CLI ? "default-cli" : "default", source);
        execution.setConfiguration(MojoDescriptorCreator.convert(descriptor));
        return execution;
    }

    /** As {@code -Dname=value} does. */
    public Build define(String name, String value) {
        session.getUserProperties().setProperty(name, value);
        return this;
    }

    /** As a system property does, or, beginning with {@code env.}, an environment variable. */
    public Build systemProperty(String name, String value) {
        session.getSystemProperties().setProperty(name, value);
        return this;
    }

    /** A terminal, and somebody who sits there; without this it is batch mode. */
    public Build interactive() {
        request.setInteractiveMode(true);
        return this;
    }

    /** A server of settings.xml. */
    public Build server(String id, String username, String password, String passphrase) {
        Server server = new Server();
        server.setId(id);
        server.setUsername(username);
        server.setPassword(password);
        server.setPassphrase(passphrase);
        request.addServer(server);
        return this;
    }

    /** As if Maven was started in that directory. */
    public Build in(File directory) {
        request.setBaseDirectory(directory);
        return this;
    }

    /** The end of the build, as Maven tells it. */
    public void end() {
        Optional.ofNullable(request.getExecutionListener()).ifPresent(listener -> listener.sessionEnded(null));
    }

    /** As {@code -o} does. */
    public Build offline() {
        request.setOffline(true);
        return this;
    }

    public MavenSession session() {
        return session;
    }

    public BuildState state() {
        return BuildState.of(session);
    }

    /** The names and values that a project has under a prefix. */
    public static Stream<String> names(MavenProject project, String prefix) {
        return project.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(prefix))
                .sorted();
    }
}
