package io.github.assumerole.aws;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.BucketCatalog;
import io.github.assumerole.bucket.Setting;
import io.github.assumerole.role.Secret;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Some servers quote the canonical request, with the session token, if a signature is wrong. */
class EchoedSecretTest {
    private final AwsScenario scene = new AwsScenario();

    @AfterEach
    void close() {
        scene.close();
    }

    static Stream<Named<Function<String, Fault>>> echoes() {
        return Stream.of(
                Named.of("in one line", secret -> inMessage("x-amz-security-token:" + secret + " host;x-amz-date")),
                Named.of("in the first of many lines", secret -> inMessage(secret + "\nhost;x-amz-date")),
                Named.of("where a long message is cut off", secret -> inMessage("=".repeat(540) + secret)),
                Named.of("as the code", secret -> Fault.error(403, secret, "what a code")),
                Named.of("as the request id", secret -> Fault.empty(403)
                        .withHeader("x-amzn-RequestId", secret)
                        .withHeader("x-amz-request-id", secret)),
                Named.of("as the content type", secret -> Fault.body(200, "text/" + secret, "")));
    }

    private static Fault inMessage(String message) {
        return Fault.error(403, "SignatureDoesNotMatch", "The canonical request should have been " + message);
    }

    @ParameterizedTest
    @MethodSource("echoes")
    void masksSecretsQuotedBySts(Function<String, Fault> echo) {
        SessionCredentials session = scene.assume(StandardWorld.CI_RUNNER);
        scene.as(session);
        for (Secret secret : List.of(session.secretAccessKey(), session.sessionToken())) {
            scene.aws.fault("AssumeRole", echo.apply(secret.reveal()));

            assertTrue(scene.failure(StandardWorld.CI_DEPLOY).getMessage().contains("HTTP "));
        }
    }

    @ParameterizedTest
    @MethodSource("echoes")
    void masksTokenQuotedByS3(Function<String, Fault> echo) {
        SessionCredentials session = scene.assume(StandardWorld.CI_DEPLOY);
        Fault quoting = echo.apply(session.sessionToken().reveal());
        List.of("ListBuckets", "HeadBucket", "GetBucketLocation", "GetBucketTagging")
                .forEach(api -> scene.aws.faultAlways(api, quoting));

        assertTrue(scene.listingFailure(session).getMessage().contains("HTTP "));
        try (BucketCatalog catalog = scene.open().buckets(session, AwsScenario.EVERYTHING)) {
            scene.unknownReason(catalog.lookUp("app-logs").reason());
            scene.unknownReason(
                    catalog.read(Setting.TAGS, new Bucket("app-logs", Optional.of("eu-central-1"), Optional.empty()))
                            .reason());
        }
    }

    @Test
    void masksTokenQuotedAsRequestIdOfSuccess() {
        SessionCredentials session = scene.assume(StandardWorld.CI_DEPLOY);
        scene.aws.fault(
                "HeadBucket",
                Fault.empty(200)
                        .withHeader("x-amz-request-id", session.sessionToken().reveal()));
        try (BucketCatalog catalog = scene.open().buckets(session, AwsScenario.EVERYTHING)) {
            NoSecrets.in(catalog.lookUpAnywhere("app-logs").evidence().description(), scene.secrets());
        }
    }
}
