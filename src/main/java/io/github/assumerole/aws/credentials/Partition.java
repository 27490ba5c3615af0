package io.github.assumerole.aws.credentials;

import java.util.Map;

/**
 * The AWS partitions. The SDK knows them, too, but loading its metadata costs a tenth of the time of a goal, and has no
 * home regions.
 */
public final class Partition {
    private static final String COMMERCIAL = "aws";

    private static final Map<String, String> HOME_REGIONS = Map.of(
            COMMERCIAL,
            "us-east-1",
            "aws-cn",
            "cn-north-1",
            "aws-us-gov",
            "us-gov-west-1",
            "aws-eusc",
            "eusc-de-east-1",
            "aws-iso",
            "us-iso-east-1",
            "aws-iso-b",
            "us-isob-east-1",
            "aws-iso-e",
            "eu-isoe-west-1",
            "aws-iso-f",
            "us-isof-south-1");

    private static final Map<String, String> BY_REGION_PREFIX = Map.of(
            "cn-", "aws-cn",
            "us-gov-", "aws-us-gov",
            "eusc-", "aws-eusc",
            "us-iso-", "aws-iso",
            "us-isob-", "aws-iso-b",
            "eu-isoe-", "aws-iso-e",
            "us-isof-", "aws-iso-f");

    private Partition() {}

    /** The partition of a region; {@code aws} for an unknown region. */
    public static String of(String region) {
        for (Map.Entry<String, String> prefix : BY_REGION_PREFIX.entrySet()) {
            if (region.startsWith(prefix.getKey())) {
                return prefix.getValue();
            }
        }
        return COMMERCIAL;
    }

    /** The region that every account of the partition can use; that of {@code aws} for an unknown partition. */
    static String homeRegion(String partition) {
        return HOME_REGIONS.getOrDefault(partition, HOME_REGIONS.get(COMMERCIAL));
    }
}
