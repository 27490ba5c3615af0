package io.github.assumerole.goal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.aws.AwsConnection;
import io.github.assumerole.aws.AwsEndpoints;
import io.github.assumerole.aws.CallLimits;
import io.github.assumerole.role.BaseCredentialsSource;
import io.github.assumerole.role.HttpProxy;
import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.InvalidConfigurationException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionParametersTest {
    private static final String BOTH = "http://localhost:4566";
    private static final BaseCredentialsSource ENVIRONMENT = new BaseCredentialsSource.Environment();

    @Test
    void leavesToTheSdkWhatNobodySet() {
        AwsConnection connection = read(new ConnectionParameters(null, null, null, null, 10, 30, 4));

        assertEquals(
                new AwsConnection(
                        ENVIRONMENT,
                        Optional.empty(),
                        new AwsEndpoints(Optional.empty(), Optional.empty(), Optional.empty()),
                        new CallLimits(Duration.ofSeconds(10), Duration.ofSeconds(30), 4),
                        Optional.empty()),
                connection);
    }

    @Test
    void takesOneEndpointForBothServices() {
        AwsConnection connection = read(endpoints(BOTH, null, null));

        assertEquals(Optional.of(URI.create(BOTH)), connection.endpoints().configuredSts());
        assertEquals(Optional.of(URI.create(BOTH)), connection.endpoints().configuredS3());
    }

    @Test
    void prefersTheEndpointOfTheService() {
        AwsConnection connection = read(endpoints(BOTH, "https://sts.example.com/", "https://s3.example.com:9000"));

        assertEquals(
                Optional.of(URI.create("https://sts.example.com/")),
                connection.endpoints().configuredSts());
        assertEquals(
                Optional.of(URI.create("https://s3.example.com:9000")),
                connection.endpoints().configuredS3());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://[::1]:4566", "HTTPS://S3.EXAMPLE.COM", "http://localhost:1", "http://h:65535/path/"})
    void acceptsAnEndpoint(String url) {
        assertEquals(
                Optional.of(URI.create(url)),
                read(endpoints(url, null, null)).endpoints().configuredS3());
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:4566", "ftp://localhost", "http://", "http:///path", "http://a b", "http://h:x"})
    void refusesWhatIsNoUrl(String text) {
        assertEquals(
                "endpointUrl: '" + text + "' is not an http or https URL with a host; expected one like"
                        + " https://s3.example.com:9000",
                refusal(endpoints(text, null, null)));
    }

    @ParameterizedTest
    @CsvSource({"http://localhost:0, 0", "http://localhost:65536, 65536"})
    void refusesAPortThatCannotBe(String text, int port) {
        assertEquals(
                "s3EndpointUrl: '" + text + "' has the port " + port + ", expected 1 to 65535",
                refusal(endpoints(null, null, text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://bob:hunter2@localhost",
                "http://bob:hunter2@ localhost",
                "ftp://bob:hunter2@localhost",
                "http://localhost?signature=hunter2",
                "http://localhost#hunter2"
            })
    void repeatsNoPassword(String text) {
        assertEquals(
                "stsEndpointUrl: has a user, a query or a fragment, expected scheme, host, port and path alone, as in"
                        + " https://s3.example.com:9000",
                refusal(endpoints(null, text, null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eu-central-1", "cn-north-1", "us-gov-west-1", "default", "a"})
    void acceptsTheNameOfARegion(String region) {
        assertEquals(Optional.of(region), read(inRegion(region)).region());
    }

    @ParameterizedTest
    @ValueSource(strings = {"EU-CENTRAL-1", "eu central 1", "-eu", "eu-", "eu.evil.example", "eu/../"})
    void refusesWhatIsNoRegion(String region) {
        assertEquals(
                "region: '" + region + "' is not the name of a region; expected one like eu-central-1",
                refusal(inRegion(region)));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "300, 900, 10"})
    void acceptsTheBounds(int connect, int call, int attempts) {
        AwsConnection connection = read(new ConnectionParameters(null, null, null, null, connect, call, attempts));

        assertEquals(Duration.ofSeconds(connect), connection.limits().connectTimeout());
        assertEquals(Duration.ofSeconds(call), connection.limits().callTimeout());
        assertEquals(attempts, connection.limits().maxAttempts());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0   | 30  | 4  | connectTimeoutSeconds: 0 is too small, expected 1 to 300",
                "301 | 30  | 4  | connectTimeoutSeconds: 301 is too large, expected 1 to 300",
                "10  | -1  | 4  | callTimeoutSeconds: -1 is too small, expected 1 to 900",
                "10  | 901 | 4  | callTimeoutSeconds: 901 is too large, expected 1 to 900",
                "10  | 30  | 0  | maxAttempts: 0 is too small, expected 1 to 10",
                "10  | 30  | 11 | maxAttempts: 11 is too large, expected 1 to 10"
            })
    void refusesWhatIsBeyondTheBounds(int connect, int call, int attempts, String message) {
        assertEquals(message, refusal(new ConnectionParameters(null, null, null, null, connect, call, attempts)));
    }

    @Test
    void goesThroughTheProxyOfTheSettings() {
        HttpProxy proxy = new HttpProxy("proxy.example.com", 3128, Optional.empty(), List.of());

        AwsConnection connection = inRegion("eu-west-1")
                .read(
                        new ConfigurationProblems(),
                        ENVIRONMENT,
                        new AwsEndpoints(Optional.empty(), Optional.empty(), Optional.empty()),
                        Optional.of(proxy));

        assertEquals(Optional.of(proxy), connection.proxy());
    }

    private static ConnectionParameters endpoints(String both, String sts, String s3) {
        return new ConnectionParameters(null, both, sts, s3, 10, 30, 4);
    }

    private static ConnectionParameters inRegion(String region) {
        return new ConnectionParameters(region, null, null, null, 10, 30, 4);
    }

    private static AwsConnection read(ConnectionParameters settings) {
        ConfigurationProblems problems = new ConfigurationProblems();
        AwsConnection connection =
                settings.read(problems, ENVIRONMENT, settings.endpoints(problems, null), Optional.empty());
        assertTrue(problems.isEmpty());
        return connection;
    }

    private static String refusal(ConnectionParameters settings) {
        ConfigurationProblems problems = new ConfigurationProblems();
        settings.read(problems, ENVIRONMENT, settings.endpoints(problems, null), Optional.empty());
        return assertThrows(InvalidConfigurationException.class, problems::throwIfAny)
                .getMessage();
    }

    @ParameterizedTest
    @CsvSource({
        "http://minio.example.com:9000, http://minio.example.com:9000",
        "HTTP://10.0.0.1/path, http://10.0.0.1",
        "http://127.0.0.1.example.com, http://127.0.0.1.example.com",
        "http://localhost.example.com/, http://localhost.example.com",
        "http://localhost:secret@s3.example.com, http://s3.example.com"
    })
    void findsUnencryptedEndpoints(URI endpoint, String shown) {
        Optional<URI> https = Optional.of(URI.create("https://aws.example.com"));

        for (AwsEndpoints endpoints : List.of(
                new AwsEndpoints(Optional.of(endpoint), https, Optional.empty()),
                new AwsEndpoints(https, Optional.of(endpoint), Optional.empty()),
                new AwsEndpoints(Optional.of(endpoint), Optional.of(endpoint), Optional.empty()))) {
            assertEquals(List.of(shown), ConnectionParameters.unencrypted(endpoints));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://minio.example.com",
                "http://localhost",
                "http://somebody@localhost",
                "http://127.0.0.1:9000/",
                "http://[::1]:80"
            })
    void acceptsHttpsAndThisMachineAsEncrypted(URI endpoint) {
        assertEquals(
                List.of(),
                ConnectionParameters.unencrypted(
                        new AwsEndpoints(Optional.of(endpoint), Optional.of(endpoint), Optional.empty())));
    }
}
