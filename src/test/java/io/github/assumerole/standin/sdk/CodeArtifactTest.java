package io.github.assumerole.standin.sdk;

import static io.github.assumerole.standin.sdk.SdkClients.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.standin.StandardWorld;
import io.github.assumerole.standin.text.Json;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

class CodeArtifactTest extends EmbeddedAwsTest {
    private static final String DOMAIN = "domain=acme-libs";

    private final AwsCredentials publisher = sdk.assume(BOB, StandardWorld.PUBLISHER);

    @ParameterizedTest
    @CsvSource({
        "domain=acme-libs, 200",
        "domain=acme-libs&duration=0, 200",
        "domain=acme-libs&duration=900, 200",
        "domain=acme-libs&duration=43200&domain-owner=444455556666, 200",
        "domain=acme-libs&duration=899, 400 ValidationException",
        "domain=acme-libs&duration=43201, 400 ValidationException",
        "domain=acme-libs&duration=-1, 400 ValidationException",
        "domain=acme-libs&domain-owner=44445555666, 400 ValidationException",
        "domain=acme-libs&domain-owner=111122223333, 403 AccessDeniedException",
        "domain=Acme, 400 ValidationException",
        "duration=0, 400 ValidationException",
        "domain=acme-libs&repository=libs, 400 ValidationException",
        "domain=acme, 404 ResourceNotFoundException"
    })
    void checksParameters(String query, String outcome) throws Exception {
        assertEquals(outcome, outcome(RawRequest.codeArtifact(aws, query).signed(publisher)));
    }

    @Test
    void checksSignature() throws Exception {
        assertEquals("403 MissingAuthenticationTokenException", outcome(RawRequest.codeArtifact(aws, DOMAIN)));
        assertEquals(
                "403 InvalidSignatureException",
                outcome(RawRequest.codeArtifact(aws, DOMAIN).forService("sts").signed(publisher)));
        assertEquals(
                "403 InvalidSignatureException",
                outcome(RawRequest.codeArtifact(aws, DOMAIN).signed(publisher).with("x-amz-date", "20200101T000000Z")));
    }

    @Test
    void checksPermissions() throws Exception {
        AwsCredentials other = sdk.assume(BOB, StandardWorld.CI_DEPLOY);

        assertEquals(
                "403 AccessDeniedException",
                outcome(RawRequest.codeArtifact(aws, DOMAIN).signed(other)));
        assertEquals(
                "403 AccessDeniedException",
                outcome(RawRequest.codeArtifact(aws, DOMAIN).signed(BOB)));
    }

    @Test
    void repositoryAcceptsTokenUntilItExpires() throws Exception {
        Map<?, ?> response = (Map<?, ?>) Json.parse(RawRequest.codeArtifact(aws, DOMAIN + "&duration=0")
                .signed(publisher)
                .send()
                .body());
        String token = (String) response.get("authorizationToken");
        String path = "/maven/libs/it/app/1/app-1.pom";
        assertTrue(aws.secrets().contains(token));

        assertEquals(401, artifact("PUT", path, "aws", "wrong"));
        assertEquals(401, artifact("PUT", path, "me", token));
        assertEquals(401, RawRequest.artifact(aws, "PUT", path).send().statusCode());
        assertEquals(Set.of(), aws.artifacts());
        assertEquals(201, artifact("PUT", path, "aws", token));
        assertEquals(200, artifact("GET", path, "aws", token));
        assertEquals(404, artifact("GET", path + ".sha1", "aws", token));
        assertEquals(405, artifact("DELETE", path, "aws", token));
        assertEquals(Set.of(path), aws.artifacts());

        aws.advanceClock(Duration.ofHours(2));
        assertEquals(401, artifact("GET", path, "aws", token));
    }

    @Test
    void otherRepositoryAcceptsAccessKeys() throws Exception {
        String path = "/maven-with-keys/libs/it/app/1/app-1.pom";

        assertEquals(401, artifact("PUT", path, publisher.accessKeyId(), "wrong"));
        assertEquals(201, artifact("PUT", path, publisher.accessKeyId(), publisher.secretAccessKey()));
        assertEquals(Set.of(path), aws.artifacts());
    }

    private int artifact(String method, String path, String user, String password) throws Exception {
        String login = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.US_ASCII));
        return RawRequest.artifact(aws, method, path)
                .with("Authorization", "Basic " + login)
                .send()
                .statusCode();
    }

    private static String outcome(RawRequest request) throws Exception {
        HttpResponse<String> response = request.send();
        return response.statusCode()
                + response.headers()
                        .firstValue("x-amzn-ErrorType")
                        .map(" "::concat)
                        .orElse("");
    }
}
