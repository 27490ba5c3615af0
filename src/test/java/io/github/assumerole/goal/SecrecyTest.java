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
import org.apache.maven.plugin.Mojo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No goal prints a secret, neither at the level of {@code -X} nor in a failure or its causes. */
class SecrecyTest extends GoalTest {
    @BeforeEach
    void configureRole() {
        parameter("roleArn", StandardWorld.CI_DEPLOY);
        parameter("requiredBuckets", "nowhere");
        parameter("maxAttempts", "1");
    }

    @Test
    void printsNoSecretWhenGoalsSucceed() throws Exception {
        assumeRole().execute();
        parameter("requiredBuckets", "app-*");
        listBuckets().execute();

        assertLoggedNoSecret();
    }

    @Test
    void namesNoThreadAfterSecret() throws Exception {
        Set<String> names = ConcurrentHashMap.newKeySet();
        Runnable look = () -> Thread.getAllStackTraces().keySet().forEach(thread -> names.add(thread.getName()));
        aws.afterCalls("AssumeRole", 1, look);
        aws.afterCalls("ListBuckets", 1, look);
        assumeRole().execute();
        failure(listBuckets());

        assertFalse(names.isEmpty());
        assertContainsNoSecret(String.join("\n", names));
    }

    @Test
    void printsNoSecretWhenGateFails() {
        assertContainsNoSecret(failure(listBuckets()));
    }

    @Test
    void printsNoSecretQuotedByServer() throws Exception {
        assumeRole().execute();
        String quoted = "token " + property("aws.sessionToken") + " key " + property("aws.secretAccessKey");
        aws.fault("ListBuckets", Fault.error(403, "SignatureDoesNotMatch", quoted));

        assertContainsNoSecret(failure(listBuckets()));
    }

    @Test
    void printsNoCallerSecretQuotedBySts() {
        aws.fault("AssumeRole", Fault.error(403, "SignatureDoesNotMatch", "key " + StandardWorld.BOB_SECRET));

        assertContainsNoSecret(failure(assumeRole()));
    }

    @Test
    void printsNoSecretOfConflictingProperty() throws Exception {
        assumeRole().execute();
        build.define("taken.sessionToken", property("aws.sessionToken"));

        assertContainsNoSecret(failure(assumeRole("propertyPrefix=taken.")));
    }

    @Test
    void printsNoPasswordOfEndpoint() {
        Mojo goal = assumeRole("endpointUrl=http://bob:" + StandardWorld.BOB_SECRET + "@ localhost");

        assertEquals(
                List.of("endpointUrl: has a user, a query or a fragment, expected only scheme, host, port and path, as"
                        + " in https://s3.example.com:9000"),
                rejected(goal));
        assertContainsNoSecret(failure(goal));
    }

    /** All that Maven could print of a failure under {@code -X}, and what was logged before. */
    private String failure(Mojo goal) {
        StringWriter text = new StringWriter();
        assertThrows(Exception.class, goal::execute).printStackTrace(new PrintWriter(text));
        return text + String.join("\n", log.lines());
    }
}
