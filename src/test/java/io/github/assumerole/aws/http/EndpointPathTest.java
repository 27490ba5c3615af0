package io.github.assumerole.aws.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import io.github.assumerole.aws.AwsConnection;
import io.github.assumerole.aws.AwsEndpoints;
import io.github.assumerole.aws.AwsScenario;
import io.github.assumerole.aws.CallLimits;
import io.github.assumerole.aws.Network;
import io.github.assumerole.aws.profile.SharedFilesCache;
import io.github.assumerole.role.BaseCredentialsSource;
import io.github.assumerole.role.HttpProxies;
import io.github.assumerole.standin.StandardWorld;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.RestoreSystemProperties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.StsException;

/** The path of a custom endpoint; the SDK drops that of STS. */
@RestoreSystemProperties
class EndpointPathTest {
    private static final Network NETWORK = new Network(HttpProxies.NONE, Optional.empty());

    private final List<String> called = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            called.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            exchange.sendResponseHeaders(403, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({"'', /, /", "/, /, /", "/sts, /sts, /sts/", "/a/b%20c, /a/b%20c, /a/b%20c/", "/a/, /a/, /a/"})
    void callsThePathOfTheEndpoint(String path, String sts, String s3) {
        call(Optional.of(endpoint(path)));

        assertEquals(List.of("POST " + sts, "GET " + s3, "HEAD " + s3 + "app"), called);
    }

    @Test
    void callsThePathOfTheEndpointOfTheEnvironment() {
        System.setProperty("aws.endpointUrlSts", endpoint("/sts").toString());
        System.setProperty("aws.endpointUrlS3", endpoint("/s3").toString());
        call(Optional.empty());

        assertEquals(List.of("POST /sts", "GET /s3/", "HEAD /s3/app"), called);
    }

    /** LocalAws verifies the signature. */
    @Test
    void signsThePath() {
        try (AwsScenario scene = new AwsScenario()) {
            scene.endpoint(Optional.of(scene.aws.endpoint().resolve("/sts")));

            assertEquals(
                    Optional.of(StandardWorld.TARGET_ACCOUNT),
                    scene.assume(StandardWorld.CI_DEPLOY).accountId());
        }
    }

    private URI endpoint(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static void call(Optional<URI> endpoint) {
        Duration timeout = Duration.ofMinutes(5);
        Clients clients = new Clients(new AwsConnection(
                new BaseCredentialsSource.Environment(),
                Optional.empty(),
                new AwsEndpoints(Optional.empty(), endpoint, endpoint, Optional.empty(), new SharedFilesCache()),
                new CallLimits(timeout, timeout, 1),
                NETWORK));
        AwsBasicCredentials credentials = AwsBasicCredentials.create("AKIAIOSFODNN7EXAMPLE", "secret");
        try (StsClient sts = clients.sts(credentials, Region.EU_CENTRAL_1, new HttpExchange(NETWORK));
                S3Client s3 = clients.s3(credentials, Region.EU_CENTRAL_1, new HttpExchange(NETWORK))) {
            assertThrows(StsException.class, sts::getCallerIdentity);
            assertThrows(S3Exception.class, s3::listBuckets);
            assertThrows(S3Exception.class, () -> s3.headBucket(bucket -> bucket.bucket("app")));
        }
    }
}
