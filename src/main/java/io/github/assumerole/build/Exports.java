package io.github.assumerole.build;

import io.github.assumerole.build.RepositoryExport.Login;
import io.github.assumerole.export.CredentialExport;
import io.github.assumerole.export.CredentialsFile;
import io.github.assumerole.export.ExportTarget;
import io.github.assumerole.export.ExportTargets;
import io.github.assumerole.export.InheritedEnvironment;
import io.github.assumerole.export.PropertyNames;
import io.github.assumerole.export.SystemProperties;
import io.github.assumerole.role.Secret;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.text.ConfigurationProblems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * Exports credentials to the configured targets, and in any case to the later goals of this plugin. Files, system
 * properties and repositories are cleaned up when the build ends.
 */
public final class Exports implements CredentialExport {
    private final ExportTargets targets;
    private final CodeArtifactLogins codeArtifact;
    private final PropertyNames names;
    private final ProjectProperties properties;
    private final MavenSession session;
    private final MavenProject project;
    private final BuildState state;
    private final BuildEndCleanup end;
    private final InheritedEnvironment environment;
    private final Consumer<String> warnings;

    public Exports(
            ExportTargets targets,
            CodeArtifactLogins codeArtifact,
            PropertyNames names,
            ProjectProperties properties,
            MavenProject project,
            MavenSession session,
            Consumer<String> warnings) {
        this.targets = targets;
        this.codeArtifact = codeArtifact;
        this.names = names;
        this.properties = properties;
        this.project = project;
        this.session = session;
        this.state = BuildState.of(session);
        this.end = BuildEndCleanup.of(session, warnings);
        Properties system = session.getSystemProperties();
        this.environment = new InheritedEnvironment(
                Environment.of(system),
                session.getUserProperties().stringPropertyNames(),
                Path.of(system.getProperty("env.HOME", system.getProperty("user.home", ""))));
        this.warnings = warnings;
    }

    /** Rejects, before the call, property names with definitions that would hide the published values. */
    public void rejectTaken(ConfigurationProblems problems) {
        if (!names.isValid()) {
            return; // Already rejected, and no name of a property or a file can be made of it.
        }
        if (arePublished()) {
            properties.rejectTaken(problems, names.newValues());
        }
        properties.rejectDifferent(problems, pathsOfFiles());
        int before = problems.count("exportServerId");
        if (targets.include(ExportTarget.REPOSITORIES)) {
            repositories().rejectUnknown(targets.serverIds(), problems);
        }
        if (targets.include(ExportTarget.CODE_ARTIFACT)) {
            codeArtifact.chosen().check(properties.projects(), problems);
        }
        if (targets.include(ExportTarget.SETTINGS_SERVER) && problems.count("exportServerId") > before) {
            rejectSharedIds(problems);
        }
    }

    /** The likely reason of an ID that no repository has. */
    private void rejectSharedIds(ConfigurationProblems problems) {
        Stream.of(ExportTarget.REPOSITORIES, ExportTarget.CODE_ARTIFACT)
                .filter(targets::include)
                .findFirst()
                .ifPresent(other -> problems.add(
                        "exportServerId",
                        "settingsServer and " + other + " use the same ids; for different ids use two executions with"
                                + " one of the targets each"));
    }

    /** Whether other plugins see the credentials as properties. */
    public boolean arePublished() {
        return targets.include(ExportTarget.PROJECT_PROPERTIES);
    }

    @Override
    public String accept(SessionCredentials credentials) {
        Map<String, Secret> values = new LinkedHashMap<>(pathsOfFiles());
        if (arePublished()) {
            values.putAll(names.values(credentials));
        }
        ConfigurationProblems problems = new ConfigurationProblems();
        properties.rejectDifferent(problems, values);
        problems.throwIfAny();
        warnOfPrecedence();
        List<String> where = new ArrayList<>();
        otherTargets(credentials)
                .forEach(target ->
                        where.add(end.export("Cannot export the credentials", () -> target.accept(credentials))));
        properties.publish(values, warnings);
        properties.projects().forEach(to -> state.putCredentials(to, names.prefix(), credentials));
        if (arePublished()) {
            int count = properties.projects().size();
            where.add(0, "properties " + names.prefix() + "*" + (count > 1 ? " of " + count + " projects" : ""));
        }
        return where.isEmpty() ? "goals of this plugin only" : String.join(", ", where);
    }

    /** The targets except properties; each clean-up is registered before the export, so that none is missed. */
    private List<CredentialExport> otherTargets(SessionCredentials credentials) {
        List<CredentialExport> exports = new ArrayList<>();
        boolean parallel =
                ParallelBuild.of(session.getRequest(), session.getProjects().size());
        if (targets.include(ExportTarget.CREDENTIALS_FILE)) {
            CredentialsFile file = file();
            state.addCredentialsFile(file.path());
            end.run("the credentials file " + file.path(), file::delete);
            exports.add(file);
        }
        if (targets.include(ExportTarget.SYSTEM_PROPERTIES)) {
            SystemProperties system = new SystemProperties(System.getProperties(), state.shared(), parallel);
            end.run("the system properties aws.*", system::restore);
            exports.add(system);
        }
        if (targets.include(ExportTarget.SETTINGS_SERVER)) {
            targets.serverIds()
                    .forEach(id -> exports.add(new SettingsServerExport(
                            id, session.getSettings(), session.getRequest(), state.shared(), parallel)));
        }
        repositoryExport(credentials).ifPresent(export -> {
            end.restore("the repositories", new ProjectRepositories(session.getProjects())::restoration);
            export.warnings().stream().filter(state::isFirst).forEach(warnings);
            exports.add(export);
        });
        return exports;
    }

    private Map<String, Secret> pathsOfFiles() {
        if (!targets.include(ExportTarget.CREDENTIALS_FILE)) {
            return Map.of();
        }
        CredentialsFile file = file();
        return Map.of(
                names.sharedCredentialsFile(), Secret.of(file.path().toString()),
                names.configFile(), Secret.of(file.configPath().toString()));
    }

    private Optional<RepositoryExport> repositoryExport(SessionCredentials credentials) {
        if (targets.include(ExportTarget.CODE_ARTIFACT)) {
            return Optional.of(codeArtifact.export(repositories(), credentials));
        }
        Login keys = new Login(credentials.accessKeyId(), credentials.secretAccessKey());
        return Optional.of(new RepositoryExport(repositories(), repository -> Optional.of(keys)
                        .filter(login -> targets.serverIds().contains(repository.getId()))))
                .filter(export -> targets.include(ExportTarget.REPOSITORIES));
    }

    private ProjectRepositories repositories() {
        return new ProjectRepositories(properties.projects());
    }

    /** One file for each prefix, since a module can assume two roles. */
    private CredentialsFile file() {
        return new CredentialsFile(
                BuildDirectory.of(project, session), "assume-role/" + names.prefix(), environment.profiles());
    }

    /** Warns of what other plugins and processes use instead of the exported credentials. */
    private void warnOfPrecedence() {
        List<String> all = new ArrayList<>();
        if (targets.include(ExportTarget.SYSTEM_PROPERTIES)) {
            environment.systemPropertiesWarning().ifPresent(all::add);
        }
        if (targets.include(ExportTarget.CREDENTIALS_FILE)) {
            all.addAll(environment.credentialsFileWarnings(names.configFile()));
        }
        all.stream().filter(state::isFirst).forEach(warnings);
    }
}
