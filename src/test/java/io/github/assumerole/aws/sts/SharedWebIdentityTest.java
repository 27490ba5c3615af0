package io.github.assumerole.aws.sts;

import static io.github.assumerole.aws.AwsScenario.advice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.aws.AwsScenario;
import io.github.assumerole.aws.CaBundle;
import io.github.assumerole.aws.NoSecrets;
import io.github.assumerole.aws.Profiles;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.Caller;
import io.github.assumerole.role.HttpProxy;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.standin.Call;
import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.LocalProxy;
import io.github.assumerole.standin.StandardWorld;
import io.github.assumerole.standin.TlsRelay;
import io.github.assumerole.standin.World;
import io.github.assumerole.text.InvalidConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.util.RestoreSystemProperties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.utils.internal.SystemSettingUtilsTestBackdoor;

/** Web identities that the environment or a profile sets, as for the AWS CLI: they are exchanged by our own client. */
@RestoreSystemProperties
class SharedWebIdentityTest {
    private static final String OPERATION = "AssumeRoleWithWebIdentity";
    private static final String SUBJECT = "repo:octo/shop:ref:refs/heads/main";
    private static final String WEB = "arn:aws:iam::444455556666:role/web";
    private static final String MAY_ASSUME =
            "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":[\"sts:AssumeRole\",\"s3:ListAllMyBuckets\"],\"Resource\":\"*\"}}";
    private static final String NEXT = "arn:aws:iam::444455556666:role/next";

    private final AwsScenario scene = new AwsScenario(World.standard()
                    .account(StandardWorld.TARGET_ACCOUNT, account -> account.role("next", role -> role.trusts(WEB))
                            .role("web", role -> role.trustsWebIdentity(StandardWorld.OIDC_AUDIENCE)
                                    .permissions(MAY_ASSUME)))
                    .account(
                            StandardWorld.CHINA_ACCOUNT,
                            account -> account.role("web", role -> role.trustsWebIdentity(StandardWorld.OIDC_AUDIENCE)))
                    .build())
            .withoutCredentials();

    @TempDir
    private Path dir;

    private Path token;

    @BeforeEach
    void writeToken() throws IOException {
        token = Files.writeString(
                dir.resolve("token"),
                scene.aws.issueWebIdentityToken(StandardWorld.OIDC_AUDIENCE, SUBJECT, Duration.ofMinutes(5)));
    }

    @AfterEach
    void close() {
        SystemSettingUtilsTestBackdoor.clearEnvironmentVariableOverrides();
        scene.close();
    }

    @Test
    void exchangesTokenOfEnvironmentOncePerBuild() {
        environment(token.toString(), WEB);
        variable("AWS_ROLE_SESSION_NAME", "pod-7");

        SessionCredentials session = scene.assume(NEXT);
        scene.assume(NEXT);
        scene.open().ownBuckets(AwsScenario.EVERYTHING);

        Call exchange = onlyExchange();
        assertEquals(WEB, exchange.parameters().get("RoleArn"));
        assertEquals("pod-7", exchange.parameters().get("RoleSessionName"));
        assertEquals("3600", exchange.parameters().get("DurationSeconds"));
        assertEquals(
                "arn:aws:sts::444455556666:assumed-role/web/pod-7",
                scene.aws.calls("AssumeRole").get(0).callerArn());
        assertEquals("the web identity token file", session.evidence().source());
    }

    /** The SDK's own client called the global endpoint, without the proxy and the certificate authorities. */
    @Test
    void callsRegionalEndpointOfPartitionThroughProxy() throws Exception {
        String host = "sts.cn-north-1.amazonaws.com.cn";
        environment(token.toString(), "arn:aws-cn:iam::222233334444:role/web");
        try (TlsRelay relay = TlsRelay.to(scene.aws.endpoint(), host, dir);
                LocalProxy proxy = LocalProxy.to(relay.address())) {
            scene.region(Optional.empty())
                    .endpoint(Optional.empty())
                    .proxy(new HttpProxy(proxy.host(), proxy.port(), Optional.empty(), List.of(), "HTTPS_PROXY"))
                    .trust(CaBundle.read(Files.writeString(dir.resolve("ca.pem"), relay.certificate())));

            scene.base();

            assertEquals(
                    "arn:aws-cn:iam::222233334444:role/web",
                    onlyExchange().parameters().get("RoleArn"));
            assertEquals(
                    "[Request[method=CONNECT, target=" + host + ":443, authorization=Optional.empty]]",
                    proxy.requests().toString());
        }
    }

    @Test
    void renewsSessionOfEnvironmentBeforeItExpires() {
        environment(token.toString(), WEB);
        scene.assume(NEXT);

        scene.clock(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(56))).assume(NEXT);

        assertEquals(2, scene.aws.calls(OPERATION).size());
    }

