package io.github.assumerole.aws;

import static io.github.assumerole.aws.AwsScenario.advice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.LocalAws;
import io.github.assumerole.standin.StandardWorld;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses that are not from STS or S3, or incomplete. */
class InvalidResponseTest {
    private static final String VALID_RESPONSE =
            """
            <AssumeRoleResponse><AssumeRoleResult><Credentials>\
            <AccessKeyId>ASIAEXAMPLE</AccessKeyId>\
            <SecretAccessKey>QWxhZGRpbjpvcGVuIHNlc2FtZTQy</SecretAccessKey>\
            <SessionToken>VGhlIHF1aWNrIGJyb3duIGZveCBqdW1wcw==</SessionToken>\
            <Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>\
            <AssumedRoleUser><Arn>arn:aws:sts::444455556666:assumed-role/ci-deploy/test</Arn></AssumedRoleUser>\
            </AssumeRoleResult></AssumeRoleResponse>""";

    private final AwsScenario scene = new AwsScenario();

    @AfterEach
    void close() {
        scene.close();
    }

    /** Besides those of {@link ServerFaults}. */
    static Stream<Fault> responsesOfOthers() {
        return Stream.of(
                Fault.html(401),
                Fault.html(302),
                Fault.body(200, "text/html", "<html><br>Welcome</html>"),
                Fault.body(200, "application/json", "{\"ok\":true}"),
                Fault.body(403, "application/json", "{\"message\":\"Forbidden\"}"));
    }

    @ParameterizedTest
    @MethodSource("responsesOfOthers")
    void reportsInvalidResponse(Fault fault) {
        SessionCredentials session = scene.assume(StandardWorld.CI_DEPLOY);
        scene.aws.faultAlways("AssumeRole", fault);
        scene.aws.faultAlways("ListBuckets", fault);

        assertInvalid("STS", scene.failure(StandardWorld.CI_DEPLOY));
        assertInvalid("S3", scene.listingFailure(session));
    }

    private void assertInvalid(String service, AwsAccessException failure) {
        assertTrue(
                failure.cameBack()
                        .startsWith(scene.aws.endpoint() + " returned a response that is not valid for " + service
                                + ", or is incomplete (HTTP "),
                failure.cameBack());
        assertTrue(advice(failure).contains("such as a proxy with a login page"), advice(failure));
        assertTrue(advice(failure).contains("<" + service.toLowerCase(Locale.ROOT) + "EndpointUrl>"), advice(failure));
        assertFalse(advice(failure).contains("policy"), advice(failure));
        assertFalse(advice(failure).contains("s3:ListAllMyBuckets"), advice(failure));
    }

    /** The signature or the web identity token would be sent to the other server, maybe by plain HTTP. */
    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void doesNotFollowRedirectToOtherServer(int status) {
        try (LocalAws other = LocalAws.start()) {
            scene.aws.faultAlways("AssumeRole", Fault.html(status).withHeader("Location", other.endpoint() + "/"));

            scene.failure(StandardWorld.CI_DEPLOY);

            assertEquals(List.of(), other.calls());
        }
    }

    @Test
    void suggestsCureForErrorInHtml() {
        scene.aws.faultAlways("AssumeRole", Fault.html(503));

        AwsAccessException failure = scene.failure(StandardWorld.CI_DEPLOY);

        assertTrue(failure.cameBack().contains("(HTTP 503, content type text/html)"), failure.cameBack());
        assertTrue(failure.advice().get(0).contains("run the build again"), advice(failure));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AccessKeyId",
                "SecretAccessKey",
                "SessionToken",
                "Expiration",
                "Credentials",
                "Arn",
                "AssumedRoleUser"
            })
    void rejectsIncompleteCredentials(String element) {
        String complete = "<" + element + ">.*</" + element + ">";
        assertRejected(complete, "");
        assertRejected(complete, "<" + element + "/>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AccessKeyId", "SecretAccessKey", "SessionToken"})
    void rejectsCredentialsWithLineBreak(String element) {
        assertRejected("<" + element + ">", "<" + element + ">VGhlIHF1aWNr\nIGJyb3duI");
    }

    private void assertRejected(String regex, String replacement) {
        scene.aws.fault(
                "AssumeRole",
                Fault.body(200, "text/xml", VALID_RESPONSE),
                Fault.body(200, "text/xml", VALID_RESPONSE.replaceFirst(regex, replacement)));
        assertEquals("ASIAEXAMPLE", scene.assume(StandardWorld.CI_DEPLOY).accessKeyId());

        String cameBack = scene.failure(StandardWorld.CI_DEPLOY).cameBack();

        assertTrue(cameBack.contains("returned a response that is not valid for STS"), cameBack);
        assertFalse(cameBack.contains("VGhlIHF1aWNr"), cameBack);
    }
}
