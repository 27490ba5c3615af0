package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gates of one build that share a bucket list. */
class ListingMaxAgeTest extends GoalTest {
    private static final String ACCOUNT = "444455556666";

    @BeforeEach
    void configure() {
        parameter("roleArn", StandardWorld.CI_DEPLOY);
        parameter("listingMaxAgeSeconds", "3600");
        parameter("quiet", "true");
    }

    @Test
    void listsOncePerBuild() throws Exception {
        listBuckets("requiredBuckets=app-logs").execute();
        listBuckets("requiredBuckets=app-artifacts", "forbiddenBuckets=tmp-*").execute();
        listBuckets("minBuckets=5").execute();

        assertEquals(1, listed());
        assertEquals(2, reuses().size());
        assertTrue(
                reuses().get(0).matches("\\[INFO] Reused the bucket list of 20\\S+Z \\(\\d+ s ago\\)"),
                reuses()::toString);
        assertLogged("[INFO] Bucket gate passed: 2 rules hold, checked against 5 buckets");
    }

    @Test
    void listsForEachGateByDefault() throws Exception {
        noParameter("listingMaxAgeSeconds");
        listBuckets("requiredBuckets=app-logs").execute();
        listBuckets("requiredBuckets=app-logs").execute();

        assertEquals(2, listed());
        assertEquals(List.of(), reuses());
    }

    @Test
    void reportsWhenTheListWasRequested() throws Exception {
        listBuckets("reportName=one", "formats=json").execute();
        Instant listed = Instant.now();
        listBuckets("reportName=two", "formats=json").execute();
        listBuckets("reportName=three", "formats=json").execute();

        assertEquals(observedAt("two"), observedAt("three"));
        assertFalse(observedAt("two").isBefore(observedAt("one")));
        assertFalse(observedAt("two").isAfter(listed));
    }

    private Instant observedAt(String report) throws Exception {
        Matcher json = Pattern.compile("\"observedAt\": ?\"([^\"]+)\"")
                .matcher(Files.readString(Path.of(directory.getPath(), "target", "assume-role", report + ".json")));
        assertTrue(json.find());
        return Instant.parse(json.group(1));
    }

    @Test
    void aViolationOfAnOldListIsCheckedAgain() throws Exception {
        listBuckets("requiredBuckets=app-logs").execute();
        aws.create(ACCOUNT, "app-new", "eu-west-1");

        listBuckets("requiredBuckets=app-new").execute();
        listBuckets("requiredBuckets=app-new,app-logs").execute();

        assertEquals(2, listed());
        assertTrue(
                log.lines().stream()
                        .anyMatch(line -> line.matches("\\[INFO] Listing again, because rules are not satisfied by the"
                                + " bucket list of \\S+Z \\(\\d+ s ago\\)")),
                log.lines()::toString);
        assertLogged("[INFO] Bucket gate passed: 2 rules hold, checked against 6 buckets");
    }

    @Test
    void aViolationFailsWithTheEvidenceOfANewList() throws Exception {
        listBuckets("requiredBuckets=app-logs").execute();

        String message = assertThrows(MojoFailureException.class, listBuckets("requiredBuckets=app-missing")::execute)
                .getMessage();

        assertEquals(2, listed());
        assertTrue(message.startsWith("Bucket gate failed: 1 violation of 1 rule"), message);
    }

    @Test
    void aFailedListIsNotShared() throws Exception {
        aws.fault("ListBuckets", Fault.error(403, "AccessDenied", "Access Denied"));

        assertTrue(failed(listBuckets("minBuckets=1")).get(0).startsWith("Bucket gate undecided"));
        listBuckets("minBuckets=1").execute();

        assertEquals(2, listed());
    }

    @Test
    void anotherSessionListsItself() throws Exception {
        listBuckets("minBuckets=1").execute();
        listBuckets("minBuckets=1", "roleSessionName=other").execute();

        assertEquals(2, listed());
    }

    @Test
    void anotherQueryListsItself() throws Exception {
        listBuckets("minBuckets=1").execute();
        listBuckets("minBuckets=1", "prefix=app-").execute();
        listBuckets("minBuckets=1", "includes=app-*").execute();

        assertEquals(2, listed());
    }

    @Test
    void baseCredentialsShareAListToo() throws Exception {
        noParameter("roleArn");
        parameter("allowDefaultCredentials", "true");
        listBuckets("minBuckets=0").execute();
        listBuckets("minBuckets=0").execute();

        assertEquals(1, listed());
    }

    @Test
    void initRulesListsItself() throws Exception {
        listBuckets("minBuckets=1").execute();
        initRules("rulesFile=" + new File(directory, "rules.xml")).execute();

        assertEquals(2, listed());
    }

    @Test
    void doesNotLogKeys() throws Exception {
        listsOncePerBuild();

        aws.secrets()
                .forEach(secret -> assertFalse(String.join("\n", log.lines()).contains(secret)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "3601"})
    void rejectsOtherAges(String seconds) {
        noParameter("listingMaxAgeSeconds");

        assertEquals(
                List.of("listingMaxAgeSeconds: " + seconds
                        + (seconds.startsWith("-") ? " is too small" : " is too large") + ", expected 0 to 3600"),
                rejected(listBuckets("listingMaxAgeSeconds=" + seconds)));
    }

    private int listed() {
        return aws.calls("ListBuckets").size();
    }

    private List<String> reuses() {
        return log.lines().stream()
                .filter(line -> line.startsWith("[INFO] Reused the bucket list"))
                .toList();
    }
}
