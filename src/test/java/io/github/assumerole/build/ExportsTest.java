package io.github.assumerole.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.assumerole.codeartifact.DomainParameters;
import io.github.assumerole.export.ExportTarget;
import io.github.assumerole.export.ExportTargets;
import io.github.assumerole.export.PropertyNames;
import io.github.assumerole.goal.Build;
import io.github.assumerole.goal.Sessions;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.text.InvalidConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportsTest {
    private static final MojoExecution BOUND = Build.bound("assume-role");
    private static final MojoExecution ON_COMMAND_LINE = Build.onCommandLine("assume-role");
    private static final SessionCredentials ONE = Sessions.of("ASIAONE", Optional.of("444455556666"));
    private static final SessionCredentials TWO = Sessions.of("ASIATWO", Optional.of("777788889999"));

    @TempDir
    Path directory;

    private final MavenProject app = Build.project("app");
    private final MavenProject lib = Build.project("lib");
    private final Build build = new Build(app, lib);

    @BeforeEach
    void setBuildDirectories() {
        for (MavenProject module : new MavenProject[] {app, lib}) {
            Path target = directory.resolve(module.getArtifactId()).resolve("target");
            module.getBuild().setDirectory(target.toString());
        }
    }

    @Test
    void publishesThePathOfOneFileToAllProjectsOnTheCommandLine() {
        exports(app, ON_COMMAND_LINE, ExportTarget.CREDENTIALS_FILE).accept(ONE);

        String path = app.getProperties().getProperty("aws.sharedCredentialsFile");
        assertEquals(path, lib.getProperties().getProperty("aws.sharedCredentialsFile"));
        assertTrue(Files.exists(Path.of(path)));
        build.end();
    }

    @Test
    void writesAFileForEachModule() throws IOException {
        exports(app, BOUND, ExportTarget.CREDENTIALS_FILE).accept(ONE);
        exports(lib, BOUND, ExportTarget.CREDENTIALS_FILE).accept(TWO);

        assertTrue(Files.readString(directory.resolve("app/target/assume-role/aws.credentials"))
                .contains("ASIAONE"));
        assertTrue(Files.readString(directory.resolve("lib/target/assume-role/aws.credentials"))
                .contains("ASIATWO"));
        build.end();
    }

    @Test
    void publishesNothingWhenAnotherExportFails() throws IOException {
        exports(app, BOUND, ExportTarget.PROJECT_PROPERTIES).accept(ONE);
        Files.createDirectories(directory.resolve("app"));
        Files.writeString(directory.resolve("app/target"), "a file");

        assertThrows(AwsAccessException.class, () -> exports(
                        app, BOUND, ExportTarget.PROJECT_PROPERTIES, ExportTarget.CREDENTIALS_FILE)
                .accept(TWO));

        assertEquals("ASIAONE", app.getProperties().getProperty("aws.accessKeyId"));
        assertEquals(
                "ASIAONE", build.state().credentials(app, "aws.").orElseThrow().accessKeyId());
        assertEquals(7, Build.names(app, "aws.").count());
    }

    @Test
    void rejectsTwoRolesInOneServerInAParallelBuild() {
        build.session().getRequest().setDegreeOfConcurrency(2);
        exports(app, BOUND, ExportTarget.SETTINGS_SERVER).accept(ONE);

        InvalidConfigurationException rejected = assertThrows(
                InvalidConfigurationException.class,
                () -> exports(lib, BOUND, ExportTarget.SETTINGS_SERVER).accept(TWO));

        assertTrue(rejected.getMessage()
                .startsWith("exportTo: settingsServer (upload) already contains the credentials of "));
        assertEquals(
                "ASIAONE", build.session().getSettings().getServer("upload").getUsername());
        assertTrue(build.state().credentials(lib, "aws.").isEmpty());
    }

    @Test
    void keepsCredentialsForTheGoalsOfAllProjectsWithoutATarget() {
        String where = exports(app, ON_COMMAND_LINE).accept(ONE);

        assertEquals("goals of this plugin only", where);
        assertEquals(
                "ASIAONE", build.state().credentials(lib, "aws.").orElseThrow().accessKeyId());
        assertEquals(0, Build.names(app, "aws.").count());
    }

    private Exports exports(MavenProject project, MojoExecution execution, ExportTarget... targets) {
        build.in(directory.toFile());
        return exports(build, project, execution, "aws.", targets);
    }

    /** Exports without warnings. */
    static Exports exports(
            Build build, MavenProject project, MojoExecution execution, String prefix, ExportTarget... targets) {
        boolean server = Set.of(targets).contains(ExportTarget.SETTINGS_SERVER);
        return new Exports(
                new ExportTargets(Set.of(targets), server ? List.of("upload") : List.of()),
                new CodeArtifactLogins(
                        new CodeArtifactRepositories(List.of(), DomainParameters.NONE),
                        (session, domain) -> fail("requested a token")),
                new PropertyNames(prefix),
                ProjectProperties.of(prefix, project, execution, build.session()),
                project,
                build.session(),
                warning -> fail(warning));
    }
}
