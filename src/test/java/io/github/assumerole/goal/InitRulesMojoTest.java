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
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What init-rules writes, and when it writes nothing. */
class InitRulesMojoTest extends GoalTest {
    InitRulesMojoTest() {
        super("init-rules");
    }

    @BeforeEach
    void writeIntoTheTestsDirectory() {
        parameter("roleArn", StandardWorld.CI_DEPLOY);
        parameter("rulesFile", file().toString());
    }

    @Test
    void writesRulesThatTheGateHolds(
            @InjectMojo(goal = "init-rules") InitRulesMojo goal,
            @InjectMojo(goal = "list-buckets") ListBucketsMojo gate)
            throws Exception {
        goal.execute();
        gate.execute();

        assertTrue(lastLine().startsWith("[INFO] Bucket gate passed: 5 rules hold"), log.lines()::toString);
    }

    @Test
    void writesOnlyWhatWasAskedForAndAsksForNothingElse(
            @InjectMojo(goal = "init-rules")
                    @MojoParameter(name = "settings", value = "versioning")
                    @MojoParameter(name = "includes", value = "app-*")
                    InitRulesMojo goal)
            throws Exception {
        goal.execute();

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
    void writesNothingWhenItMayNotSeeAll(
            @InjectMojo(goal = "init-rules") @MojoParameter(name = "roleArn", value = StandardWorld.LIST_ONLY)
                    InitRulesMojo goal) {
        String refusal = String.join("\n", failed(goal));

        assertTrue(refusal.contains("s3:Get"), refusal);
        assertFalse(Files.exists(file()));
    }

    @Test
    void writesNothingAboutNothing(
            @InjectMojo(goal = "init-rules") @MojoParameter(name = "prefix", value = "nothing-") InitRulesMojo goal) {
        assertTrue(
                failed(goal).get(0).startsWith("Cannot generate bucket rules: no bucket of the account is selected"));
        assertFalse(Files.exists(file()));
    }

    @Test
    void keepsAFileThatIsThere(@InjectMojo(goal = "init-rules") InitRulesMojo goal) throws Exception {
        Files.writeString(file(), "mine");

        List<String> problems = refused(goal);

        assertTrue(problems.get(0).contains("-Dassume-role.overwrite"), problems::toString);
        assertEquals("mine", Files.readString(file()));
    }

    @Test
    void replacesItWhenToldTo(
            @InjectMojo(goal = "init-rules") @MojoParameter(name = "overwrite", value = "true") InitRulesMojo goal)
            throws Exception {
        Files.writeString(file(), "mine");

        goal.execute();

        assertTrue(Files.readString(file()).contains("<bucketRules>"));
    }

    private Path file() {
        return directory.toPath().resolve("bucket-rules.xml");
    }
}
