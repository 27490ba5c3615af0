package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.standin.StandardWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Credentials in a file, of which only the path is published. */
class CredentialsFileExportTest extends GoalTest {
    CredentialsFileExportTest() {
        super("assume-role");
    }

    @BeforeEach
    void exportToAFile() {
        parameter("roleArn", StandardWorld.CI_DEPLOY);
        parameter("exportTo", "credentialsFile");
    }

    @Test
    void publishesThePathAndNothingElse(@InjectMojo(goal = "assume-role") AssumeRoleMojo goal) throws Exception {
        goal.execute();

        assertEquals(
                List.of("aws.sharedCredentialsFile"),
                Build.names(project, "aws.").toList());
        assertEquals(directory.toPath().resolve("target/assume-role/aws.credentials"), file("aws."));
        assertTrue(lastLine().endsWith(" -> file " + file("aws.")), lastLine());
        assertLoggedNoSecret();
    }

    @Test
    void letsTheOwnerAloneReadTheFile(@InjectMojo(goal = "assume-role") AssumeRoleMojo goal) throws Exception {
        goal.execute();

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file("aws."))));
        String text = Files.readString(file("aws."));
        assertTrue(text.startsWith("[default]\naws_access_key_id = ASIA"));
        assertEquals(2, aws.secrets().stream().filter(text::contains).count());
    }

    @Test
    void removesTheFileWhenTheBuildEnds(@InjectMojo(goal = "assume-role") AssumeRoleMojo goal) throws Exception {
        goal.execute();

        build.end();

        assertFalse(Files.exists(file("aws.")));
        assertTrue(leftovers().isEmpty(), leftovers());
    }

    @Test
    void givesEachPrefixAFileOfItsOwn(
            @InjectMojo(goal = "assume-role") AssumeRoleMojo first,
            @InjectMojo(goal = "assume-role")
                    @MojoParameter(name = "roleArn", value = StandardWorld.EMPTY_CI_DEPLOY)
                    @MojoParameter(name = "propertyPrefix", value = "empty.")
                    AssumeRoleMojo second)
            throws Exception {
        first.execute();
        second.execute();

        assertNotEquals(Files.readString(file("aws.")), Files.readString(file("empty.")));
        build.end();
        assertFalse(Files.exists(file("aws.")) || Files.exists(file("empty.")));
    }

    @Test
    void goesTogetherWithProperties(
            @InjectMojo(goal = "assume-role")
                    @MojoParameter(name = "exportTo", value = "projectProperties,credentialsFile")
                    AssumeRoleMojo goal)
            throws Exception {
        goal.execute();

        assertEquals(8, Build.names(project, "aws.").count());
        assertTrue(Files.readString(file("aws.")).contains(property("aws.sessionToken")));
        assertTrue(lastLine().endsWith(" -> properties aws.*, file " + file("aws.")), lastLine());
    }

    @Test
    void takesBackThePropertiesOfAnEarlierExecution(
            @InjectMojo(goal = "assume-role") @MojoParameter(name = "exportTo", value = "projectProperties")
                    AssumeRoleMojo first,
            @InjectMojo(goal = "assume-role") AssumeRoleMojo second)
            throws Exception {
        first.execute();
        second.execute();

        assertNull(property("aws.sessionToken"));
        assertEquals(1, Build.names(project, "aws.").count());
    }

    @Test
    void refusesAPathThatWouldBeHiddenBeforeTheCall(@InjectMojo(goal = "assume-role") AssumeRoleMojo goal) {
        build.define("aws.sharedCredentialsFile", "elsewhere");

        assertEquals(
                List.of(
                        "propertyPrefix: aws.sharedCredentialsFile is already defined by -Daws.sharedCredentialsFile (on"
                                + " the command line, in MAVEN_ARGS or .mvn/maven.config), which would hide the value"
                                + " published to app; remove that definition, or set another <propertyPrefix>"),
                refused(goal));
    }

    @Test
    void mindsNoOtherNameSinceNoneIsPublished(@InjectMojo(goal = "assume-role") AssumeRoleMojo goal) throws Exception {
        build.define("aws.accessKeyId", "mine");

        goal.execute();

        assertTrue(Files.exists(file("aws.")));
    }

    @Test
    void refusesAPrefixThatLeadsElsewhereInWords(
            @InjectMojo(goal = "assume-role") @MojoParameter(name = "propertyPrefix", value = "a/../../../b.")
                    AssumeRoleMojo goal) {
        assertEquals(
                List.of("propertyPrefix: 'a/../../../b.' cannot start a property name; expected letters,"
                        + " digits, '.', '_' and '-'"),
                refused(goal));
    }

    @Test
    void findsTheBuildDirectoryWhereThereIsNoPom(@InjectMojo(goal = "assume-role") AssumeRoleMojo goal)
            throws Exception {
        // What Maven makes of its own model when there is no pom.xml.
        project.getBuild().setDirectory("${project.basedir}/target");
        build.in(directory);

        goal.execute();

        assertEquals(directory.toPath().resolve("target/assume-role/aws.credentials"), file("aws."));
        assertTrue(Files.exists(file("aws.")));
    }

    private Path file(String prefix) {
        return Path.of(property(prefix + "sharedCredentialsFile"));
    }

    private String leftovers() throws IOException {
        try (Stream<Path> files = Files.walk(directory.toPath().resolve("target"))) {
            return files.filter(Files::isRegularFile).map(Path::toString).collect(Collectors.joining("\n"));
        }
    }
}
