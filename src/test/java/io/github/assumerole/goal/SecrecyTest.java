package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.Mojo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No goal prints a secret, neither at the level of {@code -X} nor in a failure or its causes. */
class SecrecyTest extends GoalTest {
    SecrecyTest() {
        super("list-buckets");
    }

    @BeforeEach
    void configureRole() {
        parameter("roleArn", StandardWorld.CI_DEPLOY);
        parameter("requiredBuckets", "nowhere");
        parameter("maxAttempts", "1");
    }

    @Test
    void printsNoSecretOfASuccess(
            @InjectMojo(goal = "assume-role") AssumeRoleMojo before,
            @InjectMojo(goal = "list-buckets") @MojoParameter(name = "requiredBuckets", value = "app-*")
                    ListBucketsMojo goal)
            throws Exception {
        before.execute();
        goal.execute();

        assertLoggedNoSecret();
    }

    @Test
    void namesNoThreadAfterASecret(
            @InjectMojo(goal = "assume-role") AssumeRoleMojo before,
            @InjectMojo(goal = "list-buckets") ListBucketsMojo goal)
            throws Exception {
        Set<String> names = ConcurrentHashMap.newKeySet();
        Runnable look = () -> Thread.getAllStackTraces().keySet().forEach(thread -> names.add(thread.getName()));
        aws.afterCalls("AssumeRole", 1, look);
        aws.afterCalls("ListBuckets", 1, look);
        before.execute();
        failure(goal);

        assertFalse(names.isEmpty());
        assertHoldsNoSecret(String.join("\n", names));
    }

    @Test
    void printsNoSecretWhenTheGateSaysNo(@InjectMojo(goal = "list-buckets") ListBucketsMojo goal) {
        assertHoldsNoSecret(failure(goal));
    }

    @Test
    void repeatsNoSecretThatAServerQuotes(
            @InjectMojo(goal = "assume-role") AssumeRoleMojo before,
            @InjectMojo(goal = "list-buckets") ListBucketsMojo goal)
            throws Exception {
        before.execute();
        String quoted = "token " + property("aws.sessionToken") + " key " + property("aws.secretAccessKey");
        aws.fault("ListBuckets", Fault.error(403, "SignatureDoesNotMatch", quoted));

        assertHoldsNoSecret(failure(goal));
    }

    @Test
    void repeatsNoSecretOfTheCallerThatStsQuotes(@InjectMojo(goal = "assume-role") AssumeRoleMojo goal) {
        aws.fault("AssumeRole", Fault.error(403, "SignatureDoesNotMatch", "key " + StandardWorld.BOB_SECRET));

        assertHoldsNoSecret(failure(goal));
    }

    @Test
    void repeatsNoSecretOfAPropertyThatIsInTheWay(
            @InjectMojo(goal = "assume-role") AssumeRoleMojo before,
            @InjectMojo(goal = "assume-role") @MojoParameter(name = "propertyPrefix", value = "taken.")
                    AssumeRoleMojo goal)
            throws Exception {
        before.execute();
        build.define("taken.sessionToken", property("aws.sessionToken"));

        assertHoldsNoSecret(failure(goal));
    }

    @Test
    void repeatsNoPasswordOfAnEndpoint(
            @InjectMojo(goal = "assume-role")
                    @MojoParameter(
                            name = "endpointUrl",
                            value = "http://bob:" + StandardWorld.BOB_SECRET + "@ localhost")
                    AssumeRoleMojo goal) {
        assertEquals(
                List.of("endpointUrl: has a user, a query or a fragment, expected scheme, host, port and path alone, as"
                        + " in https://s3.example.com:9000"),
                refused(goal));
        assertHoldsNoSecret(failure(goal));
    }

    /** All that Maven could print of a failure under {@code -X}, and what was logged before. */
    private String failure(Mojo goal) {
        StringWriter text = new StringWriter();
        assertThrows(Exception.class, goal::execute).printStackTrace(new PrintWriter(text));
        return text + String.join("\n", log.lines());
    }
}
