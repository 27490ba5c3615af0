package io.github.assumerole.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.role.InvalidConfiguration;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.standin.StandardWorld;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.SetSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningRegionTest {
    private static final Optional<String> NOT_CONFIGURED = Optional.empty();

    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    @SetSystemProperty(key = "aws.region", value = "ap-south-1")
    void aConfiguredRegionNeedsNoWord() {
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
    void theChainOfTheSdkComesNext() {
        assertEquals(
                "ap-south-1",
                scene.region(NOT_CONFIGURED).assume(StandardWorld.CI_DEPLOY).region());
        assertEquals(List.of("Region ap-south-1, from the SDK's region chain."), scene.log);
    }

    @ParameterizedTest
    @CsvSource({
        "aws, us-east-1",
        "aws-cn, cn-north-1",
        "aws-us-gov, us-gov-west-1",
        "aws-eusc, eusc-de-east-1",
        "aws-iso, us-iso-east-1",
        "aws-iso-b, us-isob-east-1",
        "aws-iso-e, eu-isoe-west-1",
        "aws-iso-f, us-isof-south-1"
    })
    void theHomeRegionOfThePartitionIsTheLastResort(String partition, String home) {
        scene.region(NOT_CONFIGURED).endpoint(Optional.empty());

        assertEquals(home, regions().within(partition).id());
        assertEquals(
                List.of("Region " + home + ", the home region of partition " + partition
                        + ", since none is configured."),
                scene.log);
    }

    @Test
    void withoutARoleTheHomeIsThatOfTheCommercialPartition() {
        assertEquals(
                "us-east-1",
                new SigningRegion(scene.region(NOT_CONFIGURED).connection(), scene.log::add)
                        .anywhere()
                        .id());
    }

    /** Without credentials there is nothing to call with: the refusal comes before they are even looked for. */
    @ParameterizedTest
    @CsvSource({
        "cn-north-1, arn:aws:iam::444455556666:role/ci-deploy, aws-cn, aws, us-east-1",
        "eu-central-1, arn:aws-cn:iam::222233334444:role/ci-deploy, aws, aws-cn, cn-north-1",
        "us-gov-west-1, arn:aws-cn:iam::222233334444:role/ci-deploy, aws-us-gov, aws-cn, cn-north-1"
    })
    void aRegionOfAnotherPartitionIsRefusedBeforeAnyCall(
            String region, String role, String itsPartition, String theRoles, String better) {
        scene.withoutCredentials().region(Optional.of(region)).endpoint(Optional.empty());

        InvalidConfiguration refused = assertThrows(InvalidConfiguration.class, () -> scene.assume(role));

        assertEquals(
                "region: " + region + " lies in the partition " + itsPartition + ", but roleArn in " + theRoles
                        + "; set <region> to one of that partition, as in " + better,
                refused.getMessage());
    }

    @Test
    void aMissingProfileDoesNotHideTheWrongPartition() {
        scene.profile("in-atlantis").region(Optional.of("cn-north-1")).endpoint(Optional.empty());

        assertThrows(InvalidConfiguration.class, () -> scene.assume(StandardWorld.CI_DEPLOY));
    }

    @Test
    void aServerOfOnesOwnMayCallItsRegionAnything() {
        scene.region(Optional.of("cn-north-1"));

        assertEquals("cn-north-1", regions().within("aws").id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws.endpointUrl", "aws.endpointUrlSts"})
    void soMayOneThatTheEnvironmentNames(String property) {
        System.setProperty(property, scene.aws.endpoint().toString());
        scene.region(Optional.of("cn-north-1")).endpoint(Optional.empty());

        assertEquals("cn-north-1", regions().within("aws").id());
    }

    @Test
    @SetSystemProperty(key = "aws.endpointUrlS3", value = "http://127.0.0.1:9")
    void anS3OfOnesOwnIsNoSts() {
        scene.region(Optional.of("cn-north-1")).endpoint(Optional.empty());

        assertThrows(InvalidConfiguration.class, () -> regions().within("aws"));
    }

    @Test
    @SetSystemProperty(key = "aws.region", value = "ap-south-1")
    void bucketsAreListedWhereTheSessionIsFrom() {
        scene.list(scene.region(NOT_CONFIGURED).assume(StandardWorld.CI_DEPLOY));

        assertEquals("ap-south-1", regionOfListing());
    }

    @Test
    void bucketsAreListedInTheConfiguredRegionAboveAll() {
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
