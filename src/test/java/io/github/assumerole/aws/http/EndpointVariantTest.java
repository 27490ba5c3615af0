package io.github.assumerole.aws.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.aws.AwsConnection;
import io.github.assumerole.aws.AwsEndpoints;
import io.github.assumerole.aws.CallLimits;
import io.github.assumerole.role.BaseCredentialsSource;
import io.github.assumerole.role.HttpProxy;
import io.github.assumerole.standin.LocalProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.util.RestoreSystemProperties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.utils.internal.SystemSettingUtilsTestBackdoor;

/**
 * FIPS and dual-stack are settings of the SDK, which the clients honour. A proxy that rejects all requests records
 * which server a client called.
 */
@Timeout(60)
@RestoreSystemProperties
final class EndpointVariantTest {
    private static final String PLAIN = "sts.us-east-2.amazonaws.com, s3.us-east-2.amazonaws.com";
    private static final String FIPS = "sts-fips.us-east-2.amazonaws.com, s3-fips.us-east-2.amazonaws.com";
    private static final String DUAL_STACK = "sts.us-east-2.api.aws, s3.dualstack.us-east-2.amazonaws.com";
    private static final String BOTH = "sts-fips.us-east-2.api.aws, s3-fips.dualstack.us-east-2.amazonaws.com";

    private final LocalProxy proxy = LocalProxy.toNowhere();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        SystemSettingUtilsTestBackdoor.clearEnvironmentVariableOverrides();
        proxy.close();
    }

    @Test
    void callsStandardEndpointsByDefault() {
        assertEquals(PLAIN, asked("us-east-2"));
    }

    @ParameterizedTest
    @CsvSource({"aws.useFipsEndpoint, " + FIPS, "aws.useDualstackEndpoint, " + DUAL_STACK})
    void honoursSystemProperties(String property, String sts, String s3) {
        System.setProperty(property, "true");
        assertEquals(sts + ", " + s3, asked("us-east-2"));
    }

    @ParameterizedTest
    @CsvSource({"AWS_USE_FIPS_ENDPOINT, " + FIPS, "AWS_USE_DUALSTACK_ENDPOINT, " + DUAL_STACK})
    void honoursEnvironmentVariables(String variable, String sts, String s3) {
        SystemSettingUtilsTestBackdoor.addEnvironmentVariableOverride(variable, "true");
        assertEquals(sts + ", " + s3, asked("us-east-2"));
    }

    @ParameterizedTest
    @CsvSource({"use_fips_endpoint, " + FIPS, "use_dualstack_endpoint, " + DUAL_STACK})
    void honoursProfileSettings(String setting, String sts, String s3) throws IOException {
        Path config = Files.writeString(folder.resolve("config"), "[profile careful]\n" + setting + " = true\n");
        System.setProperty("aws.configFile", config.toString());

        assertEquals(PLAIN, asked("us-east-2"));
        assertEquals(sts + ", " + s3, askedBy(new BaseCredentialsSource.Profile("careful"), "us-east-2"));

        System.setProperty("aws.profile", "careful");
        assertEquals(sts + ", " + s3, asked("us-east-2"));
    }

    @Test
    void combinesFipsAndDualStack() {
        System.setProperty("aws.useFipsEndpoint", "true");
        System.setProperty("aws.useDualstackEndpoint", "true");
        assertEquals(BOTH, asked("us-east-2"));
    }

    @Test
    void worksInOtherPartitions() {
        System.setProperty("aws.useFipsEndpoint", "true");
        assertEquals("sts.us-gov-west-1.amazonaws.com, s3-fips.us-gov-west-1.amazonaws.com", asked("us-gov-west-1"));
    }

    @Test
    void usesEnvironmentProxyByDefault() {
        System.setProperty("https.proxyHost", proxy.host());
        System.setProperty("https.proxyPort", String.valueOf(proxy.port()));
        assertEquals(PLAIN, asked(connection(new BaseCredentialsSource.Environment(), Optional.empty()), "us-east-2"));
    }

    @Test
    void prefersConfiguredProxy() {
        System.setProperty("https.proxyHost", "127.0.0.1");
        System.setProperty("https.proxyPort", "1");
        assertEquals(PLAIN, asked("us-east-2"));
    }

    private String asked(String region) {
        return askedBy(new BaseCredentialsSource.Environment(), region);
    }

    private String askedBy(BaseCredentialsSource origin, String region) {
        HttpProxy way = new HttpProxy(proxy.host(), proxy.port(), Optional.empty(), List.of());
        return asked(connection(origin, Optional.of(way)), region);
    }

    /** The servers of STS and S3 that the clients called last. */
    private String asked(AwsConnection connection, String region) {
        int before = proxy.requests().size();
        Clients clients = new Clients(connection);
        AwsBasicCredentials credentials = AwsBasicCredentials.create("AKIAIOSFODNN7EXAMPLE", "secret");
        try (StsClient sts = clients.sts(credentials, Region.of(region), new HttpExchange());
                S3Client s3 = clients.s3(credentials, Region.of(region), new HttpExchange())) {
            assertThrows(SdkClientException.class, sts::getCallerIdentity);
            assertThrows(SdkClientException.class, s3::listBuckets);
        }
        return proxy.requests().stream()
                .skip(before)
                .map(request -> request.target().replace(":443", ""))
                .collect(Collectors.joining(", "));
    }

    private static AwsConnection connection(BaseCredentialsSource origin, Optional<HttpProxy> proxy) {
        Duration bound = Duration.ofSeconds(20);
        AwsEndpoints endpoints = new AwsEndpoints(
                Optional.empty(),
                Optional.empty(),
                origin instanceof BaseCredentialsSource.Profile profile
                        ? Optional.of(profile.name())
                        : Optional.empty());
        return new AwsConnection(origin, Optional.empty(), endpoints, new CallLimits(bound, bound, 1), proxy);
    }
}
