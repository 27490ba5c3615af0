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
import io.github.assumerole.standin.Call;
import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lookups of buckets by name: what each HEAD response means. */
class S3LookupTest {
    private static final String API = "HeadBucket";
    private static final String OWNER = "x-amz-expected-bucket-owner";
    private static final Fault NONE = Fault.slow(Duration.ZERO);
    private static final Fault THERE = Fault.empty(200).withHeader("x-amz-request-id", "4ZQ8");

    private final AwsScenario scene = new AwsScenario();
    private final BucketCatalog catalog = catalogOf(StandardWorld.CI_DEPLOY);

    @AfterEach
    void close() {
        catalog.close();
        scene.close();
    }

    @Test
    void findsBucketOfAccount() {
        BucketLookup seen = catalog.look("app-logs");

        assertEquals(Optional.of(new Bucket("app-logs", Optional.of("eu-central-1"), Optional.empty())), seen.bucket());
        assertEvidence(200, "eu-central-1", seen.evidence());
        assertEquals(StandardWorld.TARGET_ACCOUNT, sent().get(0).get(OWNER));
    }

    @Test
    void reportsUnusedNameAsAbsent() {
        BucketLookup seen = catalog.look("app-lost");

        assertEquals(BucketState.ABSENT, seen.state());
        assertEvidence(404, "eu-central-1", seen.evidence());
        assertEquals(1, sent().size());
    }

    @Test
    void followsBucketToItsRegion() {
        BucketLookup seen = catalog.look("app-releases");

        assertEquals(Optional.of("eu-west-1"), seen.bucket().orElseThrow().region());
        assertEvidence(200, "eu-west-1", seen.evidence());
        assertEquals(
                List.of("eu-central-1", "eu-west-1"),
                sent().stream().limit(2).map(call -> call.get("signingRegion")).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 307, 400})
    void followsEachRedirectOnce(int status) {
        scene.aws.fault(API, Fault.redirect(status, "us-east-1"));

        assertEquals(BucketState.PRESENT, catalog.look("terraform-state").state());
        assertEquals("us-east-1", sent().get(1).get("signingRegion"));
    }

    @Test
    void stopsCircularRedirect() {
        scene.aws.faultAlways(API, Fault.redirect(301, "eu-west-1"));

        UnknownReason doubt = doubt(catalog.look("app-logs"));

        assertEquals(UnknownReason.Kind.LASTING, doubt.kind());
        assertEvidence(301, "eu-west-1", doubt.evidence());
        assertEquals(2, sent().size());
    }

    /** Such as an error for expired credentials that also contains the region. */
    @ParameterizedTest
    @ValueSource(ints = {301, 307, 400})
    void rejectsRedirectToSameRegion(int status) {
        scene.aws.fault(API, Fault.redirect(status, "eu-central-1"), Fault.redirect(status, "eu-central-1"));

        assertEquals(UnknownReason.Kind.LASTING, doubt(catalog.look("app-logs")).kind());
        assertEquals(
                UnknownReason.Kind.LASTING,
                doubt(catalog.lookAnywhere("app-logs")).kind());
        assertEquals(2, sent().size());
    }

    /** The region becomes part of the host name of the next signed call. */
    @ParameterizedTest
    @ValueSource(strings = {"evil.example/", "x@evil.example", "eu.evil.example", "", "#"})
    void rejectsInvalidRegion(String region) {
        scene.aws.fault(API, Fault.redirect(301, region).withHeader("x-amz-request-id", "4ZQ8"));

        assertEquals(UnknownReason.Kind.LASTING, doubt(catalog.look("app-logs")).kind());
        assertEquals(1, sent().size());
    }

    @Test
    void leavesDeniedBucketUnknown() {
        try (BucketCatalog blind = catalogOf(StandardWorld.NO_PERMISSION)) {
            UnknownReason doubt = doubt(blind.look("app-logs"));

            assertEquals(UnknownReason.Kind.DENIED, doubt.kind());
            assertEvidence(403, "eu-central-1", doubt.evidence());
            assertEquals(
                    "Cannot look up bucket app-logs, with credentials from the session"
                            + " arn:aws:sts::444455556666:assumed-role/no-permission/test",
                    doubt.failure().attempted());
            assertTrue(
                    doubt.failure()
                            .cameBack()
                            .matches("S3 answered no error code, HTTP 403, request [0-9A-F]{16}, endpoint "
                                    + scene.aws.endpoint() + "\\."),
                    doubt.failure().cameBack());
            assertEquals(
                    List.of(
                            "allow s3:ListBucket on arn:aws:s3:::app-logs in the policies of the role, and check"
                                    + " that no session policy, permissions boundary or service control policy"
                                    + " denies it",
                            "S3-compatible servers report expired credentials in the same way: assume the"
                                    + " role again",
                            "the bucket may belong to another account, which S3 does not disclose"),
                    doubt.failure().advice());
            assertEquals(
                    List.of(Optional.of(StandardWorld.TARGET_ACCOUNT), Optional.empty()),
                    sent().stream()
                            .map(call -> Optional.ofNullable(call.get(OWNER)))
                            .toList());
        }
    }

    @Test
    void reportsOtherAccountsBucketAsUnknown() {
        assertEquals(
                UnknownReason.Kind.DENIED, doubt(catalog.look("build-cache")).kind());
    }

    @Test
    void reportsForeignBucketVisibleToOthers() {
        scene.aws.fault(API, NONE, THERE);

        BucketLookup seen = catalog.look("build-cache");

        assertEquals(BucketState.FOREIGN, seen.state());
        assertEvidence(200, "eu-central-1", seen.evidence());
    }

