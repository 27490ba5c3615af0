package io.github.assumerole.aws.credentials;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

final class PartitionTest {
    @ParameterizedTest
    @MethodSource("software.amazon.awssdk.regions.Region#regions")
    void knowsPartitionOfEachRegionOfTheSdk(Region region) {
        assertEquals(PartitionMetadata.of(region).id(), Partition.of(region.id()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cn-new-9",
                "us-gov-new-9",
                "eusc-de-new-9",
                "us-iso-new-9",
                "us-isob-new-9",
                "eu-isoe-new-9",
                "us-isof-new-9",
                "eu-new-9",
                "aws-global",
                "default"
            })
    void agreesWithTheSdkOnNewRegions(String region) {
        assertEquals(PartitionMetadata.of(Region.of(region)).id(), Partition.of(region));
    }

    @ParameterizedTest
    @CsvSource({
        "aws,        us-east-1",
        "aws-cn,     cn-north-1",
        "aws-us-gov, us-gov-west-1",
        "aws-eusc,   eusc-de-east-1",
        "aws-iso,    us-iso-east-1",
        "aws-iso-b,  us-isob-east-1",
        "aws-iso-e,  eu-isoe-west-1",
        "aws-iso-f,  us-isof-south-1"
    })
    void hasHomeRegion(String partition, String region) {
        assertEquals(region, Partition.homeRegion(partition));
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws-new", "", "AWS-CN"})
    void hasHomeRegionOfAwsWhenUnknown(String partition) {
        assertEquals("us-east-1", Partition.homeRegion(partition));
    }
}
