package io.github.assumerole.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.assumerole.standin.LocalAws;
import io.github.assumerole.standin.StandardWorld;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/**
 * IAM Identity Center for a build: its portal exchanges an access token for a session of ci-runner in the embedded AWS.
 */
public final class SingleSignOn {
    private static final String TOKEN = "access-token-of-corp";

    /** SHA-1 of the name of the sso-session, corp: the AWS CLI caches its access token in this file. */
    private static final String CACHE = ".aws/sso/cache/ee0bfd2552fbd840c02cc48b6e823320543c450f.json";

    private SingleSignOn() {}

    /** Starts the portal, and logs in: writes the file that {@code aws sso login} writes, below {@code home}. */
    public static void begin(Map<String, Object> context, File basedir) throws IOException {
        byte[] session = roleCredentials((LocalAws) context.get("aws"));
        HttpServer portal = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        portal.createContext("/federation/credentials", exchange -> respond(exchange, session));
        portal.start();
        context.put("portal", portal);
        Scenario.userProperties(context)
                .put(
                        "aws.endpointUrlSso",
                        "http://127.0.0.1:" + portal.getAddress().getPort());
        Path cache = basedir.toPath().resolve("home").resolve(CACHE);
        Files.createDirectories(cache.getParent());
        Files.writeString(
                cache,
                """
                {"startUrl": "https://corp.invalid/start", "region": "eu-central-1", "accessToken": "%s",
                 "expiresAt": "2999-01-01T00:00:00Z"}
                """
                        .formatted(TOKEN));
    }

    /** Stops the portal. */
    public static void end(Map<String, Object> context) {
        ((HttpServer) context.get("portal")).stop(0);
    }

    private static byte[] roleCredentials(LocalAws aws) {
        try (StsClient sts = StsClient.builder()
                .endpointOverride(aws.endpoint())
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(StandardWorld.BOB_KEY_ID, StandardWorld.BOB_SECRET)))
                .build()) {
            Credentials session = sts.assumeRole(
                            call -> call.roleArn(StandardWorld.CI_RUNNER).roleSessionName("dev"))
                    .credentials();
            return """
                    {"roleCredentials": {"accessKeyId": "%s", "secretAccessKey": "%s", "sessionToken": "%s",
                     "expiration": %d}}
                    """
                    .formatted(
                            session.accessKeyId(),
                            session.secretAccessKey(),
                            session.sessionToken(),
                            session.expiration().toEpochMilli())
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    private static void respond(HttpExchange exchange, byte[] session) throws IOException {
        boolean isValid = TOKEN.equals(exchange.getRequestHeaders().getFirst("x-amz-sso_bearer_token"))
                && List.of("role_name=dev&account_id=111122223333", "account_id=111122223333&role_name=dev")
                        .contains(exchange.getRequestURI().getQuery());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        byte[] body = isValid ? session : new byte[] {'{', '}'};
        exchange.sendResponseHeaders(isValid ? 200 : 401, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
