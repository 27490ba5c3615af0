package io.github.assumerole.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.aws.profile.SharedFilesCache;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.util.RestoreSystemProperties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.utils.internal.SystemSettingUtilsTestBackdoor;

@RestoreSystemProperties
class AwsEndpointsTest {
    private static final Optional<URI> NONE = Optional.empty();
    private static final Optional<URI> SET = Optional.of(URI.create("https://aws.example.com"));
    private static final String CONFIG =
            """
            [profile one]
            endpoint_url = https://aws.example.com
            [profile sts]
            services = sts
            [profile both]
            services = sts
            endpoint_url = https://s3.example.com
            [profile ignoring]
            endpoint_url = https://aws.example.com
            ignore_configured_endpoint_urls = true
            [services sts]
            sts =
              endpoint_url = https://sts.example.com
            """;

    @TempDir
    private Path folder;

    @AfterEach
    void restoreEnvironment() {
        SystemSettingUtilsTestBackdoor.clearEnvironmentVariableOverrides();
    }

    @Test
    void areThoseOfAwsByDefault() {
        AwsEndpoints endpoints = with(NONE, NONE, null);

        assertEquals(List.of(NONE, NONE), List.of(endpoints.sts(), endpoints.s3()));
        assertEquals(List.of(false, false), List.of(endpoints.hasCustomSts(), endpoints.hasCustomS3()));
        assertEquals(List.of(), endpoints.custom());
    }

    @Test
    void takeEachParameterForItsService() {
        AwsEndpoints sts = with(SET, NONE, null);
        AwsEndpoints s3 = with(NONE, SET, null);

        assertEquals(List.of(SET, NONE, NONE, SET), List.of(sts.sts(), sts.s3(), s3.sts(), s3.s3()));
        assertEquals(List.of(true, false), List.of(sts.hasCustomSts(), sts.hasCustomS3()));
        assertEquals(List.of(false, true), List.of(s3.hasCustomSts(), s3.hasCustomS3()));
        assertEquals(List.of(SET.get()), with(SET, SET, null).custom());
    }

    @ParameterizedTest
    @CsvSource({"AWS_ENDPOINT_URL, true, true", "AWS_ENDPOINT_URL_STS, true, false", "AWS_ENDPOINT_URL_S3, false, true"
    })
    void takeTheEnvironmentForWhatNoParameterSets(String variable, boolean sts, boolean s3) {
        environment(variable, "https://environment.example.com");

        assertEquals(sts, with(NONE, NONE, null).hasCustomSts());
        assertEquals(s3, with(NONE, NONE, null).hasCustomS3());
        assertEquals(SET, with(SET, NONE, null).sts());
        assertEquals(SET, with(NONE, SET, null).s3());
    }

    @ParameterizedTest
    @CsvSource({
        "one, https://aws.example.com, https://aws.example.com",
        "sts, https://sts.example.com,",
        "both, https://sts.example.com, https://s3.example.com",
        "ignoring,,",
        "other,,"
    })
    void takeTheProfileWithItsServices(String profile, URI sts, URI s3) throws Exception {
        useConfig();
        AwsEndpoints endpoints = with(NONE, NONE, profile);

        assertEquals(Optional.ofNullable(sts), endpoints.sts());
        assertEquals(Optional.ofNullable(s3), endpoints.s3());

        System.setProperty("aws.profile", profile);
        assertEquals(Optional.ofNullable(sts), with(NONE, NONE, null).sts());
    }

    @Test
    void preferTheEnvironmentToTheProfile() throws Exception {
        useConfig();
        environment("AWS_ENDPOINT_URL", "https://aws.example.com");

        assertEquals(SET, with(NONE, NONE, "sts").sts());
    }

    @Test
    void ignoreTheEnvironmentOnRequestButNotTheParameters() {
        environment("AWS_ENDPOINT_URL", "https://environment.example.com");
        environment("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true");

        assertEquals(NONE, with(NONE, NONE, null).sts());
        assertEquals(SET, with(SET, NONE, null).sts());
    }

    @Test
    void areCustomButNotUsableIfNoUrl() {
        environment("AWS_ENDPOINT_URL", "http://[");
        AwsEndpoints endpoints = with(NONE, SET, null);

        assertTrue(endpoints.hasCustomSts());
        assertThrows(IllegalArgumentException.class, endpoints::sts);
        assertEquals(List.of(SET.get()), endpoints.custom());
    }

    private void useConfig() throws Exception {
        System.setProperty(
                "aws.configFile",
                Files.writeString(folder.resolve("config"), CONFIG).toString());
    }

    private static void environment(String variable, String value) {
        SystemSettingUtilsTestBackdoor.addEnvironmentVariableOverride(variable, value);
    }

    private static AwsEndpoints with(Optional<URI> sts, Optional<URI> s3, String profile) {
        return new AwsEndpoints(Optional.empty(), sts, s3, Optional.ofNullable(profile), new SharedFilesCache());
    }
}
