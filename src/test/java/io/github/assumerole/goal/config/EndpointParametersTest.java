package io.github.assumerole.goal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.aws.AwsEndpoints;
import io.github.assumerole.aws.profile.SharedFilesCache;
import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.InvalidConfigurationException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointParametersTest {
    private static final SharedFilesCache FILES = new SharedFilesCache();
    private static final Optional<URI> HTTPS = Optional.of(URI.create("https://aws.example.com"));

    @ParameterizedTest
    @CsvSource({
        ", , , , ",
        "http://localhost:4566, , , http://localhost:4566, http://localhost:4566",
        "http://localhost:4566, https://sts.example.com/, https://s3.example.com:9000, https://sts.example.com/,"
                + " https://s3.example.com:9000",
        "http://[::1]:4566, , , http://[::1]:4566, http://[::1]:4566",
        "HTTPS://S3.EXAMPLE.COM, , , HTTPS://S3.EXAMPLE.COM, HTTPS://S3.EXAMPLE.COM",
        "http://h:1, , http://h:65535/path/, http://h:1, http://h:65535/path/"
    })
    void prefersEndpointOfService(String both, String sts, String s3, URI expectedSts, URI expectedS3) {
        AwsEndpoints endpoints = read(both, sts, s3);

        assertEquals(Optional.ofNullable(expectedSts), endpoints.sts());
        assertEquals(Optional.ofNullable(expectedS3), endpoints.s3());
        assertEquals(Optional.ofNullable(both).map(URI::create), endpoints.codeArtifact());
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:4566", "ftp://localhost", "http://", "http:///path", "http://a b", "http://h:x"})
    void rejectsInvalidUrl(String text) {
        assertRejects(
                "endpointUrl: '" + text + "' is not an http or https URL with a host; expected one like"
                        + " https://s3.example.com:9000",
                text,
                null,
                null);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 65536})
    void rejectsInvalidPort(int port) {
        String text = "http://localhost:" + port;

        assertRejects("s3EndpointUrl: '" + text + "' has the port " + port + ", expected 1 to 65535", null, null, text);
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
    void rejectsPasswordWithoutShowingIt(String text) {
        assertRejects(
                "stsEndpointUrl: has a user, a query or a fragment, expected only scheme, host, port and path, as in"
                        + " https://s3.example.com:9000",
                null,
                text,
                null);
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
        Optional<URI> http = Optional.of(endpoint);

        for (AwsEndpoints endpoints : List.of(
                new AwsEndpoints(Optional.empty(), http, HTTPS, Optional.empty(), FILES),
                new AwsEndpoints(Optional.empty(), HTTPS, http, Optional.empty(), FILES),
                new AwsEndpoints(Optional.empty(), http, http, Optional.empty(), FILES))) {
            assertEquals(List.of(shown), EndpointParameters.unencrypted(endpoints));
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
    void acceptsHttpsAndLoopback(URI endpoint) {
        assertEquals(
                List.of(),
                EndpointParameters.unencrypted(new AwsEndpoints(
                        Optional.empty(), Optional.of(endpoint), Optional.of(endpoint), Optional.empty(), FILES)));
    }

    @Test
    void acceptsProfileThatIsNotEmpty() {
        EndpointParameters parameters = new EndpointParameters(Optional.empty(), Optional.empty(), Optional.empty());
        ConfigurationProblems problems = new ConfigurationProblems();

        assertEquals(
                new AwsEndpoints(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("ci"), FILES),
                parameters.read(problems, Optional.of("ci"), FILES));
        assertEquals(
                new AwsEndpoints(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), FILES),
                parameters.read(problems, Optional.of(" "), FILES));
    }

    private static AwsEndpoints read(String both, String sts, String s3) {
        ConfigurationProblems problems = new ConfigurationProblems();
        AwsEndpoints endpoints = new EndpointParameters(
                        Optional.ofNullable(both), Optional.ofNullable(sts), Optional.ofNullable(s3))
                .read(problems, Optional.empty(), FILES);
        problems.throwIfAny();
        return endpoints;
    }

    private static void assertRejects(String message, String both, String sts, String s3) {
        assertEquals(
                message,
                assertThrows(InvalidConfigurationException.class, () -> read(both, sts, s3))
                        .getMessage());
    }
}
