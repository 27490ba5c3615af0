package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.role.SessionPolicy;
import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What assume-role leaves behind as evidence. */
class ReceiptFileTest extends GoalTest {
    ReceiptFileTest() {
        super("assume-role");
    }

    @BeforeEach
    void askForAReceipt() {
        parameter("roleArn", StandardWorld.CI_DEPLOY);
        parameter("receiptFile", "target/assume-role/receipt.json");
    }

    @Test
    void tellsWhoBecameWhom(
            @InjectMojo(goal = "assume-role")
                    @MojoParameter(name = "policyArns", value = StandardWorld.S3_READ_ONLY_POLICY)
                    AssumeRoleMojo goal)
            throws Exception {
        goal.execute();

        String json = read();
        new SessionPolicy(json); // Or it were no JSON object.
        assertField(json, "roleArn", quoted(StandardWorld.CI_DEPLOY));
        assertField(json, "accountId", quoted("444455556666"));
        assertField(json, "assumedRoleArn", quoted("arn:aws:sts::444455556666:assumed-role/ci-deploy/maven-app"));
        assertField(json, "roleSessionName", quoted("maven-app"));
        assertField(json, "callerArn", quoted(StandardWorld.BOB_ARN));
        assertField(json, "credentialsFrom", quoted("the profile in-ireland"));
        assertField(json, "region", quoted("eu-west-1"));
        assertField(json, "endpoint", quoted(aws.endpoint().toString()));
        assertField(json, "expiration", quoted(property("aws.expiration")));
        assertTrue(json.matches("(?s).*\"requestId\": \"[\\w-]{8,}\",\n.*"), json);
        assertTrue(json.matches("(?s).*\"packedPolicySizePercent\": \\d+\n.*"), json);
        assertHoldsNoSecret(json);
    }

    @Test
    void isWrittenForAReusedSessionToo(
            @InjectMojo(goal = "assume-role") AssumeRoleMojo first,
            @InjectMojo(goal = "assume-role") AssumeRoleMojo second)
            throws Exception {
        first.execute();
        String json = read();
        Files.delete(receipt());

        second.execute();

        assertEquals(json, read());
        assertEquals(1, assumed());
        assertEquals(1, aws.calls("GetCallerIdentity").size());
    }

    @Test
    void saysNullWhereNobodyTellsTheCaller(@InjectMojo(goal = "assume-role") AssumeRoleMojo goal) throws Exception {
        aws.faultAlways("GetCallerIdentity", Fault.error(403, "AccessDenied", "no"));

        goal.execute();

        assertField(read(), "callerArn", "null");
        assertField(read(), "packedPolicySizePercent", "null");
    }

    @Test
    void needsNoSecondSessionOfARoleProfileToTellTheCaller(
            @InjectMojo(goal = "assume-role")
                    @MojoParameter(name = "profile", value = "runner-by-role")
                    @MojoParameter(name = "roleSessionName", value = "release")
                    AssumeRoleMojo goal)
            throws Exception {
        goal.execute();

        assertField(read(), "callerArn", quoted("arn:aws:sts::111122223333:assumed-role/ci-runner/release"));
        assertEquals(2, assumed(), "the profile's role, and then ours");
    }

    @Test
    void isNotWrittenWhenTheCallFails(
            @InjectMojo(goal = "assume-role") @MojoParameter(name = "roleArn", value = StandardWorld.MFA_ONLY)
                    AssumeRoleMojo goal) {
        failed(goal);

        assertFalse(Files.exists(receipt()));
    }

    @Test
    void failsInWordsAndHandsNothingOutWithoutIt(@InjectMojo(goal = "assume-role") AssumeRoleMojo goal)
            throws Exception {
        Files.createDirectories(receipt().resolve("in the way"));

        String refusal = String.join("\n", failed(goal));

        assertTrue(refusal.startsWith("Cannot write the receipt to " + receipt() + ": "), refusal);
        assertTrue(refusal.contains("set <receiptFile> to a path that the build can write"), refusal);
        assertEquals(0, Build.names(project, "aws.").count());
        assertTrue(build.state().credentials(project, "aws.").isEmpty());
    }

    private Path receipt() {
        return directory.toPath().resolve("target/assume-role/receipt.json");
    }

    private String read() throws IOException {
        return Files.readString(receipt());
    }

    private static void assertField(String json, String name, String value) {
        String line = "  " + quoted(name) + ": " + value;
        assertTrue(json.contains(line + ",\n") || json.contains(line + "\n}"), () -> line + " is not in " + json);
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
