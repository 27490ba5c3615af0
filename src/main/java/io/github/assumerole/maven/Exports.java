package io.github.assumerole.maven;

import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.role.SessionRecord;
import io.github.assumerole.role.Validation;
import io.github.assumerole.sink.CredentialSink;
import io.github.assumerole.sink.CredentialsFile;
import io.github.assumerole.sink.SystemProperties;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * Hands credentials to every place that the user asked for, and in any case to the later goals of this plugin. What
 * ends with the build is taken back when it ends.
 */
final class Exports implements CredentialSink {
    private final PropertyNames names;
    private final ProjectProperties properties;
    private final ExportSettings.Targets targets;
    private final MavenSession session;
    private final MavenProject project;
    private final Consumer<String> warnings;

    Exports(
            ExportSettings.Targets targets,
            PropertyNames names,
            ProjectProperties properties,
            MavenProject project,
            MavenSession session,
            Consumer<String> warnings) {
        this.targets = targets;
        this.names = names;
        this.properties = properties;
        this.project = project;
        this.session = session;
        this.warnings = warnings;
    }

    /** Refuses, before the call, names of properties that could never show what is going to be published. */
    void refuseTaken(Validation validation) {
        if (!names.isValid()) {
            return; // That was refused, and leads to no names, nor to the name of a file.
        }
        if (targets.include(ExportTarget.PROJECT_PROPERTIES)) {
            properties.refuseTaken(validation, names.unforeseeable());
        }
        properties.refuseOther(validation, pathOfFile());
    }

    /** Whether other plugins see the credentials as properties. */
    boolean arePublished() {
        return targets.include(ExportTarget.PROJECT_PROPERTIES);
    }

    @Override
    public String accept(SessionCredentials credentials) {
        Map<String, String> values = new LinkedHashMap<>(pathOfFile());
        if (targets.include(ExportTarget.PROJECT_PROPERTIES)) {
            values.putAll(names.values(credentials));
        }
        Validation validation = new Validation();
        properties.refuseOther(validation, values);
        validation.finish();
        List<String> where = new ArrayList<>();
        sinks().forEach(sink ->
                where.add(end().fill("Cannot hand over the credentials", () -> sink.accept(credentials))));
        properties.publish(values);
        remember(credentials);
        inWords().ifPresent(words -> where.add(0, words));
        return where.isEmpty() ? "goals of this plugin only" : String.join(", ", where);
    }

    private List<CredentialSink> sinks() {
        List<CredentialSink> sinks = new ArrayList<>();
        if (targets.include(ExportTarget.CREDENTIALS_FILE)) {
            CredentialsFile file = file();
            memory().rememberCredentialsFile(file.path());
            atEnd("the credentials file " + file.path(), file::takeBack);
            sinks.add(file);
        }
        if (targets.include(ExportTarget.SYSTEM_PROPERTIES)) {
            SystemProperties system = new SystemProperties(System.getProperties(), memory().shared(), isParallel());
            atEnd("the system properties aws.*", system::takeBack);
            sinks.add(system);
        }
        targets.serverId()
                .ifPresent(id -> sinks.add(new SettingsServerSink(
                        id, session.getSettings(), session.getRequest(), memory().shared(), isParallel())));
        return sinks;
    }

    /** Said before the place is filled, so that nothing is left behind by whatever comes between. */
    private void atEnd(String what, Runnable cleanUp) {
        end().run(what, cleanUp);
    }

    private SessionEnd end() {
        return SessionEnd.of(session, warnings);
    }

    private void remember(SessionCredentials credentials) {
        Map<String, String> written = SessionRecord.of(credentials);
        properties.projects().forEach(to -> memory().rememberCredentials(to, names.prefix(), written));
    }

    private Map<String, String> pathOfFile() {
        return targets.include(ExportTarget.CREDENTIALS_FILE)
                ? Map.of(names.sharedCredentialsFile(), file().path().toString())
                : Map.of();
    }

    /** A file for each prefix, since two roles in one module have two. */
    private CredentialsFile file() {
        return new CredentialsFile(
                BuildDirectory.of(project, session), Path.of("assume-role", names.prefix() + "credentials"));
    }

    private Optional<String> inWords() {
        if (!targets.include(ExportTarget.PROJECT_PROPERTIES)) {
            return Optional.empty();
        }
        int count = properties.projects().size();
        return Optional.of("properties " + names.prefix() + "*" + (count > 1 ? " of " + count + " projects" : ""));
    }

    private boolean isParallel() {
        return SideBySide.of(session.getRequest(), session.getProjects().size());
    }

    private BuildMemory memory() {
        return new BuildMemory(session);
    }
}
