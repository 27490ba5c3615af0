package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What list-buckets prints, when it lets the build pass, and how it stops it. */
class ListBucketsGateTest extends GoalTest {
    @BeforeEach
    void configureRole() {
        parameter("roleArn", StandardWorld.CI_DEPLOY);
    }

    @Test
    void listsBucketsWithoutRules() throws Exception {
        listBuckets().execute();

        List<String> lines = log.lines();
        assertTrue(lines.get(0).startsWith("[INFO] Region eu-west-1, "), lines::toString);
        assertTrue(lines.get(1).startsWith("[INFO] Assumed role ci-deploy "), lines::toString);
        assertEquals("[INFO] BUCKET               CREATED", lines.get(2));
        assertEquals("[INFO] app-artifacts        2024-01-15T09:30:00Z", lines.get(3));
        assertEquals("[INFO] 5 buckets in account 444455556666, as role ci-deploy", lines.get(lines.size() - 2));
        assertEquals("[INFO] No rules configured: nothing is gated", lines.get(lines.size() - 1));
    }

    @Test
    void passesWhenAllRulesHold() throws Exception {
        listBuckets("requiredBuckets=app-artifacts,app-*", "forbiddenBuckets=tmp-*")
                .execute();

        assertEquals(
                "[INFO] Bucket gate passed: 3 rules hold, checked against 5 buckets",
                log.lines().get(log.lines().size() - 1));
    }

