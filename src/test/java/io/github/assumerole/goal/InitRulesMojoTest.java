package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.standin.StandardWorld;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginManagement;
import org.apache.maven.plugin.Mojo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What init-rules writes, and when it writes nothing. */
class InitRulesMojoTest extends GoalTest {
    @BeforeEach
    void configureOutputFile() {
        parameter("roleArn", StandardWorld.CI_DEPLOY);
        parameter("rulesFile", file().toString());
    }

    @Test
    void writesRulesThatTheGatePasses() throws Exception {
        Mojo gate = listBuckets();

        initRules().execute();
        gate.execute();

        assertTrue(lastLine().startsWith("[INFO] Bucket gate passed: 5 rules hold"), log.lines()::toString);
    }

    @Test
    void writesAndReadsOnlyConfiguredSettings() throws Exception {
        initRules("settings=versioning", "includes=app-*").execute();

        String rules = Files.readString(file());
        assertTrue(rules.contains("<versioning>Enabled</versioning>"), rules);
        assertFalse(rules.contains("<encryption>"), rules);
        assertFalse(rules.contains("terraform-state"), rules);
        assertEquals(
                Set.of("app-artifacts", "app-logs", "app-releases"),
                aws.calls("GetBucketVersioning").stream()
                        .map(call -> call.parameters().get("bucket"))
                        .collect(Collectors.toSet()));
        assertEquals(0, aws.calls("GetBucketTagging").size());
    }

    @Test
    void writesNothingWhenASettingIsDenied() {
        String refusal = String.join("\n", failed(initRules("roleArn=" + StandardWorld.LIST_ONLY)));

        assertTrue(refusal.contains("s3:Get"), refusal);
        assertFalse(Files.exists(file()));
    }

    @Test
    void writesNothingWithoutBuckets() {
        assertTrue(failed(initRules("prefix=nothing-"))
                .get(0)
                .startsWith("Cannot generate bucket rules: no bucket of the account is selected"));
        assertFalse(Files.exists(file()));
    }

    @Test
    void keepsExistingFile() throws Exception {
        Files.writeString(file(), "mine");

        List<String> problems = rejected(initRules());

        assertTrue(problems.get(0).contains("-Dassume-role.overwrite"), problems::toString);
        assertEquals("mine", Files.readString(file()));
    }

    @Test
    void replacesExistingFileWithOverwrite() throws Exception {
        Files.writeString(file(), "mine");

        initRules("overwrite=true").execute();

        assertTrue(Files.readString(file()).contains("<bucketRules>"));
    }

    @Test
    void printsCommandWithCoordinatesWithoutPom() throws Exception {
        project.setFile(null);

        assertEquals(
                "mvn io.github.assumerole:assume-role-maven-plugin:" + version() + ":list-buckets" + properties(),
                command(initRules()));
    }

    @Test
    void printsCommandWithCoordinatesInProjectWithoutPlugin() throws Exception {
        assertEquals(
                "mvn io.github.assumerole:assume-role-maven-plugin:" + version() + ":list-buckets" + properties(),
                command(initRules()));
    }

    @Test
    void printsCommandWithPrefixInProjectThatDeclaresPlugin() throws Exception {
        project.getBuild().addPlugin(plugin());

        assertEquals("mvn assume-role:list-buckets" + properties(), command(initRules()));
    }

    @Test
    void printsCommandWithPrefixInProjectThatManagesPlugin() throws Exception {
        project.getBuild().setPluginManagement(new PluginManagement());
        project.getBuild().getPluginManagement().addPlugin(plugin());

        assertEquals("mvn assume-role:list-buckets" + properties(), command(initRules()));
    }

    @Test
    void printsCommandWithExecutionOfPom() throws Exception {
        project.getBuild().addPlugin(plugin());

        assertEquals("mvn assume-role:list-buckets@default" + properties(), command(goal(Build.bound("init-rules"))));
    }

    @Test
    void printsCommandWithPomOfAnotherDirectory() throws Exception {
        project.getBuild().addPlugin(plugin());
        project.setFile(new File(directory, "app/pom.xml"));

        assertEquals(
                "mvn -f " + directory + "/app/pom.xml assume-role:list-buckets" + properties(), command(initRules()));
    }

    @Test
    void printsCommandWithProfiles() throws Exception {
        project.getBuild().addPlugin(plugin());
        build.session().getRequest().addActiveProfile("ci").addInactiveProfile("dev");

        assertEquals("mvn '-Pci,!dev' assume-role:list-buckets" + properties(), command(initRules()));
    }

    @Test
    void printsCommandWithoutFileThatPomConfigures() throws Exception {
        project.getBuild().addPlugin(plugin());
        noParameter("rulesFile");

        assertEquals(
                "mvn assume-role:list-buckets" + properties().replaceAll(" [^ ]*rulesFile=[^ ]*", ""),
                command(initRules("rulesFile=" + file())));
    }

