package io.github.assumerole.aws.credentials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.role.AwsAccessException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** What to try if a profile has no credentials, such as one with single sign-on. */
class CredentialsProviderStepTest {
    private static final String OTHER =
            "to use other credentials, set <profile> or AWS_PROFILE to another profile, or to none";

    private static final String LOGIN =
            "if its login has expired: run `aws sso login --profile ci` or `aws login --profile ci`";

    static Stream<IOException> withoutResponse() {
        return Stream.of(
                new ConnectException("Connection refused"),
                new UnknownHostException("portal.sso.eu-central-1.amazonaws.com"),
                new SocketTimeoutException("Read timed out"),
                new SSLHandshakeException("Remote host terminated the handshake"));
    }

    /** A new login would need the same server. */
    @ParameterizedTest
    @MethodSource("withoutResponse")
    void advisesOnTheNetworkWithoutResponse(IOException network) {
        AwsAccessException failure = failure(SdkClientException.create("Unable to execute HTTP request", network));

        assertEquals(
                "no AWS credentials were found. Checked, in this order:\n  - the profile ci: Unable to execute HTTP"
                        + " request",
                failure.cameBack());
        assertEquals(
                List.of(
                        "check the network from this machine (this call does not use the proxy of settings.xml), and"
                                + " the region (sso_region, region) and the endpoints (AWS_ENDPOINT_URL, endpoint_url)"
                                + " of the profile",
                        OTHER),
                failure.advice());
        assertTrue(failure.isTransient());
    }

    static Stream<RuntimeException> unavailable() {
        AwsErrorDetails throttling =
                AwsErrorDetails.builder().errorCode("ThrottlingException").build();
        return Stream.of(
                answer(429).build(),
                answer(500).build(),
                answer(503).build(),
                answer(400).awsErrorDetails(throttling).build(),
                new IllegalStateException("Failed to refresh", answer(502).build()));
    }

    /** A new login would not help. */
    @ParameterizedTest
    @MethodSource("unavailable")
    void advisesToRunAgainIfTheServiceFailsOrThrottles(RuntimeException answer) {
        AwsAccessException failure = failure(answer);

        assertEquals(
                List.of(
                        "the service that exchanges the login for credentials is throttling or unavailable: run the"
                                + " build again later",
                        OTHER),
                failure.advice());
        assertTrue(failure.isTransient());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 501})
    void advisesToLogInAfterAnotherStatus(int status) {
        AwsAccessException failure = failure(answer(status).build());

        assertEquals(List.of(LOGIN, OTHER), failure.advice());
        assertFalse(failure.isTransient());
    }

    private static AwsServiceException.Builder answer(int status) {
        return AwsServiceException.builder().message("answer").statusCode(status);
    }

    @Test
    void advisesToLogInAfterAnyOtherFailure() {
        AwsAccessException failure =
                failure(SdkClientException.create("The token is missing", new NoSuchFileException("token")));

        assertEquals(List.of(LOGIN, OTHER), failure.advice());
        assertFalse(failure.isTransient());
    }

    private static AwsAccessException failure(RuntimeException thrown) {
        AwsAccessException failure = assertThrows(
                AwsAccessException.class,
                () -> CredentialsProviderStep.inProfile(
                        "ci",
                        () -> {
                            throw thrown;
                        },
                        "Cannot assume ci"));
        assertEquals("Cannot assume ci", failure.attempted());
        return failure;
    }
}
