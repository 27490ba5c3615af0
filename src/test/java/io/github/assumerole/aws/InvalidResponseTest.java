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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Something responds that is neither STS nor S3. */
class InvalidResponseTest {
    private static final String STS_ANSWER =
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

    static Stream<Named<Fault>> answersOfSomethingElse() {
        return Stream.of(
                Named.of("HTML with 200", Fault.html(200)),
                Named.of("HTML with 401", Fault.html(401)),
                Named.of("HTML with 403", Fault.html(403)),
                Named.of("HTML with 407", Fault.html(407)),
                Named.of("HTML with 302", Fault.html(302)),
                Named.of("HTML that is no XML", Fault.body(200, "text/html", "<html><br>Welcome</html>")),
                Named.of("nothing with 200", Fault.empty(200)),
                Named.of("JSON with 200", Fault.body(200, "application/json", "{\"ok\":true}")),
                Named.of("JSON with 403", Fault.body(403, "application/json", "{\"message\":\"Forbidden\"}")),
                Named.of("XML of something else", Fault.body(200, "text/xml", "<html><body/></html>")),
                Named.of("half an answer", Fault.truncated()));
    }

    @ParameterizedTest
    @MethodSource("answersOfSomethingElse")
    void assumesNoRole(Fault strange) {
        scene.aws.faultAlways("AssumeRole", strange);

        AwsAccessException failure = scene.refusal(StandardWorld.CI_DEPLOY);

        assertTrue(
                failure.cameBack()
                        .startsWith(scene.aws.endpoint() + " returned a response that is not valid for STS, or is"
                                + " incomplete (HTTP "),
                failure.cameBack());
        assertTrue(advice(failure).contains("such as a proxy with a login page"), advice(failure));
        assertTrue(advice(failure).contains("<stsEndpointUrl>"), advice(failure));
        assertFalse(advice(failure).contains("trust policy"), advice(failure));
    }

    @ParameterizedTest
    @MethodSource("answersOfSomethingElse")
    void reportsNoEmptyAccount(Fault strange) {
        SessionCredentials session = scene.assume(StandardWorld.CI_DEPLOY);
        scene.aws.faultAlways("ListBuckets", strange);

        AwsAccessException failure = scene.refusalToList(session);

        assertTrue(
                failure.cameBack()
                        .startsWith(scene.aws.endpoint() + " returned a response that is not valid for S3, or is"
                                + " incomplete (HTTP "),
                failure.cameBack());
        assertTrue(advice(failure).contains("<s3EndpointUrl>"), advice(failure));
        assertFalse(advice(failure).contains("s3:ListAllMyBuckets"), advice(failure));
    }

    /** The signature or the web identity token would be sent to the other server, maybe by plain HTTP. */
    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void doesNotFollowRedirectToOtherServer(int status) {
        try (LocalAws other = LocalAws.start()) {
            scene.aws.faultAlways("AssumeRole", Fault.html(status).withHeader("Location", other.endpoint() + "/"));

            scene.refusal(StandardWorld.CI_DEPLOY);

            assertEquals(List.of(), other.calls());
        }
    }

    @Test
    void reportsLoadBalancerError() {
        scene.aws.faultAlways("AssumeRole", Fault.html(503));

        AwsAccessException failure = scene.refusal(StandardWorld.CI_DEPLOY);

        assertTrue(failure.cameBack().contains("(HTTP 503, content type text/html)"), failure.cameBack());
        assertTrue(failure.advice().get(0).contains("run the build again"), advice(failure));
    }

    @Test
    void reportsProxyThatRequiresLogin() {
        scene.aws.faultAlways("AssumeRole", Fault.html(407));

        assertEquals(
                "a proxy requires a user and a password: check the proxy settings of this machine",
                scene.refusal(StandardWorld.CI_DEPLOY).advice().get(0));
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
        String whole = "<" + element + ">.*</" + element + ">";
        for (String replacement : List.of("", "<" + element + "/>")) {
            scene.aws.fault("AssumeRole", Fault.body(200, "text/xml", STS_ANSWER.replaceFirst(whole, replacement)));

            String cameBack = scene.refusal(StandardWorld.CI_DEPLOY).cameBack();

            assertTrue(cameBack.contains("returned a response that is not valid for STS"), cameBack);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"AccessKeyId", "SecretAccessKey", "SessionToken"})
    void rejectsCredentialsWithLineBreak(String element) {
        String broken = STS_ANSWER.replace("<" + element + ">", "<" + element + ">VGhlIHF1aWNr\nIGJyb3duI");
        scene.aws.fault("AssumeRole", Fault.body(200, "text/xml", broken));

        String cameBack = scene.refusal(StandardWorld.CI_DEPLOY).cameBack();

        assertTrue(cameBack.contains("returned a response that is not valid for STS"), cameBack);
        assertFalse(cameBack.contains("VGhlIHF1aWNr"), cameBack);
    }

    @Test
    void acceptsUnchangedResponse() {
        scene.aws.fault("AssumeRole", Fault.body(200, "text/xml", STS_ANSWER));

        assertEquals("ASIAEXAMPLE", scene.assume(StandardWorld.CI_DEPLOY).accessKeyId());
    }
}
