package io.github.assumerole.bucket;

import static java.util.function.Predicate.not;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A bucket, as S3 lists it.
 *
 * @param name not empty; otherwise unchecked, since the server decides which names are valid
 * @param region empty if the server does not report it; a region of whitespace counts as not reported
 * @param creationDate in milliseconds; empty if the server does not report it
 */
public record Bucket(String name, Optional<String> region, Optional<Instant> creationDate) {
    /** Source: S3 API reference, CreateBucketConfiguration. */
    private static final String OLD_NAME_OF_EU_WEST_1 = "EU";

    /**
     * Truncates the date to milliseconds.
     *
     * @throws IllegalArgumentException if the name is empty
     * @throws ArithmeticException if the milliseconds of the date are beyond a {@code long}
     */
    public Bucket {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a bucket without a name");
        }
        region = region.filter(not(String::isBlank)).map(Bucket::regionOf);
        creationDate = creationDate.map(date -> Instant.ofEpochMilli(date.toEpochMilli()));
    }

    /** The region of a location constraint, which is its name, or EU for eu-west-1. */
    public static String regionOf(String locationConstraint) {
        return locationConstraint.equals(OLD_NAME_OF_EU_WEST_1) ? "eu-west-1" : locationConstraint;
    }

    /** The values of a setting that the listing contained, so that no further call is needed. */
    Optional<Map<String, String>> known(Setting setting) {
        return region.filter(name -> setting == Setting.REGION).map(name -> Map.of(SettingValue.REGION.member(), name));
    }

    /** The same bucket with the region of this setting. */
    Bucket withRegion(Map<String, String> setting) {
        return new Bucket(name, Optional.ofNullable(setting.get(SettingValue.REGION.member())), creationDate);
    }
}