    @Test
    void usesSessionNameOfBuildWithoutName() {
        environment(token.toString(), WEB);

        scene.assume(NEXT);

        assertEquals("test", onlyExchange().parameters().get("RoleSessionName"));
    }

    @Test
    void prefersEnvironmentVariablesWithKeys() {
        environment(token.toString(), WEB);
        variable("AWS_ACCESS_KEY_ID", StandardWorld.BOB_KEY_ID);
        variable("AWS_SECRET_ACCESS_KEY", StandardWorld.BOB_SECRET);

        scene.assume(StandardWorld.CI_DEPLOY);

        assertEquals(List.of(), scene.aws.calls(OPERATION));
        assertEquals(StandardWorld.BOB_ARN, scene.aws.calls("AssumeRole").get(0).callerArn());
    }

    @Test
    void limitsAttemptsAndReportsErrorOfSts() {
        environment(token.toString(), WEB);
        scene.maxAttempts(2)
                .aws
                .faultAlways(OPERATION, Fault.error(400, "IDPCommunicationError", "Cannot reach the issuer."));

        AwsAccessException failure = scene.failure(NEXT);

        assertEquals(2, scene.aws.calls(OPERATION).size());
        assertEquals("Cannot use AWS_WEB_IDENTITY_TOKEN_FILE: cannot assume " + WEB + " as test", failure.attempted());
        assertTrue(
                failure.cameBack().startsWith("STS answered IDPCommunicationError, HTTP 400, request "),
                failure.cameBack());
        assertTrue(
                failure.cameBack()
                        .contains("The token sent was the web identity token file " + token + ", which" + " claims iss "
                                + StandardWorld.OIDC_ISSUER),
                failure.cameBack());
    }

