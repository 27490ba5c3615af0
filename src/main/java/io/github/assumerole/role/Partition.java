package io.github.assumerole.role;

import java.util.Map;

/** What we have to know of a partition of AWS that its SDK does not tell. */
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

    /**
     * The region of a partition that every account of it may use; that of {@code aws} for a partition we do not know.
     */
    public static String homeRegion(String partition) {
        return HOME_REGIONS.getOrDefault(partition, HOME_REGIONS.get("aws"));
    }
}
