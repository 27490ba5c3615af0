package io.github.assumerole.aws.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.aws.AwsConnection;
import io.github.assumerole.aws.AwsEndpoints;
import io.github.assumerole.aws.CallLimits;
import io.github.assumerole.aws.Network;
import io.github.assumerole.aws.profile.SharedFilesCache;
import io.github.assumerole.role.BaseCredentialsSource;
import io.github.assumerole.role.HttpProxies;
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
    private static final Network NETWORK = new Network(HttpProxies.NONE, Optional.empty());

    private static final String PLAIN = "sts.us-east-2.amazonaws.com, s3.us-east-2.amazonaws.com";
    private static final String FIPS = "sts-fips.us-east-2.amazonaws.com, s3-fips.us-east-2.amazonaws.com";
    private static final String DUAL_STACK = "sts.us-east-2.api.aws, s3.dualstack.us-east-2.amazonaws.com";

    private final LocalProxy proxy = LocalProxy.toNowhere();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        SystemSettingUtilsTestBackdoor.clearEnvironmentVariableOverrides();
        proxy.close();
    }

    @ParameterizedTest
    @CsvSource({"AWS_USE_FIPS_ENDPOINT, " + FIPS, "AWS_USE_DUALSTACK_ENDPOINT, " + DUAL_STACK})
    void honoursEnvironmentVariables(String variable, String sts, String s3) {
        SystemSettingUtilsTestBackdoor.addEnvironmentVariableOverride(variable, "true");
        assertEquals(sts + ", " + s3, called(Optional.empty(), "us-east-2"));
    }

    @ParameterizedTest
    @CsvSource({"use_fips_endpoint, " + FIPS, "use_dualstack_endpoint, " + DUAL_STACK})
    void honoursProfileSettings(String setting, String sts, String s3) throws IOException {
        Path config = Files.writeString(folder.resolve("config"), "[profile careful]\n" + setting + " = true\n");
        System.setProperty("aws.configFile", config.toString());

        assertEquals(PLAIN, called(Optional.empty(), "us-east-2"));
        assertEquals(sts + ", " + s3, called(Optional.of("careful"), "us-east-2"));

        System.setProperty("aws.profile", "careful");
        assertEquals(sts + ", " + s3, called(Optional.empty(), "us-east-2"));
    }

    @ParameterizedTest
    @CsvSource({
        "false, false, us-east-2, " + PLAIN,
        "true, false, us-east-2, " + FIPS,
        "false, true, us-east-2, " + DUAL_STACK,
        "true, true, us-east-2, sts-fips.us-east-2.api.aws, s3-fips.dualstack.us-east-2.amazonaws.com",
        "true, false, us-gov-west-1, sts.us-gov-west-1.amazonaws.com, s3-fips.us-gov-west-1.amazonaws.com"
    })
    void honoursSystemProperties(String fips, String dualStack, String region, String sts, String s3) {
        System.setProperty("aws.useFipsEndpoint", fips);
        System.setProperty("aws.useDualstackEndpoint", dualStack);
        assertEquals(sts + ", " + s3, called(Optional.empty(), region));
    }

    /** The servers of STS and S3 that the clients called last. */
    private String called(Optional<String> profile, String region) {
        int before = proxy.requests().size();
        Duration timeout = Duration.ofSeconds(20);
        HttpProxy settings = new HttpProxy(proxy.host(), proxy.port(), Optional.empty(), List.of(), "a test");
        Clients clients = new Clients(new AwsConnection(
                profile.<BaseCredentialsSource>map(BaseCredentialsSource.Profile::new)
                        .orElseGet(BaseCredentialsSource.Environment::new),
                Optional.empty(),
                new AwsEndpoints(Optional.empty(), Optional.empty(), Optional.empty(), profile, new SharedFilesCache()),
                new CallLimits(timeout, timeout, 1),
                new Network(new HttpProxies(Optional.empty(), Optional.of(settings)), Optional.empty())));
        AwsBasicCredentials credentials = AwsBasicCredentials.create("AKIAIOSFODNN7EXAMPLE", "secret");
        try (StsClient sts = clients.sts(credentials, Region.of(region), new HttpExchange(NETWORK));
                S3Client s3 = clients.s3(credentials, Region.of(region), new HttpExchange(NETWORK))) {
            assertThrows(SdkClientException.class, sts::getCallerIdentity);
            assertThrows(SdkClientException.class, s3::listBuckets);
        }
        return proxy.requests().stream()
                .skip(before)
                .map(request -> request.target().replace(":443", ""))
                .collect(Collectors.joining(", "));
    }
}
