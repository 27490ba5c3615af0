package io.github.assumerole.aws.s3;

import static io.github.assumerole.aws.AwsScenario.advice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.aws.AwsScenario;
import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.BucketCatalog;
import io.github.assumerole.bucket.BucketLookup;
import io.github.assumerole.bucket.BucketState;
import io.github.assumerole.bucket.CallEvidence;
import io.github.assumerole.bucket.UnknownReason;
import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lookups of buckets by name: what each HEAD response means. */
class S3LookupTest extends S3TestCase {
    private static final String API = "HeadBucket";
    private static final String LOCATION = "GetBucketLocation";
    private static final String OWNER = "x-amz-expected-bucket-owner";
    private static final Fault THERE = Fault.empty(200).withHeader("x-amz-request-id", "4ZQ8");

    @Test
    void findsBucketOfAccount() {
        BucketLookup seen = catalog.lookUp("app-logs");

        assertEquals(Optional.of(new Bucket("app-logs", Optional.of("eu-central-1"), Optional.empty())), seen.bucket());
        assertEvidence(200, "eu-central-1", seen.evidence());
        assertEquals(StandardWorld.TARGET_ACCOUNT, sent(API, OWNER).get(0));
    }

    @Test
    void reportsUnusedNameAsAbsent() {
        BucketLookup seen = catalog.lookUp("app-lost");

        assertEquals(BucketState.ABSENT, seen.state());
        assertEvidence(404, "eu-central-1", seen.evidence());
        assertEquals(1, scene.aws.calls(API).size());
    }

