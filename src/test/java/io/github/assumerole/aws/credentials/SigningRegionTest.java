package io.github.assumerole.aws.credentials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.aws.AwsScenario;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.standin.StandardWorld;
import io.github.assumerole.text.InvalidConfigurationException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.SetSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.utils.internal.SystemSettingUtilsTestBackdoor;

class SigningRegionTest {
    private static final Optional<String> NOT_CONFIGURED = Optional.empty();

    private final AwsScenario scene = new AwsScenario();

    @AfterEach
    void close() {
        SystemSettingUtilsTestBackdoor.clearEnvironmentVariableOverrides();
        scene.close();
    }

    @Test
    @SetSystemProperty(key = "aws.region", value = "ap-south-1")
    void usesConfiguredRegionSilently() {
        assertEquals(
                "eu-north-1",
                scene.region(Optional.of("eu-north-1"))
                        .assume(StandardWorld.CI_DEPLOY)
                        .region());
        assertEquals(
                "eu-north-1", scene.aws.calls("AssumeRole").get(0).parameters().get("signingRegion"));
        assertEquals(List.of(), scene.log);
    }

    @Test
    @SetSystemProperty(key = "aws.region", value = "ap-south-1")
    void usesRegionChainOfSdk() {
        assertEquals(
                "ap-south-1",
                scene.region(NOT_CONFIGURED).assume(StandardWorld.CI_DEPLOY).region());
        assertEquals(List.of("Region ap-south-1, from the SDK's region chain."), scene.log);
    }

    /** As in the AWS CLI. */
    @ParameterizedTest
    @CsvSource({
        "AWS_REGION AWS_DEFAULT_REGION, ap-south-1, the SDK's region chain",
        "AWS_DEFAULT_REGION,            ap-south-2, AWS_DEFAULT_REGION",
        "'',                            eu-west-1,  the SDK's region chain"
    })
    void readsDefaultRegionVariableBeforeProfile(String variables, String region, String source) {
        if (variables.contains("AWS_REGION")) {
            SystemSettingUtilsTestBackdoor.addEnvironmentVariableOverride("AWS_REGION", "ap-south-1");
        }
        SystemSettingUtilsTestBackdoor.addEnvironmentVariableOverride(
                "AWS_DEFAULT_REGION", variables.isEmpty() ? " " : "ap-south-2");
        scene.profile("in-ireland").region(NOT_CONFIGURED);

        assertEquals(region, regions().within("aws").id());

        assertEquals(List.of("Region " + region + ", from " + source + "."), scene.log);
    }

    @Test
    void fallsBackToHomeRegionOfPartition() {
        scene.region(NOT_CONFIGURED).endpoint(Optional.empty());

        assertEquals("cn-north-1", regions().within("aws-cn").id());
        assertEquals(
                List.of("Region cn-north-1, the home region of partition aws-cn, since none is configured."),
                scene.log);
        assertEquals("us-east-1", regions().anywhere());
    }

    /** Without credentials no call is possible: the region is rejected before they are resolved. */
    @ParameterizedTest
    @CsvSource({
        "cn-north-1, arn:aws:iam::444455556666:role/ci-deploy, aws-cn, aws, us-east-1",
        "eu-central-1, arn:aws-cn:iam::222233334444:role/ci-deploy, aws, aws-cn, cn-north-1",
        "us-gov-west-1, arn:aws-cn:iam::222233334444:role/ci-deploy, aws-us-gov, aws-cn, cn-north-1"
    })
    void rejectsRegionOfOtherPartitionBeforeAnyCall(
            String region, String role, String partition, String partitionOfRole, String home) {
        scene.withoutCredentials().region(Optional.of(region)).endpoint(Optional.empty());

        InvalidConfigurationException rejected =
                assertThrows(InvalidConfigurationException.class, () -> scene.assume(role));

        assertEquals(
                "region: " + region + " is in partition " + partition + ", but roleArn is in " + partitionOfRole
                        + "; set <region> to one of that partition, as in " + home,
                rejected.getMessage());
    }

    @Test
    void rejectsOtherPartitionDespiteMissingProfile() {
        scene.profile("in-atlantis").region(Optional.of("cn-north-1")).endpoint(Optional.empty());

        assertThrows(InvalidConfigurationException.class, () -> scene.assume(StandardWorld.CI_DEPLOY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "aws.endpointUrl", "aws.endpointUrlSts"})
    void acceptsAnyRegionWithCustomEndpoint(String property) {
        scene.region(Optional.of("cn-north-1"));
        if (!property.isEmpty()) {
            System.setProperty(property, scene.aws.endpoint().toString());
            scene.endpoint(Optional.empty());
        }

        assertEquals("cn-north-1", regions().within("aws").id());
    }

    @Test
    @SetSystemProperty(key = "aws.endpointUrlS3", value = "http://127.0.0.1:9")
    void rejectsOtherPartitionWithCustomS3Only() {
        scene.region(Optional.of("cn-north-1")).endpoint(Optional.empty());

        assertThrows(InvalidConfigurationException.class, () -> regions().within("aws"));
    }

    @Test
    @SetSystemProperty(key = "aws.region", value = "ap-south-1")
    void listsBucketsInRegionOfSession() {
        scene.list(scene.region(NOT_CONFIGURED).assume(StandardWorld.CI_DEPLOY));

        assertEquals("ap-south-1", regionOfListing());
    }

    @Test
    void listsBucketsInConfiguredRegionFirst() {
        SessionCredentials session = scene.assume(StandardWorld.CI_DEPLOY);
        scene.region(Optional.of("eu-north-1")).list(session);

        assertEquals("eu-north-1", regionOfListing());
    }

    private String regionOfListing() {
        return scene.aws.calls("ListBuckets").get(0).parameters().get("signingRegion");
    }

    private SigningRegion regions() {
        return new SigningRegion(scene.connection(), scene.log::add);
    }
}