    @Test
    void printsCommandWithParametersOfListBucketsOnly() throws Exception {
        project.getBuild().addPlugin(plugin());
        parameter("overwrite", "true");
        parameter("settings", "versioning");
        parameter("externalId", "Tenant:42");

        assertEquals(
                "mvn assume-role:list-buckets"
                        + properties()
                                .replace(" -Dassume-role.p", " -Dassume-role.externalId=Tenant:42 -Dassume-role.p"),
                command(initRules()));
    }

    @Test
    void printsParameterOfListBucketsOnce() throws Exception {
        parameter("minBuckets", "1");

        String command = command(initRules());

        assertTrue(command.contains(" -Dassume-role.minBuckets=1 "), command);
    }

    @Test
    void printsCommandWithQuotesForTheShell() throws Exception {
        parameter("rulesFile", directory + "/bob's rules.xml");

        String command = command(initRules());

        assertTrue(command.endsWith(" '-Dassume-role.rulesFile=" + directory + "/bob'\\''s rules.xml'"), command);
    }

    /** The values of other properties may be secrets, so that only their names are printed. */
    @Test
    void printsNamesOfOtherProperties() throws Exception {
        build.define("theRole", "arn:aws:iam::444455556666:role/ci").define("env", "ci");

        assertEquals("-Denv, -DtheRole", others(initRules()));
    }

    @Test
    void printsNoPropertiesThatMavenDefines() throws Exception {
        build.define("session.topDirectory", "/app").define("session.rootDirectory", "/app");

        assertTrue(command(initRules()).startsWith("mvn "));
    }

    @Test
    void printsOtherGoalsOfTheCommandLine() throws Exception {
        build.session().getRequest().setGoals(List.of("clean", "assume-role:assume-role", "assume-role:init-rules@x"));

        assertEquals("clean, assume-role:assume-role", others(initRules()));
    }

    /** The phase would generate the rules again. */
    @Test
    void printsNoGoalsInPhase() throws Exception {
        project.getBuild().addPlugin(plugin());
        build.session().getRequest().setGoals(List.of("verify"));

        assertEquals("mvn assume-role:list-buckets@default" + properties(), command(goal(Build.bound("init-rules"))));
    }

    @Test
    void printsOptionsOfOtherSettings() throws Exception {
        build.systemProperty("user.home", directory.getPath()).systemProperty("maven.home", directory.getPath());
        build.session().getRequest().setUserSettingsFile(new File(directory, "ci.xml"));
        build.session().getRequest().setGlobalSettingsFile(new File(directory, "all.xml"));

        assertEquals("-s, -gs", others(initRules()));
    }

    @Test
    void printsNoOptionsOfDefaultSettings() throws Exception {
        build.systemProperty("user.home", directory.getPath()).systemProperty("maven.home", directory.getPath());
        build.session().getRequest().setUserSettingsFile(new File(directory, ".m2/settings.xml"));
        build.session().getRequest().setGlobalSettingsFile(new File(directory, "conf/settings.xml"));

        assertTrue(command(initRules()).startsWith("mvn "));
    }

    /** PowerShell would end an argument without quotes at the first dot. */
    @Test
    void printsCommandWithQuotesForWindows() throws Exception {
        build.systemProperty("os.name", "Windows 11");

        String command = command(initRules());

        assertTrue(command.contains(" \"-Dassume-role.profile=in-ireland\" "), command);
    }

    /** PowerShell replaces variables in double quotes. */
    @Test
    void printsSingleQuotesForPowerShell() throws Exception {
        build.systemProperty("os.name", "Windows 11");
        parameter("rulesFile", directory + "/it's $5.xml");

        String command = command(initRules());

        assertTrue(command.endsWith(" '-Dassume-role.rulesFile=" + directory + "/it''s $5.xml'"), command);
    }

    /** The command in the last line of the log. */
    private String command(Mojo initRules) throws Exception {
        String command = line(initRules);
        assertFalse(command.contains("; add "), command);
        return command;
    }

    /** The goals and options that the command needs in addition. */
    private String others(Mojo initRules) throws Exception {
        String[] parts = line(initRules).split("; add the other goals and options of this build: ", -1);
        assertEquals(2, parts.length, lastLine());
        return parts[1];
    }

    private String line(Mojo initRules) throws Exception {
        build.systemProperty("user.dir", directory.getPath());
        initRules.execute();
        String before = "[INFO] To check them: ";
        String after = "; to detect new buckets, set <maxBuckets> to 5.";
        assertTrue(lastLine().startsWith(before) && lastLine().endsWith(after), lastLine());
        return lastLine().substring(before.length(), lastLine().length() - after.length());
    }

    private String properties() {
        return " -Dassume-role.endpointUrl=" + aws.endpoint() + " -Dassume-role.profile=in-ireland"
                + " -Dassume-role.roleArn=" + StandardWorld.CI_DEPLOY + " -Dassume-role.rulesFile=" + file();
    }

    private static String version() {
        return PluginXml.goal("init-rules").getPluginDescriptor().getVersion();
    }

    private static Plugin plugin() {
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.github.assumerole");
        plugin.setArtifactId("assume-role-maven-plugin");
        return plugin;
    }

    private Path file() {
        return directory.toPath().resolve("bucket-rules.xml");
    }
}
