package io.github.assumerole.goal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.build.PluginCoordinates;
import io.github.assumerole.goal.Build;
import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.InvalidConfigurationException;
import java.io.File;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFilesTest {
    private final MavenProject parent = Build.project("parent");
    private final MavenProject app = Build.project("app");
    private final ConfigurationProblems problems = new ConfigurationProblems();

    @TempDir
    private File directory;

    @BeforeEach
    void createProjects() {
        parent.setFile(new File(directory, "pom.xml"));
        app.setFile(new File(directory, "app/pom.xml"));
        app.setParent(parent);
    }

    private InputFiles files() {
        return new InputFiles(app, Build.bound("list-buckets"));
    }

    private Optional<Path> read(File file) {
        return files().read(problems, "rulesFile", Optional.of(file));
    }

    private String problem() {
        return assertThrows(InvalidConfigurationException.class, problems::throwIfAny)
                .getMessage()
                .replace(directory + File.separator, "");
    }

    @Test
    void saysThatParentContainsRelativePath() throws Exception {
        configure(parent, "rules.xml");

        assertEquals(Optional.empty(), read(new File(directory, "app/rules.xml")));
        assertEquals(
                "rulesFile: app/rules.xml does not exist. It is a relative path in it:parent:1, which Maven resolves"
                        + " against each module; write ${maven.multiModuleProjectDirectory}/rules.xml for a path from the"
                        + " directory that contains .mvn, or the top-level POM",
                problem());
    }

    @Test
    void namesFileBesideTheParent() throws Exception {
        Files.createFile(directory.toPath().resolve("rules.xml"));
        configure(parent, "rules.xml");
        read(new File(directory, "app/rules.xml"));

        assertTrue(problem().contains("against each module, and rules.xml exists; write "), this::problem);
    }

    @Test
    void explainsMissingFileInAdvice() throws Exception {
        configure(parent, "webIdentityTokenFile", "token.jwt");

        assertEquals(
                "<webIdentityTokenFile> (a relative path in it:parent:1, which Maven resolves against each module; write"
                        + " ${maven.multiModuleProjectDirectory}/token.jwt for a path from the directory that contains"
                        + " .mvn, or the top-level POM)",
                files().setting("webIdentityTokenFile", new File(directory, "app/token.jwt").toPath()));
        assertEquals(
                "<webIdentityTokenFile>",
                files().setting("webIdentityTokenFile", new File(directory, "token.jwt").toPath()));
    }

    @Test
    void explainsMissingPolicyFileOnce() throws Exception {
        configure(parent, "policyFile", "policy.json");
        PolicyParameters policies =
                new PolicyParameters(Optional.empty(), Optional.of(new File(directory, "app/policy.json")), List.of());

        policies.rejectMissing(problems, files());
        policies.read(problems);

        assertEquals(
                "policyFile: app/policy.json does not exist. It is a relative path in it:parent:1, which Maven resolves"
                        + " against each module; write ${maven.multiModuleProjectDirectory}/policy.json for a path from"
                        + " the directory that contains .mvn, or the top-level POM",
                problem());
    }

    @Test
    void acceptsFileOfModule() throws Exception {
        Files.createDirectory(directory.toPath().resolve("app"));
        Path file = Files.createFile(directory.toPath().resolve("app/rules.xml"));
        configure(parent, "rules.xml");

        assertEquals(Optional.of(file), read(file.toFile()));
        assertTrue(problems.isEmpty());
    }

    /** The reader of the file reports them. */
    @Test
    void leavesOtherMissingFilesToTheirReader() throws Exception {
        File file = new File(directory, "app/rules.xml");
        assertEquals(Optional.of(file.toPath()), read(file));

        configure(app, "rules.xml");
        configure(parent, "rules.xml");
        assertEquals(Optional.of(file.toPath()), read(file));
        assertEquals(Optional.of(directory.toPath().resolve("other.xml")), read(new File(directory, "other.xml")));
        assertTrue(problems.isEmpty());
    }

    private static void configure(MavenProject pom, String rulesFile) throws Exception {
        configure(pom, "rulesFile", rulesFile);
    }

    private static void configure(MavenProject pom, String parameter, String path) throws Exception {
        Plugin plugin = new Plugin();
        plugin.setGroupId(PluginCoordinates.KEY.split(":")[0]);
        plugin.setArtifactId(PluginCoordinates.KEY.split(":")[1]);
        plugin.setConfiguration(Xpp3DomBuilder.build(new StringReader(
                "<configuration><" + parameter + ">" + path + "</" + parameter + "></configuration>")));
        pom.getOriginalModel().setBuild(new org.apache.maven.model.Build());
        pom.getOriginalModel().getBuild().addPlugin(plugin);
    }
}
