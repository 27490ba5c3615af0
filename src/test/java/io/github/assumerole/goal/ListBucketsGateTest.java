package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What list-buckets prints, when it lets the build pass, and how it stops it. */
class ListBucketsGateTest extends GoalTest {
    ListBucketsGateTest() {
        super("list-buckets");
    }

    @BeforeEach
    void configureRole() {
        parameter("roleArn", StandardWorld.CI_DEPLOY);
    }

    @Test
    void listsWithoutAnyRule(@InjectMojo(goal = "list-buckets") ListBucketsMojo goal) throws Exception {
        goal.execute();

        List<String> lines = log.lines();
        assertTrue(lines.get(0).startsWith("[INFO] Region eu-west-1, "), lines::toString);
        assertTrue(lines.get(1).startsWith("[INFO] Assumed role ci-deploy "), lines::toString);
        assertEquals("[INFO] BUCKET               CREATED", lines.get(2));
        assertEquals("[INFO] app-artifacts        2024-01-15T09:30:00Z", lines.get(3));
        assertEquals("[INFO] 5 buckets in account 444455556666, as role ci-deploy", lines.get(lines.size() - 1));
    }

    @Test
    void passes(
            @InjectMojo(goal = "list-buckets")
                    @MojoParameter(name = "requiredBuckets", value = "app-artifacts,app-*")
                    @MojoParameter(name = "forbiddenBuckets", value = "tmp-*")
                    ListBucketsMojo goal)
            throws Exception {
        goal.execute();

        assertEquals(
                "[INFO] Bucket gate passed: 3 rules hold, checked against 5 buckets",
                log.lines().get(log.lines().size() - 1));
    }

    @Test
    void failsWithALineForEachViolation(
            @InjectMojo(goal = "list-buckets")
                    @MojoParameter(name = "requiredBuckets", value = "app-artefacts,app-logs")
                    @MojoParameter(name = "forbiddenBuckets", value = "terraform-*")
                    ListBucketsMojo goal) {
        MojoFailureException no = assertThrows(MojoFailureException.class, goal::execute);

        assertEquals(
                List.of(
                        "Bucket gate failed: 2 violations of 3 rules",
                        "required bucket app-artefacts does not exist; did you mean app-artifacts?",
                        "forbidden bucket terraform-state exists (created 2024-01-02); it matches 'terraform-*'"),
                no.getMessage()
                        .lines()
                        .map(ListBucketsGateTest::withoutEvidence)
                        .toList());
        assertTrue(
                no.getMessage().contains("[ABSENT by ListBuckets, HTTP 200, region eu-west-1, request "),
                no::getMessage);
        assertNull(no.getCause());
        assertTrue(log.lines().contains("[INFO] 5 buckets in account 444455556666, as role ci-deploy"));
    }

    @Test
    void printsNoMoreRowsThanWanted(
            @InjectMojo(goal = "list-buckets") @MojoParameter(name = "maxRows", value = "1") ListBucketsMojo goal)
            throws Exception {
        goal.execute();

        assertTrue(log.lines().contains("[INFO] ... and 4 more (maxRows is 1)"));
        assertFalse(String.join("\n", log.lines()).contains("terraform-state"));
    }

    @Test
    void checksAlsoTheRowsThatItDoesNotPrint(
            @InjectMojo(goal = "list-buckets")
                    @MojoParameter(name = "maxRows", value = "0")
                    @MojoParameter(name = "forbiddenBuckets", value = "website.example.com")
                    ListBucketsMojo goal) {
        assertThrows(MojoFailureException.class, goal::execute);
    }

    @Test
    void neverPassesWhenItCannotLook(
            @InjectMojo(goal = "list-buckets") @MojoParameter(name = "forbiddenBuckets", value = "tmp-*")
                    ListBucketsMojo goal) {
        aws.faultAlways("ListBuckets", Fault.error(403, "AccessDenied", "Access Denied"));

        String first = failed(goal).get(0);

        assertTrue(
                first.startsWith(
                        "Bucket gate undecided: 1 of 1 rule could not be checked: Cannot list the buckets, with"
                                + " credentials from the session arn:aws:sts::444455556666:"
                                + "assumed-role/ci-deploy/maven-app: S3 answered AccessDenied, HTTP 403"),
                first);
        assertFalse(String.join("\n", log.lines()).contains("passed"));
    }

    @Test
    void neverEndsWellWithoutRulesEitherWhenItCannotList(@InjectMojo(goal = "list-buckets") ListBucketsMojo goal) {
        aws.faultAlways("ListBuckets", Fault.error(403, "AccessDenied", "Access Denied"));

        assertTrue(failed(goal).get(0).startsWith("Cannot list the buckets, with credentials from the session"));
    }

