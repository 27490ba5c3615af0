package io.github.assumerole.bucket.rule;

import io.github.assumerole.text.Plural;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that S3 accepts for new buckets; older buckets can have others. Source: S3 user guide, General purpose
 * bucket naming rules.
 */
final class NewBucketName {
    private static final int MAX_LENGTH = 63;
    private static final List<String> RESERVED_PREFIXES = List.of("xn--", "sthree-", "amzn-s3-demo-");
    private static final Pattern INVALID = Pattern.compile("[^a-z0-9.-]");
    private static final Pattern IP_ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");

    /** The suffix of a bucket in the namespace of an account and a region. */
    private static final String REGIONAL = "-an";

    private static final Pattern REGIONAL_NAME = Pattern.compile(".+-[0-9]{12}-[a-z0-9-]+" + REGIONAL);

    private NewBucketName() {}

    /**
     * Checks a name that an existing bucket can have.
     *
     * @throws IllegalArgumentException if S3 rejects it for a new bucket; the message quotes it
     */
    static void require(String name) {
        problem(name).ifPresent(problem -> {
            throw new IllegalArgumentException("'" + name + "' " + problem);
        });
    }

    private static Optional<String> problem(String name) {
        Matcher invalid = INVALID.matcher(name);
        if (invalid.find()) {
            return Optional.of("has '" + invalid.group() + "' at position " + (invalid.start() + 1)
                    + "; names of new buckets contain only lowercase letters, digits, '.' and '-'");
        }
        if (name.length() > MAX_LENGTH) {
            return Optional.of(
                    "has " + Plural.of(name.length(), "character") + "; names of new buckets have 3 to " + MAX_LENGTH);
        }
        if (isPunctuation(name.charAt(0))) {
            return Optional.of(
                    "starts with '" + name.charAt(0) + "'; names of new buckets start with a letter or digit");
        }
        char last = name.charAt(name.length() - 1);
        if (isPunctuation(last)) {
            return Optional.of("ends with '" + last + "'; names of new buckets end with a letter or digit");
        }
        if (name.contains("..")) {
            return Optional.of(
                    "has two adjacent periods at position " + (name.indexOf("..") + 1) + ", which S3 rejects");
        }
        if (IP_ADDRESS.matcher(name).matches()) {
            return Optional.of("has the form of an IP address, which S3 rejects");
        }
        if (name.endsWith(REGIONAL) && !REGIONAL_NAME.matcher(name).matches()) {
            return Optional.of("ends with '" + REGIONAL + "', which S3 reserves for names of the form"
                    + " NAME-ACCOUNT_ID-REGION" + REGIONAL);
        }
        return RESERVED_PREFIXES.stream()
                .filter(name::startsWith)
                .findFirst()
                .map(prefix -> "starts with '" + prefix + "', which S3 reserves");
    }

    private static boolean isPunctuation(char c) {
        return c == '.' || c == '-';
    }
}
