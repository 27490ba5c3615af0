package io.github.assumerole.aws.credentials;

import java.util.Map;

/** The home regions of the AWS partitions, which the SDK does not provide. */
public final class Partition {
    private static final Map<String, String> HOME_REGIONS = Map.of(
            "aws", "us-east-1",
            "aws-cn", "cn-north-1",
            "aws-us-gov", "us-gov-west-1",
            "aws-eusc", "eusc-de-east-1",
            "aws-iso", "us-iso-east-1",
            "aws-iso-b", "us-isob-east-1",
            "aws-iso-e", "eu-isoe-west-1",
            "aws-iso-f", "us-isof-south-1");

    private Partition() {}

    /** The region that every account of the partition can use; that of {@code aws} for an unknown partition. */
    public static String homeRegion(String partition) {
        return HOME_REGIONS.getOrDefault(partition, HOME_REGIONS.get("aws"));
    }
}