    /** The credentials of a profile, a container or an instance are not a substitute: they are somebody else. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            a missing token    | the web identity token file FILE: there is no such file. | AWS_WEB_IDENTITY_TOKEN_FILE
            another audience   | InvalidIdentityToken                                    | audiences (client IDs)
            a role of another  | AccessDenied                                            | sts:AssumeRoleWithWebIdentity
            """)
    void failsWithoutFallback(String what, String cameBack, String cure) throws IOException {
        Profiles.use(
                dir,
                "[default]\naws_access_key_id = %s\naws_secret_access_key = %s\n"
                        .formatted(StandardWorld.BOB_KEY_ID, StandardWorld.BOB_SECRET));
        environment(token.toString(), what.endsWith("another") ? StandardWorld.CI_DEPLOY : WEB);
        if (what.endsWith("token")) {
            Files.delete(token);
        } else if (what.endsWith("audience")) {
            Files.writeString(token, scene.aws.issueWebIdentityToken("elsewhere", SUBJECT, Duration.ofMinutes(5)));
        }

        AwsAccessException failure = scene.failure(NEXT);

        assertTrue(failure.getMessage().contains(cameBack.replace("FILE", token.toString())), failure.getMessage());
        assertTrue(advice(failure).contains(cure), advice(failure));
        assertFalse(advice(failure).contains("<"), advice(failure));
        assertEquals(List.of(), scene.aws.calls("AssumeRole"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            textBlock =
                    """
            none | a  | AWS_ROLE_ARN: is not set; set it to the ARN of the role, or remove AWS_WEB_IDENTITY_TOKEN_FILE
            ci   | a  | AWS_ROLE_ARN: 'ci' is not
            none | %% | AWS_ROLE_SESSION_NAME: '%%'
            """)
    void rejectsIncompleteEnvironment(String role, String name, String problem) {
        variable("AWS_WEB_IDENTITY_TOKEN_FILE", token.toString());
        variable("AWS_ROLE_ARN", role == null ? " " : role);
        variable("AWS_ROLE_SESSION_NAME", name);

        InvalidConfigurationException rejected =
                assertThrows(InvalidConfigurationException.class, () -> scene.assume(NEXT));

        assertTrue(rejected.getMessage().contains(problem), rejected.getMessage());
        assertEquals(List.of(), scene.aws.calls());
    }

    @Test
    void ignoresEmptyVariable() {
        environment(" ", WEB);

        AwsAccessException failure = scene.failure(NEXT);

        assertTrue(
                failure.cameBack().contains("the web identity token file: AWS_WEB_IDENTITY_TOKEN_FILE is empty\n"),
                failure.cameBack());
    }

    @Test
    void exchangesTokenOfProfile() throws IOException {
        Profiles.use(
                dir,
                """
                [profile ci]
                role_arn = %s
                web_identity_token_file = %s
                role_session_name = of-profile
                duration_seconds = 1234
                region = eu-west-1
                """
                        .formatted(WEB, token));

        scene.profile("ci").assume(NEXT);
        scene.open().ownBuckets(AwsScenario.EVERYTHING);

        Call exchange = onlyExchange();
        assertEquals("1234", exchange.parameters().get("DurationSeconds"));
        assertEquals(
                "arn:aws:sts::444455556666:assumed-role/web/of-profile",
                scene.aws.calls("AssumeRole").get(0).callerArn());
    }

    @Test
    void exchangesTokenOfSourceProfile() throws IOException {
        useChain("");

        Caller caller = scene.profile("next").open().caller();

        assertEquals(WEB, onlyExchange().parameters().get("RoleArn"));
        assertEquals("arn:aws:sts::444455556666:assumed-role/next/by-default", caller.arn());
    }

    @Test
    void namesProfileAndItsLineInFailures() throws IOException {
        useChain("duration_seconds = 43200\n");

        AwsAccessException failure = scene.profile("next").failure(NEXT);

        assertEquals(
                "Cannot use the profile next: cannot assume " + WEB + " as test (role 1 of 2, of the profile ci)",
                failure.attempted());
        assertTrue(advice(failure).contains("set duration_seconds in the profile ci (now 43200)"), advice(failure));

        Files.delete(token);
        AwsAccessException missing =
                scene.failure(() -> scene.profile("ci").open().ownBuckets(AwsScenario.EVERYTHING));
        assertEquals(
                "check web_identity_token_file in the profile ci, and that the file is written before this goal runs",
                advice(missing));
    }

    @ParameterizedTest
    @ValueSource(strings = {"source_profile = bob", "external_id = 42", "credential_source = Environment"})
    void rejectsLinesThatCannotBeSent(String line) throws IOException {
        Profiles.use(dir, "[profile ci]\nweb_identity_token_file = x\n" + line + "\n");

        InvalidConfigurationException rejected = assertThrows(
                InvalidConfigurationException.class, () -> scene.profile("ci").assume(NEXT));

        assertEquals(
                List.of(
                        dir.resolve("config")
                                + ", line 1, profile ci, role_arn: is missing, and web_identity_token_file needs it; set it to a role ARN",
                        dir.resolve("config") + ", line 3, profile ci, " + line.replaceFirst(" .*", "")
                                + ": cannot be used with web_identity_token_file; remove one of them"),
                rejected.problems().stream().map(Object::toString).toList());
    }

    @Test
    void masksTokenInFailures() throws IOException {
        environment(token.toString(), WEB);
        String secret = Files.readString(token);
        scene.aws.fault(OPERATION, Fault.error(400, "InvalidIdentityToken", "Bad token " + secret));

        AwsAccessException failure = scene.failure(NEXT);

        NoSecrets.in(failure, List.of(secret));
        assertTrue(failure.cameBack().contains("Bad token ****"), failure.cameBack());
    }

    private void useChain(String lines) throws IOException {
        Profiles.use(
                dir,
                """
                [profile ci]
                role_arn = %s
                web_identity_token_file = %s
                %s[profile next]
                role_arn = %s
                source_profile = ci
                """
                        .formatted(WEB, token, lines, NEXT));
    }

    private Call onlyExchange() {
        assertEquals(1, scene.aws.calls(OPERATION).size());
        return scene.aws.calls(OPERATION).get(0);
    }

    private static void environment(String file, String role) {
        variable("AWS_WEB_IDENTITY_TOKEN_FILE", file);
        variable("AWS_ROLE_ARN", role);
    }

    private static void variable(String name, String value) {
        SystemSettingUtilsTestBackdoor.addEnvironmentVariableOverride(name, value);
    }
}
