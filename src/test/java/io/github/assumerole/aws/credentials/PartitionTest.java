package io.github.assumerole.aws.credentials;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PartitionTest {
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