    @Test
    void failsWithOneLinePerViolation() {
        MojoFailureException no = assertThrows(
                MojoFailureException.class,
                listBuckets("requiredBuckets=app-artefacts,app-logs", "forbiddenBuckets=terraform-*")::execute);

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
    void printsAtMostMaxRows() throws Exception {
        listBuckets("maxRows=1").execute();

        assertTrue(log.lines().contains("[INFO] ... and 4 more (maxRows is 1)"));
        assertFalse(String.join("\n", log.lines()).contains("terraform-state"));
    }

    @Test
    void showsAllViolationsWithoutRows() {
        MojoFailureException no = assertThrows(
                MojoFailureException.class,
                listBuckets("maxRows=0", "forbiddenBuckets=website.example.com,app-*")::execute);

        assertEquals(
                List.of(
                        "Bucket gate failed: 4 violations of 2 rules",
                        "forbidden bucket website.example.com exists (created 2026-04-20)",
                        "forbidden bucket app-artifacts exists (created 2024-01-15); it matches 'app-*'",
                        "forbidden bucket app-logs exists (created 2024-06-01); it matches 'app-*'",
                        "forbidden bucket app-releases exists (created 2025-03-10); it matches 'app-*'"),
                no.getMessage()
                        .lines()
                        .map(ListBucketsGateTest::withoutEvidence)
                        .toList());
    }

    @Test
    void warnsOfAllViolationsWithoutRows() throws Exception {
        listBuckets("maxRows=0", "failOnViolation=false", "forbiddenBuckets=website.example.com,app-*")
                .execute();

        assertEquals(4, warnings().size(), warnings()::toString);
    }

    @Test
    void failsWhenListingIsDenied() {
        aws.faultAlways("ListBuckets", Fault.error(403, "AccessDenied", "Access Denied"));

        String first = failed(listBuckets("forbiddenBuckets=tmp-*")).get(0);

        assertTrue(
                first.startsWith(
                        "Bucket gate undecided: 1 of 1 rule could not be checked: Cannot list the buckets, with"
                                + " credentials from the session arn:aws:sts::444455556666:"
                                + "assumed-role/ci-deploy/maven-app: S3 answered AccessDenied, HTTP 403"),
                first);
        assertFalse(String.join("\n", log.lines()).contains("passed"));
    }

    @Test
    void failsWithoutRulesWhenListingIsDenied() {
        aws.faultAlways("ListBuckets", Fault.error(403, "AccessDenied", "Access Denied"));

        assertTrue(
                failed(listBuckets()).get(0).startsWith("Cannot list the buckets, with credentials from the session"));
    }

    @Test
    void failsWhenListingIsIncomplete() {
        aws.fault("ListBuckets", Fault.slow(Duration.ZERO), Fault.error(403, "AccessDenied", "Access Denied"));

        assertTrue(failed(listBuckets("pageSize=2", "forbiddenBuckets=tmp-*"))
                .get(0)
                .contains("could not be checked: Cannot list the buckets"));
    }

    @Test
    void requestsPrefixAndPageSize() throws Exception {
        listBuckets("prefix=app-", "pageSize=2").execute();

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
    void looksUpNamesWhenListingIsDenied() throws Exception {
        aws.faultAlways("ListBuckets", Fault.error(403, "AccessDenied", "Access Denied"));

        listBuckets("requiredBuckets=app-logs,app-artifacts").execute();

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
    void reportsViolationsAndUndecidedRulesTogether() {
        aws.faultAlways("ListBuckets", Fault.error(403, "AccessDenied", "Access Denied"));

        String no = assertThrows(
                        MojoFailureException.class, listBuckets("requiredBuckets=app-archive", "minBuckets=1")::execute)
                .getMessage();

        assertTrue(no.startsWith("Bucket gate failed: 1 violation of 2 rules"), no);
        assertTrue(no.contains("required bucket app-archive does not exist"), no);
        assertTrue(no.contains("Cannot list the buckets"), no);
    }

    @Test
    void warnsOfViolationsWithoutFailOnViolation() throws Exception {
        listBuckets("requiredBuckets=app-archive", "failOnViolation=false").execute();

        assertTrue(
                log.lines().stream().anyMatch(line -> line.startsWith("[WARNING] required bucket app-archive")),
                log.lines()::toString);
    }

    @Test
    void failsWhenUndecidedEvenWithoutFailOnViolation() {
        aws.faultAlways("ListBuckets", Fault.error(403, "AccessDenied", "Access Denied"));

        assertTrue(failed(listBuckets("minBuckets=1", "failOnViolation=false"))
                .get(0)
                .startsWith("Bucket gate undecided"));
    }

    @Test
    void rejectsMissingRulesWithFailIfNoRules() {
        assertEquals(
                List.of("failIfNoRules: is true, but no rule is configured; add a rule or remove failIfNoRules"),
                rejected(listBuckets("failIfNoRules=true")));
    }

    @Test
    void rejectsSkippedRulesOnlyWithFailIfNoRules() throws IOException {
        Path rules = Files.writeString(
                Files.createTempFile(project.getBasedir().toPath(), "rules", ".xml"),
                "<bucketRules><rule><bucket>nowhere</bucket><skip>true</skip></rule></bucketRules>");

        assertEquals(
                List.of("failIfNoRules: is true, but all rules are skipped; remove <skip> from a rule, or remove"
                        + " failIfNoRules"),
                rejected(listBuckets("failIfNoRules=true", "rulesFile=" + rules)));
    }

    @Test
    void printsOnlyVerdictWhenQuiet() throws Exception {
        listBuckets("quiet=true", "minBuckets=1").execute();

        assertFalse(String.join("\n", log.lines()).contains("app-artifacts"));
        assertTrue(log.lines().get(log.lines().size() - 1).startsWith("[INFO] Bucket gate passed"));
    }

    /** A server that truncates its list in another way than S3. */
    @Test
    void failsWhenListHasMarkerOfOtherServer() {
        aws.faultAlways(
                "ListBuckets",
                Fault.slow(Duration.ZERO)
                        .rewritten(xml -> xml.replace(
                                "</ListAllMyBucketsResult>",
                                "<IsTruncated>true</IsTruncated><NextMarker>n</NextMarker></ListAllMyBucketsResult>")));

        List<String> lines = failed(listBuckets("forbiddenBuckets=tmp-*", "maxBuckets=9"));

        assertEquals(
                "Bucket gate undecided: 2 of 2 rules could not be checked: Cannot list the buckets, with credentials"
                        + " from the session arn:aws:sts::444455556666:assumed-role/ci-deploy/maven-app: "
                        + aws.endpoint() + " returned a list of buckets with <NextMarker>, which S3 does not document,"
                        + " so the list may be incomplete.",
                lines.get(0));
    }

    /** A server that filters by region returns none, or has no regions in its list. */
    @Test
    void selectsRegionItselfWithCustomEndpoint() throws Exception {
        listBuckets("bucketRegion=eu-west-1", "requiredBuckets=app-releases", "maxBuckets=1")
                .execute();

        assertLogged("[INFO] 1 bucket in region eu-west-1 in account 444455556666, as role ci-deploy");
        assertFalse(aws.calls("ListBuckets").get(0).parameters().containsKey("bucket-region"));
        assertEquals(5, aws.calls("GetBucketLocation").size());
    }

    @Test
    void failsWhenRegionOfBucketIsNotKnown() {
        aws.fault("GetBucketLocation", Fault.error(403, "AccessDenied", ""));

        assertTrue(failed(listBuckets("bucketRegion=eu-north-1", "maxBuckets=0"))
                .get(0)
                .startsWith("Bucket gate undecided: 1 of 1 rule could not be checked: Cannot read region of bucket "));
    }

    /** A server whose HEAD responses do not show that they come from S3. */
    @Test
    void findsFreeNameWithoutHeadersOfS3() throws Exception {
        aws.faultAlways("HeadBucket", Fault.empty(404));

        listBuckets("availableNames=app-next").execute();

        assertEquals("[INFO] Bucket gate passed: 1 rule holds, checked against 5 buckets", lastLine());
        assertEquals(1, aws.calls("GetBucketLocation").size());
    }

    /** A bucket that is listed, but deleted before its settings are read. */
    @Test
    void listsAgainWhenBucketIsDeletedMeanwhile() throws Exception {
        aws.fault(
                "ListBuckets",
                Fault.slow(Duration.ZERO)
                        .rewritten(
                                xml -> xml.replace("<Buckets>", "<Buckets><Bucket><Name>app-deleted</Name></Bucket>")));
        Path rules = directory.toPath().resolve("rules.xml");
        Files.writeString(rules, "<bucketRules><rule><bucket>app-*</bucket><region>*</region></rule></bucketRules>");

        listBuckets("rulesFile=" + rules).execute();

        assertEquals("[INFO] Bucket gate passed: 1 rule holds, checked against 5 buckets", lastLine());
        assertEquals(2, aws.calls("ListBuckets").size());
        assertEquals(4, aws.calls("GetBucketLocation").size());
    }

    /** A server that does not implement the header of the expected owner. */
    @Test
    void showsThatOwnerIsNotVerified() throws Exception {
        aws.fault("GetBucketVersioning", Fault.error(501, "NotImplemented", ""));
        Path rules = directory.toPath().resolve("rules.xml");
        Files.writeString(
                rules,
                "<bucketRules><rule><bucket>app-releases</bucket><versioning>Enabled</versioning></rule></bucketRules>");

        String no = assertThrows(MojoFailureException.class, listBuckets("rulesFile=" + rules)::execute)
                .getMessage();

        assertLogged("[INFO] " + aws.endpoint() + " does not support x-amz-expected-bucket-owner, so the owner of"
                + " buckets is not verified");
        assertTrue(
                no.contains("[PRESENT by GetBucketVersioning without expected owner, HTTP 200, region eu-west-1,"), no);
    }

    private static String withoutEvidence(String line) {
        return line.replaceFirst(" \\[[A-Z]+ by .*]$", "");
    }
}