    /** Such as by a new permission that is not effective everywhere yet. */
    @Test
    void findsBucketAfterTemporaryDenial() {
        scene.aws.fault(API, Fault.error(403, "AccessDenied", ""));

        assertEquals(BucketState.PRESENT, catalog.look("app-logs").state());
    }

    @Test
    void reportsBucketDeletedBetweenLookups() {
        scene.aws.fault(API, NONE, Fault.error(404, "NoSuchBucket", ""));

        assertEquals(BucketState.ABSENT, catalog.look("build-cache").state());
    }

    @Test
    void looksUpAgainInBucketRegion() {
        try (BucketCatalog blind = catalogOf(StandardWorld.NO_PERMISSION)) {
            blind.look("app-releases");

            assertEquals(
                    List.of("eu-central-1", "eu-west-1", "eu-west-1"),
                    sent().stream().map(call -> call.get("signingRegion")).toList());
        }
    }

    /** A role that can look up buckets, but not list them. */
    @Test
    void needsNoListing() {
        try (BucketCatalog heads = catalogOf(StandardWorld.HEAD_ONLY)) {
            assertEquals(BucketState.PRESENT, heads.look("app-releases").state());
            assertEquals(BucketState.ABSENT, heads.look("app-lost").state());
            assertEquals(
                    UnknownReason.Kind.DENIED,
                    doubt(heads.look("terraform-state")).kind());
            assertEquals(0, scene.aws.calls("ListBuckets").size());
        }
    }

    @Test
    void usesAccountOfEnvironmentCaller() {
        scene.as(scene.assume(StandardWorld.CI_DEPLOY));
        try (BucketCatalog own = scene.open().ownBuckets(AwsScenario.EVERYTHING).catalog()) {
            assertEquals(BucketState.PRESENT, own.look("app-logs").state());
            assertEquals(StandardWorld.TARGET_ACCOUNT, sent().get(0).get(OWNER));
        }
    }

    @ParameterizedTest
    @CsvSource({"app-lost,     ABSENT", "app-logs,     FOREIGN", "app-releases, FOREIGN", "build-cache,  UNKNOWN"})
    void reportsFreeNameWhenNobodyHasIt(String name, BucketState state) {
        BucketLookup seen = catalog.lookAnywhere(name);

        assertEquals(state, seen.state());
        assertEquals(1, sent().size());
        assertEquals(Optional.empty(), Optional.ofNullable(sent().get(0).get(OWNER)));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 307, 400})
    void reportsNameInOtherRegionAsTaken(int status) {
        scene.aws.fault(API, Fault.redirect(status, "eu-west-1"));

        assertEquals(BucketState.FOREIGN, catalog.lookAnywhere("app-lost").state());
    }

    @Test
    void needsListingWhenNameIsDenied() {
        assertEquals(
                UnknownReason.Kind.DENIED,
                doubt(catalog.lookAnywhere("build-cache")).kind());
    }

    /** A login page responds to everything, with any status; S3 sends request IDs. */
    @ParameterizedTest
    @ValueSource(ints = {200, 204, 301, 400, 403, 404})
    void rejectsResponseWithoutS3Headers(int status) {
        for (Fault strange : List.of(Fault.empty(status), Fault.html(status), htmlOfS3(status))) {
            scene.aws.faultAlways(API, strange);

            assertNoSense(doubt(catalog.look("app-logs")));
            assertNoSense(doubt(catalog.lookAnywhere("app-logs")));
        }
    }

    /** Such as the redirect of a website that S3 serves. */
    private static Fault htmlOfS3(int status) {
        return Fault.html(status).withHeader("x-amz-request-id", "4ZQ8");
    }

    private void assertNoSense(UnknownReason doubt) {
        assertEquals(UnknownReason.Kind.LASTING, doubt.kind());
        assertTrue(
                doubt.failure().cameBack().contains("returned a response that is not valid for S3"),
                doubt.failure().cameBack());
        assertTrue(advice(doubt.failure()).contains("such as a proxy with a login page"), advice(doubt.failure()));
    }

    @Test
    void rejectsOtherSuccessStatuses() {
        scene.aws.faultAlways(API, Fault.empty(204).withHeader("x-amz-request-id", "4ZQ8"));

        assertNoSense(doubt(catalog.look("app-logs")));
    }

    @Test
    void namesPossibleReasonsOfDenial() {
        scene.aws.fault(API, Fault.error(400, "ExpiredToken", ""));

        UnknownReason doubt = doubt(catalog.look("app-logs"));

        assertEquals(UnknownReason.Kind.LASTING, doubt.kind());
        assertEquals(
                List.of("S3 reports no details: the credentials may have expired, or <region> may be wrong"),
                doubt.failure().advice());
    }

    private BucketCatalog catalogOf(String role) {
        return scene.open().buckets(scene.assume(role), AwsScenario.EVERYTHING);
    }

    private UnknownReason doubt(BucketLookup seen) {
        assertEquals(BucketState.UNKNOWN, seen.state());
        return scene.doubt(seen.reason());
    }

    private List<Map<String, String>> sent() {
        return scene.aws.calls(API).stream().map(Call::parameters).toList();
    }

    private static void assertEvidence(int status, String region, CallEvidence evidence) {
        assertEquals(
                new CallEvidence(API, Optional.of(status), Optional.empty(), Optional.of(region), evidence.requestId()),
                evidence);
        assertTrue(evidence.requestId().isPresent());
    }
}