    @Test
    void neverPassesOnHalfAListing(
            @InjectMojo(goal = "list-buckets")
                    @MojoParameter(name = "pageSize", value = "2")
                    @MojoParameter(name = "forbiddenBuckets", value = "tmp-*")
                    ListBucketsMojo goal) {
        aws.fault("ListBuckets", Fault.slow(Duration.ZERO), Fault.error(403, "AccessDenied", "Access Denied"));

        assertTrue(failed(goal).get(0).contains("could not be checked: Cannot list the buckets"));
    }

    @Test
    void asksOnlyForThePrefixAndOnlyForAPageAtOnce(
            @InjectMojo(goal = "list-buckets")
                    @MojoParameter(name = "prefix", value = "app-")
                    @MojoParameter(name = "pageSize", value = "2")
                    ListBucketsMojo goal)
            throws Exception {
        goal.execute();

        assertEquals(
                List.of("app- 2", "app- 2"),
                aws.calls("ListBuckets").stream()
                        .map(call -> call.parameters().get("prefix") + " "
                                + call.parameters().get("max-buckets"))
                        .toList());
        assertTrue(
                log.lines().contains("[INFO] 3 buckets with prefix 'app-' in account 444455556666, as role ci-deploy"));
    }

    @Test
    void looksNamesUpWhereTheListingIsDenied(
            @InjectMojo(goal = "list-buckets")
                    @MojoParameter(name = "requiredBuckets", value = "app-logs,app-artifacts")
                    ListBucketsMojo goal)
            throws Exception {
        aws.faultAlways("ListBuckets", Fault.error(403, "AccessDenied", "Access Denied"));

        goal.execute();

        assertEquals(
                Set.of("app-logs", "app-artifacts"),
                aws.calls("HeadBucket").stream()
                        .map(call -> call.parameters().get("bucket"))
                        .collect(Collectors.toSet()));
        assertTrue(
                log.lines().get(log.lines().size() - 1).startsWith("[INFO] Bucket gate passed: 2 rules hold"),
                log.lines()::toString);
    }

    @Test
    void tellsViolationsAndWhatItCouldNotLookAtTogether(
            @InjectMojo(goal = "list-buckets")
                    @MojoParameter(name = "requiredBuckets", value = "app-archive")
                    @MojoParameter(name = "minBuckets", value = "1")
                    ListBucketsMojo goal) {
        aws.faultAlways("ListBuckets", Fault.error(403, "AccessDenied", "Access Denied"));

        String no = assertThrows(MojoFailureException.class, goal::execute).getMessage();

        assertTrue(no.startsWith("Bucket gate failed: 1 violation of 2 rules"), no);
        assertTrue(no.contains("required bucket app-archive does not exist"), no);
        assertTrue(no.contains("Cannot list the buckets"), no);
    }

    @Test
    void warnsOfViolationsWhenTheyMayNotFail(
            @InjectMojo(goal = "list-buckets")
                    @MojoParameter(name = "requiredBuckets", value = "app-archive")
                    @MojoParameter(name = "failOnViolation", value = "false")
                    ListBucketsMojo goal)
            throws Exception {
        goal.execute();

        assertTrue(
                log.lines().stream().anyMatch(line -> line.startsWith("[WARNING] required bucket app-archive")),
                log.lines()::toString);
    }

    @Test
    void neverPassesWhenItCannotLookEvenIfViolationsMayNotFail(
            @InjectMojo(goal = "list-buckets")
                    @MojoParameter(name = "minBuckets", value = "1")
                    @MojoParameter(name = "failOnViolation", value = "false")
                    ListBucketsMojo goal) {
        aws.faultAlways("ListBuckets", Fault.error(403, "AccessDenied", "Access Denied"));

        assertTrue(failed(goal).get(0).startsWith("Bucket gate undecided"));
    }

    @Test
    void refusesToRunWithoutARuleWhereThatMustNotBe(
            @InjectMojo(goal = "list-buckets") @MojoParameter(name = "failIfNoRules", value = "true")
                    ListBucketsMojo goal) {
        assertEquals(
                List.of("failIfNoRules: is true, but no rule is configured; add a rule or remove failIfNoRules"),
                refused(goal));
    }

    @Test
    void printsOnlyTheVerdictWhenQuiet(
            @InjectMojo(goal = "list-buckets")
                    @MojoParameter(name = "quiet", value = "true")
                    @MojoParameter(name = "minBuckets", value = "1")
                    ListBucketsMojo goal)
            throws Exception {
        goal.execute();

        assertFalse(String.join("\n", log.lines()).contains("app-artifacts"));
        assertTrue(log.lines().get(log.lines().size() - 1).startsWith("[INFO] Bucket gate passed"));
    }

    private static String withoutEvidence(String line) {
        return line.replaceFirst(" \\[[A-Z]+ by .*]$", "");
    }
}
