package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.standin.StandardWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.artifact.repository.ArtifactRepository;
import org.apache.maven.artifact.repository.ArtifactRepositoryPolicy;
import org.apache.maven.artifact.repository.Authentication;
import org.apache.maven.artifact.repository.MavenArtifactRepository;
import org.apache.maven.artifact.repository.layout.DefaultRepositoryLayout;
import org.apache.maven.model.DeploymentRepository;
import org.apache.maven.model.DistributionManagement;
import org.apache.maven.settings.Server;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.RestoreSystemProperties;

/** Export targets other than project properties. */
class ExportToTest extends GoalTest {
    private static final String TO_FILE = "exportTo=credentialsFile";

    @BeforeEach
    void configureRole() {
        parameter("roleArn", StandardWorld.CI_DEPLOY);
    }

    @Test
    void publishesOnlyPathOfCredentialsFile() throws Exception {
        assumeRole(TO_FILE).execute();

        assertPublished("aws.configFile", "aws.sharedCredentialsFile");
        assertEquals(directory.toPath().resolve("target/assume-role/aws.credentials"), file("aws."));
        assertTrue(lastLine().endsWith(" -> file " + file("aws.")), lastLine());
        assertLoggedNoSecret();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file("aws."))));
        String text = Files.readString(file("aws."));
        assertTrue(text.startsWith("[default]\naws_access_key_id = ASIA"));
        assertEquals(2, aws.secrets().stream().filter(text::contains).count());
    }

    @Test
    void deletesCredentialsFilesWhenBuildEnds() throws Exception {
        assumeRole(TO_FILE).execute();
        assumeRole(TO_FILE, "roleArn=" + StandardWorld.EMPTY_CI_DEPLOY, "propertyPrefix=empty.")
                .execute();
        assertNotEquals(Files.readString(file("aws.")), Files.readString(file("empty.")));

        build.end();

        assertEquals(List.of(), filesOfBuildDirectory());
    }

    @Test
    void exportsToSeveralTargets() throws Exception {
        assumeRole("exportTo=projectProperties,credentialsFile").execute();

        assertEquals(9, Build.names(project, "aws.").count());
        assertTrue(Files.readString(file("aws.")).contains(property("aws.sessionToken")));
        assertTrue(lastLine().endsWith(" -> properties aws.*, file " + file("aws.")), lastLine());
    }

    @Test
    void removesPropertiesOfEarlierExecution() throws Exception {
        assumeRole("exportTo=projectProperties").execute();
        assumeRole(TO_FILE).execute();

        assertPublished("aws.configFile", "aws.sharedCredentialsFile");
    }

    @Test
    void rejectsDefinitionThatHidesPath() {
        build.define("aws.sharedCredentialsFile", "elsewhere");

        assertEquals(
                List.of(
                        "propertyPrefix: aws.sharedCredentialsFile is already defined by -Daws.sharedCredentialsFile (on"
                                + " the command line, in MAVEN_ARGS or .mvn/maven.config), which would hide the value"
                                + " published to app; remove that definition, or set another <propertyPrefix>"),
                rejected(assumeRole(TO_FILE)));
    }

    @Test
    void acceptsDefinitionsOfNamesThatAreNotPublished() throws Exception {
        build.define("aws.accessKeyId", "mine");
        assumeRole(TO_FILE).execute();

        build.define("aws.sharedCredentialsFile", "mine");
        assumeRole("exportTo=none").execute();

        assertEquals(1, assumed());
    }

    @Test
    void rejectsPrefixWithPath() {
        assertEquals(
                List.of("propertyPrefix: 'a/../../../b.' cannot start a property name; expected letters,"
                        + " digits, '.', '_' and '-'"),
                rejected(assumeRole(TO_FILE, "propertyPrefix=a/../../../b.")));
    }

    @Test
    void findsBuildDirectoryWithoutPom() throws Exception {
        // The value in Maven's own model if there is no pom.xml.
        project.getBuild().setDirectory("${project.basedir}/target");
        build.in(directory);

        assumeRole(TO_FILE).execute();

        assertEquals(directory.toPath().resolve("target/assume-role/aws.credentials"), file("aws."));
        assertTrue(Files.exists(file("aws.")));
    }

    @Test
    @RestoreSystemProperties
    void setsSystemPropertiesUntilBuildEnds() throws Exception {
        configureBaseCredentialsOfSystemProperties();

        assumeRole("exportTo=systemProperties").execute();

        assertNotEquals(StandardWorld.BOB_KEY_ID, System.getProperty("aws.accessKeyId"));
        assertTrue(aws.secrets().contains(System.getProperty("aws.sessionToken")));
        assertEquals(System.getProperty("aws.secretAccessKey"), System.getProperty("aws.secretKey"));
        assertPublished();
        assertTrue(lastLine().endsWith(" -> system properties aws.*"), lastLine());

        build.end();

        assertEquals(StandardWorld.BOB_KEY_ID, System.getProperty("aws.accessKeyId"));
        assertEquals(StandardWorld.BOB_SECRET, System.getProperty("aws.secretAccessKey"));
        assertNull(System.getProperty("aws.secretKey"));
        assertNull(System.getProperty("aws.sessionToken"));
    }

    /** Otherwise the next role would be chained by accident. */
    @Test
    @RestoreSystemProperties
    void doesNotUseExportedSystemPropertiesAsBaseCredentials() throws Exception {
        configureBaseCredentialsOfSystemProperties();
        parameter("exportTo", "systemProperties");

        assumeRole().execute();
        assumeRole("roleArn=" + StandardWorld.SHORT).execute();
        listBuckets("roleArn=" + StandardWorld.EMPTY_CI_DEPLOY).execute();

        assertEquals(List.of(StandardWorld.BOB_ARN, StandardWorld.BOB_ARN, StandardWorld.BOB_ARN), callers());
    }

    @Test
    @RestoreSystemProperties
    void warnsOnceOfKeysThatOtherPluginsPrefer() throws Exception {
        build.systemProperty("env.AWS_ACCESS_KEY_ID", StandardWorld.BOB_KEY_ID);
        build.systemProperty("env.AWS_SECRET_ACCESS_KEY", StandardWorld.BOB_SECRET);

        assumeRole("exportTo=systemProperties,credentialsFile").execute();
        assumeRole("exportTo=systemProperties,credentialsFile", "propertyPrefix=again.")
                .execute();

        assertEquals(
                List.of(
                        "[WARNING] exportTo systemProperties: plugins with the default credential provider chain of the AWS SDK"
                                + " for Java 1.x use AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY of the"
                                + " environment, not the credentials of the role. Start Maven without these variables,"
                                + " and configure the base credentials with <profile>, <serverId> or <webIdentity>.",
                        "[WARNING] exportTo credentialsFile: processes that inherit AWS_ACCESS_KEY_ID and"
                                + " AWS_SECRET_ACCESS_KEY use these, not the credentials of the role. Remove them from"
                                + " the environment of the process, for example with <excludedEnvironmentVariables> of"
                                + " Surefire, or start Maven without them."),
                warnings());
        assertLoggedNoSecret();
        build.end();
    }

    @Test
    void warnsOfNothingThatTheTargetIgnores() throws Exception {
        build.systemProperty("env.AWS_ACCESS_KEY_ID", StandardWorld.BOB_KEY_ID);
        build.systemProperty("env.AWS_SECRET_ACCESS_KEY", StandardWorld.BOB_SECRET);

        assumeRole("exportTo=projectProperties").execute();
        assumeRole("exportTo=none").execute();

        assertEquals(List.of(), warnings());
    }

    @Test
    void writesSessionToInheritedProfile() throws Exception {
        build.systemProperty("env.AWS_PROFILE", "ci");
        Files.createDirectory(directory.toPath().resolve(".aws"));
        Path config = Files.writeString(
                directory.toPath().resolve(".aws/config"), "[profile ci]\nrole_arn = " + StandardWorld.SHORT + "\n");
        build.systemProperty("env.HOME", directory.getPath());

        assumeRole(TO_FILE).execute();

        assertTrue(Files.readString(file("aws.")).contains("\n[ci]\naws_access_key_id = ASIA"));
        assertEquals(
                "[default]\nregion = eu-west-1\n\n[profile ci]\nregion = eu-west-1\n",
                Files.readString(Path.of(property("aws.configFile"))));
        assertEquals(
                List.of(
                        "[WARNING] exportTo credentialsFile: processes that inherit this environment use role_arn of the"
                                + " profile ci of AWS_PROFILE in " + config + ", not the credentials of the role. Set"
                                + " AWS_CONFIG_FILE to ${aws.configFile} in the environment of the process, as well as"
                                + " AWS_SHARED_CREDENTIALS_FILE."),
                warnings());
    }

    @Test
    void setsServerOfSettings() throws Exception {
        assumeRole("exportTo=settingsServer", "exportServerId=s3-upload").execute();

        Server server = build.session().getSettings().getServer("s3-upload");
        assertTrue(server.getUsername().startsWith("ASIA"));
        assertTrue(aws.secrets().contains(server.getPassword()));
        assertTrue(aws.secrets().contains(server.getPassphrase()));
        assertPublished();
        assertTrue(lastLine().endsWith(" -> server s3-upload of the settings"), lastLine());
        assertLoggedNoSecret();
    }

    @Test
    void setsServersOfSettings() throws Exception {
        assumeRole("exportTo=settingsServer", "exportServerId=upload,docker").execute();

        assertEquals(
                build.session().getSettings().getServer("upload").getPassword(),
                build.session().getSettings().getServer("docker").getPassword());
        assertTrue(lastLine().endsWith(" -> server upload of the settings, server docker of the settings"), lastLine());
    }

    @Test
    void logsInToRepositoriesUntilBuildEnds() throws Exception {
        ArtifactRepository releases = repository("releases", "https://server.example.com/releases");
        releases.setAuthentication(new Authentication("me", "mine"));
        ArtifactRepository libs = repository("releases", "https://server.example.com/libs");
        ArtifactRepository plugins = repository("releases", "https://server.example.com/plugins");
        ArtifactRepository other = repository("other", "https://server.example.com/other");
        project.setReleaseArtifactRepository(releases);
        project.setRemoteArtifactRepositories(List.of(libs, other));
        project.setPluginArtifactRepositories(List.of(plugins));

        assumeRole("exportTo=repositories", "exportServerId=releases").execute();

        for (ArtifactRepository repository : List.of(releases, libs, plugins)) {
            assertTrue(repository.getAuthentication().getUsername().startsWith("ASIA"));
            assertTrue(aws.secrets().contains(repository.getAuthentication().getPassword()));
        }
        // What Maven resolves with, in its own type.
        assertNotNull(project.getRemoteProjectRepositories().get(0).getAuthentication());
        assertNotNull(project.getRemotePluginRepositories().get(0).getAuthentication());
        assertNull(other.getAuthentication());
        assertPublished();
        assertTrue(lastLine().endsWith(" -> repositories releases"), lastLine());
        assertLoggedNoSecret();

        assumeRole("exportTo=repositories", "exportServerId=releases", "roleArn=" + StandardWorld.SHORT)
                .execute();
        build.end();

        assertEquals("me", releases.getAuthentication().getUsername());
        assertEquals("mine", releases.getAuthentication().getPassword());
        assertNull(libs.getAuthentication());
        assertNull(project.getRemoteProjectRepositories().get(0).getAuthentication());
    }

    @Test
    void rejectsIdsOfNoRepository() {
        project.setReleaseArtifactRepository(repository("releases", "https://server.example.com/releases"));
        project.getModel().setDistributionManagement(new DistributionManagement());
        DeploymentRepository snapshots = new DeploymentRepository();
        snapshots.setId("snapshots");
        project.getDistributionManagement().setSnapshotRepository(snapshots);

        assertEquals(
                List.of(
                        "exportServerId: no repository of this project has the id 'relases'; did you mean releases?",
                        "exportServerId: no repository of this project has the id 'maven'; it has snapshots, releases"),
                rejected(assumeRole("exportTo=repositories", "exportServerId=relases,maven,snapshots")));
    }

    @Test
    void rejectsRepositoriesOfProjectWithoutAny() {
        assertEquals(
                List.of("exportServerId: no repository of this project has the id 'releases'; it has none"),
                rejected(assumeRole("exportTo=repositories", "exportServerId=releases")));
    }

    private static ArtifactRepository repository(String id, String url) {
        return new MavenArtifactRepository(
                id, url, new DefaultRepositoryLayout(), new ArtifactRepositoryPolicy(), new ArtifactRepositoryPolicy());
    }

    @Test
    void exportsOnlyToGoalsOfThisPlugin() throws Exception {
        assumeRole("exportTo=none").execute();
        assertTrue(lastLine().endsWith(" -> goals of this plugin only"), lastLine());
        noParameter("roleArn");

        listBuckets().execute();

        assertEquals(1, assumed());
        assertLogged("[INFO] 5 buckets in account 444455556666, as role ci-deploy");
        assertPublished();
        assertNull(System.getProperty("aws.sessionToken"));
        assertTrue(build.session().getSettings().getServers().isEmpty());
        assertLoggedNoSecret();
    }

    private void configureBaseCredentialsOfSystemProperties() {
        noParameter("profile");
        parameter("region", "eu-west-1");
        System.setProperty("aws.accessKeyId", StandardWorld.BOB_KEY_ID);
        System.setProperty("aws.secretAccessKey", StandardWorld.BOB_SECRET);
    }

    private void assertPublished(String... names) {
        assertEquals(List.of(names), Build.names(project, "aws.").toList());
    }

    private Path file(String prefix) {
        return Path.of(property(prefix + "sharedCredentialsFile"));
    }

    private List<Path> filesOfBuildDirectory() throws IOException {
        try (Stream<Path> files = Files.walk(directory.toPath().resolve("target"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
