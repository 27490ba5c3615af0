package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.standin.StandardWorld;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

    private Path file() {
        return directory.toPath().resolve("bucket-rules.xml");
    }
}
