package io.github.assumerole.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.role.SessionCredentials.IssueDetails;
import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The evidence of a session, as in a receipt. */
class EvidenceTest {
    private static final String SEE_BUCKETS =
            """
            {"Version": "2012-10-17",
             "Statement": {"Effect": "Allow", "Action": "s3:ListAllMyBuckets", "Resource": "*"}}
            """;

    private final AwsScenario scene = new AwsScenario();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void containsEndpointRequestIdAndSource() {
        IssueDetails evidence = scene.assume(StandardWorld.CI_DEPLOY).evidence();

        assertEquals(scene.aws.endpoint().toString(), evidence.endpoint());
        assertTrue(evidence.requestId().orElseThrow().matches("[0-9a-f-]{36}"), evidence.toString());
        assertEquals("the system properties", evidence.source());
    }

    @Test
    void hasNoPackedSizeWithoutPolicy() {
        assertEquals(
                Optional.empty(),
                scene.assume(StandardWorld.CI_DEPLOY).evidence().packedPolicySize());
    }

    @Test
    void containsPackedSizeOfPolicy() {
        int size = scene.assume(RequestBuilder.to(StandardWorld.CI_DEPLOY)
                        .policy(SEE_BUCKETS)
                        .build())
                .evidence()
                .packedPolicySize()
                .orElseThrow();

        assertTrue(size > 0 && size <= 100, String.valueOf(size));
    }

    @Test
    void describesLastAttempt() {
        scene.maxAttempts(2).aws.fault("AssumeRole", Fault.error(503, "ServiceUnavailable", "Sorry"));

        assertTrue(scene.assume(StandardWorld.CI_DEPLOY).evidence().requestId().isPresent());
    }

    /** Ceph RGW sends no request ID. */
    @Test
    void acceptsMissingRequestId() {
        scene.aws.fault(
                "AssumeRole",
                Fault.body(
                        200,
                        "application/xml",
                        """
                        <AssumeRoleResponse><AssumeRoleResult><Credentials>\
                        <AccessKeyId>0555b35654ad1656d804</AccessKeyId>\
                        <SecretAccessKey>h7GhxuBLTrlhVUyxSPUKUV8r</SecretAccessKey>\
                        <SessionToken>QWxhZGRpbjpvcGVuIHNlc2FtZQ==</SessionToken>\
                        <Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>\
                        <AssumedRoleUser><Arn>arn:aws:sts:::assumed-role/NAME/SESSION</Arn></AssumedRoleUser>\
                        </AssumeRoleResult></AssumeRoleResponse>"""));

        IssueDetails evidence = scene.assume("arn:aws:iam:::role/NAME").evidence();

        assertEquals(
                new IssueDetails(
                        scene.aws.endpoint().toString(), Optional.empty(), Optional.empty(), "the system properties"),
                evidence);
    }
}