    @Test
    void followsBucketToItsRegion() {
        BucketLookup seen = catalog.lookUp("app-releases");

        assertEquals(Optional.of("eu-west-1"), seen.bucket().orElseThrow().region());
        assertEvidence(200, "eu-west-1", seen.evidence());
        assertEquals(
                List.of("eu-central-1", "eu-west-1"), sent(API, "signingRegion").subList(0, 2));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 307, 400})
    void followsEachRedirectOnce(int status) {
        scene.aws.fault(API, Fault.redirect(status, "us-east-1"));

        assertEquals(BucketState.PRESENT, catalog.lookUp("terraform-state").state());
        assertEquals("us-east-1", sent(API, "signingRegion").get(1));
    }

    @Test
    void stopsCircularRedirect() {
        scene.aws.faultAlways(API, Fault.redirect(301, "eu-west-1"));

        UnknownReason reason = reason(catalog.lookUp("app-logs"));

        assertEquals(UnknownReason.Kind.PERMANENT, reason.kind());
        assertEvidence(301, "eu-west-1", reason.evidence());
        assertEquals(2, scene.aws.calls(API).size());
    }

    /** Such as an error for expired credentials that also contains the region. */
    @ParameterizedTest
    @ValueSource(ints = {301, 307, 400})
    void rejectsRedirectToSameRegion(int status) {
        scene.aws.fault(API, Fault.redirect(status, "eu-central-1"), Fault.redirect(status, "eu-central-1"));

        assertEquals(
                UnknownReason.Kind.PERMANENT, reason(catalog.lookUp("app-logs")).kind());
        assertEquals(
                UnknownReason.Kind.PERMANENT,
                reason(catalog.lookUpAnywhere("app-logs")).kind());
        assertEquals(2, scene.aws.calls(API).size());
    }

    /** The region becomes part of the host name of the next signed call. */
    @ParameterizedTest
    @ValueSource(strings = {"evil.example/", "x@evil.example", "eu.evil.example", "", "#"})
    void rejectsInvalidRegion(String region) {
        scene.aws.fault(API, Fault.redirect(301, region).withHeader("x-amz-request-id", "4ZQ8"));

        assertEquals(
                UnknownReason.Kind.PERMANENT, reason(catalog.lookUp("app-logs")).kind());
        assertEquals(1, scene.aws.calls(API).size());
    }

    @Test
    void leavesDeniedBucketUnknown() {
        try (BucketCatalog denied = catalogOf(StandardWorld.NO_PERMISSION)) {
            UnknownReason reason = reason(denied.lookUp("app-logs"));

            assertEquals(UnknownReason.Kind.DENIED, reason.kind());
            assertEvidence(403, "eu-central-1", reason.evidence());
            assertEquals(
                    "Cannot look up bucket app-logs, with credentials from the session"
                            + " arn:aws:sts::444455556666:assumed-role/no-permission/test",
                    reason.failure().attempted());
            assertTrue(
                    reason.failure()
                            .cameBack()
                            .matches("S3 answered no error code, HTTP 403, request [0-9A-Z]{16}, endpoint "
                                    + scene.aws.endpoint() + "\\."),
                    reason.failure().cameBack());
            assertEquals(
                    List.of(
                            "allow s3:ListBucket on arn:aws:s3:::app-logs in the policies of the role, and check"
                                    + " that no session policy, permissions boundary or service control policy"
                                    + " denies it",
                            "S3-compatible servers report expired credentials in the same way: assume the"
                                    + " role again",
                            "the bucket may belong to another account, which S3 does not disclose"),
                    reason.failure().advice());
            assertEquals(List.of(StandardWorld.TARGET_ACCOUNT, ""), sent(API, OWNER));
        }
    }

    @Test
    void reportsHiddenBucketOfOtherAccountAsDenied() {
        assertEquals(
                UnknownReason.Kind.DENIED, reason(catalog.lookUp("build-cache")).kind());
        assertEquals(
                UnknownReason.Kind.DENIED,
                reason(catalog.lookUpAnywhere("build-cache")).kind());
    }

    @Test
    void reportsForeignBucketVisibleToOthers() {
        scene.aws.fault(API, NONE, THERE);

        BucketLookup seen = catalog.lookUp("build-cache");

        assertEquals(BucketState.FOREIGN, seen.state());
        assertEvidence(200, "eu-central-1", seen.evidence());
    }

    /** Such as by a new permission that is not effective everywhere yet. */
    @Test
    void findsBucketAfterTemporaryDenial() {
        scene.aws.fault(API, Fault.error(403, "AccessDenied", ""));

        assertEquals(BucketState.PRESENT, catalog.lookUp("app-logs").state());
    }

    @Test
    void reportsBucketDeletedBetweenLookups() {
        scene.aws.fault(API, NONE, Fault.error(404, "NoSuchBucket", ""));

        assertEquals(BucketState.ABSENT, catalog.lookUp("build-cache").state());
    }

    @Test
    void looksUpAgainInBucketRegion() {
        try (BucketCatalog denied = catalogOf(StandardWorld.NO_PERMISSION)) {
            denied.lookUp("app-releases");

            assertEquals(List.of("eu-central-1", "eu-west-1", "eu-west-1"), sent(API, "signingRegion"));
        }
    }

    /** A role that can look up buckets, but not list them. */
    @Test
    void needsNoListing() {
        try (BucketCatalog heads = catalogOf(StandardWorld.HEAD_ONLY)) {
            assertEquals(BucketState.PRESENT, heads.lookUp("app-releases").state());
            assertEquals(BucketState.ABSENT, heads.lookUp("app-lost").state());
            assertEquals(
                    UnknownReason.Kind.DENIED,
                    reason(heads.lookUp("terraform-state")).kind());
            assertEquals(0, scene.aws.calls("ListBuckets").size());
        }
    }

    @Test
    void usesAccountOfEnvironmentCaller() {
        scene.as(scene.assume(StandardWorld.CI_DEPLOY));
        try (BucketCatalog own = scene.open().ownBuckets(AwsScenario.EVERYTHING).catalog()) {
            assertEquals(BucketState.PRESENT, own.lookUp("app-logs").state());
            assertEquals(StandardWorld.TARGET_ACCOUNT, sent(API, OWNER).get(0));
        }
    }

    @ParameterizedTest
    @CsvSource({"app-lost,     ABSENT", "app-logs,     FOREIGN", "app-releases, FOREIGN", "build-cache,  UNKNOWN"})
    void looksUpNameInAllAccounts(String name, BucketState state) {
        BucketLookup seen = catalog.lookUpAnywhere(name);

        assertEquals(state, seen.state());
        assertEquals(List.of(""), sent(API, OWNER));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 307, 400})
    void reportsNameInOtherRegionAsTaken(int status) {
        scene.aws.fault(API, Fault.redirect(status, "eu-west-1"));

        assertEquals(BucketState.FOREIGN, catalog.lookUpAnywhere("app-lost").state());
    }

    /** A login page responds to everything, with any status; S3 sends request IDs, and its bodies are XML. */
    @ParameterizedTest
    @ValueSource(ints = {200, 204, 301, 400, 403, 404})
    void rejectsResponsesOfOtherServers(int status) {
        Fault html = Fault.html(status);
        // Such as the redirect of a website that S3 serves.
        Fault htmlOfS3 = html.withHeader("x-amz-request-id", "4ZQ8");
        Fault xml = Fault.body(status, "application/xml", "<Login/>");
        for (Fault invalid : List.of(Fault.empty(status), html, htmlOfS3, xml)) {
            scene.aws.faultAlways(API, invalid);
            scene.aws.faultAlways(LOCATION, invalid);

            assertInvalid(reason(catalog.lookUp("app-logs")));
            assertInvalid(reason(catalog.lookUpAnywhere("app-logs")));
        }
    }

    /** As of moto, S3Mock, LocalS3 and s3rver, some of which declare HTML. */
    @ParameterizedTest
    @CsvSource({"text/html", "application/xml", "''"})
    void queriesLocationIfHeadHasNoS3Headers(String type) {
        Fault gone = type.isEmpty() ? Fault.empty(404) : Fault.body(404, type, "");
        scene.aws.fault(API, gone, gone);

        assertEvidence(LOCATION, 404, "NoSuchBucket", catalog.lookUp("app-lost").evidence());
        BucketLookup free = catalog.lookUpAnywhere("app-lost");

        assertEquals(BucketState.ABSENT, free.state());
        assertEvidence(LOCATION, 404, "NoSuchBucket", free.evidence());
        assertEquals(List.of(StandardWorld.TARGET_ACCOUNT, ""), sent(LOCATION, OWNER));
    }

    @Test
    void confirmsBucketByItsLocationAndOwner() {
        scene.aws.faultAlways(API, Fault.html(200));

        BucketLookup seen = catalog.lookUp("app-logs");

        assertEquals(BucketState.PRESENT, seen.state());
        assertEquals(LOCATION, seen.evidence().api());
        assertEquals(List.of(StandardWorld.TARGET_ACCOUNT, "000000000000"), sent(LOCATION, OWNER));
        assertEquals(BucketState.FOREIGN, catalog.lookUpAnywhere("app-logs").state());
    }

    @Test
    void leavesDeniedLocationUnknown() {
        scene.aws.faultAlways(API, Fault.empty(403));
        try (BucketCatalog denied = catalogOf(StandardWorld.NO_PERMISSION)) {
            UnknownReason reason = reason(denied.lookUp("app-logs"));

            assertEquals(UnknownReason.Kind.DENIED, reason.kind());
            assertEvidence(LOCATION, 403, "AccessDenied", reason.evidence());
            assertTrue(
                    advice(reason.failure()).startsWith("allow s3:GetBucketLocation on arn:aws:s3:::app-logs in"),
                    advice(reason.failure()));
        }
    }

    /** Only this code means that the bucket does not exist. */
    @ParameterizedTest
    @ValueSource(strings = {"NoSuchKey", "NoSuchBucketPolicy", "404", "MethodNotAllowed"})
    void leavesOtherNotFoundUnknown(String code) {
        scene.aws.faultAlways(API, Fault.empty(404));
        scene.aws.faultAlways(LOCATION, Fault.error(404, code, ""));

        assertEquals(
                UnknownReason.Kind.PERMANENT, reason(catalog.lookUp("app-lost")).kind());
        assertEquals(
                UnknownReason.Kind.PERMANENT,
                reason(catalog.lookUpAnywhere("app-lost")).kind());
    }

    private static void assertInvalid(UnknownReason reason) {
        assertEquals(UnknownReason.Kind.PERMANENT, reason.kind());
        assertTrue(
                reason.failure().cameBack().contains("returned a response that is not valid for S3"),
                reason.failure().cameBack());
        assertTrue(advice(reason.failure()).contains("such as a proxy with a login page"), advice(reason.failure()));
    }

    @Test
    void rejectsOtherSuccessStatuses() {
        scene.aws.faultAlways(API, Fault.empty(204).withHeader("x-amz-request-id", "4ZQ8"));

        assertInvalid(reason(catalog.lookUp("app-logs")));
    }

    @Test
    void namesPossibleReasonsOfDenial() {
        scene.aws.fault(API, Fault.error(400, "ExpiredToken", ""));

        UnknownReason reason = reason(catalog.lookUp("app-logs"));

        assertEquals(UnknownReason.Kind.PERMANENT, reason.kind());
        assertEquals(
                List.of("S3 reports no details: the credentials may have expired, or <region> may be wrong"),
                reason.failure().advice());
    }

    private static void assertEvidence(String api, int status, String code, CallEvidence evidence) {
        assertEquals(
                new CallEvidence(
                        api, Optional.of(status), Optional.of(code), Optional.of("eu-central-1"), evidence.requestId()),
                evidence);
    }

    private static void assertEvidence(int status, String region, CallEvidence evidence) {
        assertEquals(
                new CallEvidence(API, Optional.of(status), Optional.empty(), Optional.of(region), evidence.requestId()),
                evidence);
        assertTrue(evidence.requestId().isPresent());
    }
}
