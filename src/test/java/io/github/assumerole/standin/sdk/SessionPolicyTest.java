package io.github.assumerole.standin.sdk;

import static io.github.assumerole.standin.sdk.SdkClients.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.standin.StandardWorld;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.PolicyDescriptorType;

class SessionPolicyTest extends EmbeddedAwsTest {
    private static final String HEAD_ONE = allow("s3:ListBucket", "arn:aws:s3:::app-logs");
    private static final PolicyDescriptorType LIST_BUCKETS = PolicyDescriptorType.builder()
            .arn(StandardWorld.LIST_BUCKETS_POLICY)
            .build();

    @Test
    void sessionPolicyNarrowsTheRole() {
        S3Client s3 = client(StandardWorld.CI_DEPLOY, request -> request.policy(HEAD_ONE));

        assertEquals(200, BucketCall.HEAD.status(s3, "app-logs"));
        assertEquals(403, BucketCall.HEAD.status(s3, "app-artifacts"));
        assertTrue(ErrorResponse.messageOf(s3::listBuckets)
                .endsWith("because no session policy allows the s3:ListAllMyBuckets action"));
    }

    @Test
    void sessionPolicyNeverWidensTheRole() {
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
        assertEquals(200, BucketCall.HEAD.status(s3, "app-logs"));
    }

    @Test
    void returnsPackedPolicySizeOnlyWithAPolicy() {
        assertEquals(Optional.of(6), packedSize(request -> request.policy(HEAD_ONE)));
        assertEquals(Optional.empty(), packedSize(request -> {}));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Version\":\"2012-10-17\"",
                "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\",\"Condition\":{}}}"
            })
    void rejectsInvalidAndUnsupportedPolicies(String policy) {
        assertEquals("400 MalformedPolicyDocument", ErrorResponse.codeOf(() -> packedSize(r -> r.policy(policy))));
    }

    @Test
    void rejectsTooLongPolicies() {
        String inline = allow("s3:ListBucket", "arn:aws:s3:::" + "x".repeat(2048 - HEAD_ONE.length() + 8));
        assertEquals(2048, inline.length());

        assertEquals(Optional.of(100), packedSize(r -> r.policy(inline)));
        assertEquals("400 PackedPolicyTooLarge", ErrorResponse.codeOf(() -> packedSize(r -> r.policy(inline + " "))));
        assertEquals(
                "400 PackedPolicyTooLarge",
                ErrorResponse.codeOf(() -> packedSize(r -> r.policy(inline).policyArns(LIST_BUCKETS))));
    }

    /** Read by the name of the field, because its method is deprecated. */
    private Optional<Integer> packedSize(Consumer<AssumeRoleRequest.Builder> more) {
        return sdk.assume(BOB, StandardWorld.CI_DEPLOY, more).getValueForField("PackedPolicySize", Integer.class);
    }

    private S3Client client(String role, Consumer<AssumeRoleRequest.Builder> more) {
        return sdk.s3(SdkClients.session(sdk.assume(BOB, role, more).credentials()), "eu-central-1");
    }

    private static String allow(String action, String resource) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"%s\",\"Resource\":\"%s\"}]}"
                .formatted(action, resource);
    }
}
