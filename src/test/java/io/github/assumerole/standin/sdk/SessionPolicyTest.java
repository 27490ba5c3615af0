package io.github.assumerole.standin.sdk;

import static io.github.assumerole.standin.sdk.SdkClients.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.standin.LocalAws;
import io.github.assumerole.standin.StandardWorld;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.PolicyDescriptorType;

class SessionPolicyTest {
    private static final String HEAD_ONE = allow("s3:ListBucket", "arn:aws:s3:::app-logs");
    private static final PolicyDescriptorType LIST_BUCKETS = PolicyDescriptorType.builder()
            .arn(StandardWorld.LIST_BUCKETS_POLICY)
            .build();

    private final LocalAws aws = LocalAws.start();
    private final SdkClients sdk = new SdkClients(aws);

    @AfterEach
    void close() {
        sdk.close();
        aws.close();
    }

    @Test
    void aSessionPolicyNarrowsTheRole() {
        S3Client s3 = client(StandardWorld.CI_DEPLOY, request -> request.policy(HEAD_ONE));

        assertEquals(
                "eu-central-1", s3.headBucket(head -> head.bucket("app-logs")).bucketRegion());
        assertEquals(
                403,
                ErrorResponse.of(() -> s3.headBucket(head -> head.bucket("app-artifacts")))
                        .status());
        assertTrue(ErrorResponse.of(s3::listBuckets)
                .message()
                .endsWith("because no session policy allows the s3:ListAllMyBuckets action"));
    }

    @Test
    void aSessionPolicyNeverWidensTheRole() {
        S3Client s3 = client(StandardWorld.NO_PERMISSION, request -> request.policy(allow("*", "*")));

        assertEquals(
                new ErrorResponse(
                        403,
                        "AccessDenied",
                        "User: arn:aws:sts::444455556666:assumed-role/no-permission/test is not authorized to perform:"
                                + " s3:ListAllMyBuckets because no identity-based policy allows"
                                + " the s3:ListAllMyBuckets action"),
                ErrorResponse.of(s3::listBuckets));
    }

    @Test
    void managedAndInlinePoliciesAllowTogether() {
        S3Client s3 = client(
                StandardWorld.CI_DEPLOY, request -> request.policy(HEAD_ONE).policyArns(LIST_BUCKETS));

        assertEquals(5, s3.listBuckets().buckets().size());
        assertEquals(
                "eu-central-1", s3.headBucket(head -> head.bucket("app-logs")).bucketRegion());
    }

    @Test
    void returnsPackedPolicySizeOnlyWithAPolicy() {
        assertEquals(Optional.of(6), packedSize(assume(StandardWorld.CI_DEPLOY, request -> request.policy(HEAD_ONE))));
        assertEquals(Optional.empty(), packedSize(assume(StandardWorld.CI_DEPLOY, request -> {})));
    }

    @Test
    void rejectsPoliciesThatCannotBeEvaluated() {
        String conditional = HEAD_ONE.replace("\"Effect\"", "\"Condition\":{},\"Effect\"");

        assertEquals("400 MalformedPolicyDocument", refusal(conditional).statusAndCode());
        assertEquals(
                "400 MalformedPolicyDocument",
                refusal("{\"Version\":\"2012-10-17\"").statusAndCode());
    }

    @Test
    void rejectsTooLongPolicies() {
        String inline = allow("s3:ListBucket", "arn:aws:s3:::" + "x".repeat(2048 - HEAD_ONE.length() + 8));
        assertEquals(2048, inline.length());

        assertEquals(Optional.of(100), packedSize(assume(StandardWorld.CI_DEPLOY, r -> r.policy(inline))));
        assertEquals("400 PackedPolicyTooLarge", refusal(inline + " ").statusAndCode());
        assertEquals(
                "400 PackedPolicyTooLarge",
                ErrorResponse.of(() -> assume(
                                StandardWorld.CI_DEPLOY, r -> r.policy(inline).policyArns(LIST_BUCKETS)))
                        .statusAndCode());
    }

    /** Asked by its name, because its method is deprecated. */
    private static Optional<Integer> packedSize(AssumeRoleResponse answer) {
        return answer.getValueForField("PackedPolicySize", Integer.class);
    }

    private ErrorResponse refusal(String policy) {
        return ErrorResponse.of(() -> assume(StandardWorld.CI_DEPLOY, request -> request.policy(policy)));
    }

    private S3Client client(String role, Consumer<AssumeRoleRequest.Builder> more) {
        return sdk.s3(SdkClients.session(assume(role, more).credentials()), "eu-central-1");
    }

    private AssumeRoleResponse assume(String role, Consumer<AssumeRoleRequest.Builder> more) {
        return sdk.sts(BOB)
                .assumeRole(request -> more.accept(request.roleArn(role).roleSessionName("test")));
    }

    private static String allow(String action, String resource) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"%s\",\"Resource\":\"%s\"}]}"
                .formatted(action, resource);
    }
}
