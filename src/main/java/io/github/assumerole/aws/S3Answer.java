package io.github.assumerole.aws;

import io.github.assumerole.bucket.Evidence;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.regions.Region;

/**
 * What came of one question to S3.
 *
 * @param evidence the question, and how it was answered
 * @param region which region was asked
 * @param value what was told; there if and only if there is no failure
 * @param failure why nothing was told
 * @param wire the exchange, as it went over the network
 */
record S3Answer<T>(Evidence evidence, Region region, Optional<T> value, Optional<SdkFailure> failure, Wire wire) {
    private static final String REGION_HEADER = "x-amz-bucket-region";
    static final String REQUEST_ID_HEADER = "x-amz-request-id";

    private static final Set<Integer> REDIRECTIONS = Set.of(301, 307, 400);

    /** Becomes part of a host name, so that a server must not be able to name a host with it. */
    private static final Pattern REGION = Pattern.compile("[\\w-]{1,63}");

    static boolean isRegion(String name) {
        return REGION.matcher(name).matches();
    }

    boolean hasStatus(int wanted) {
        return wire.status().filter(actual -> actual == wanted).isPresent();
    }

    /** Whether anything came back. */
    boolean hasStatus() {
        return wire.status().isPresent();
    }

    /** Whether S3 itself said no, with this status. */
    boolean isRefusal(int wanted) {
        return failure.filter(why -> why.kind() == SdkFailure.Kind.REFUSED && why.hasStatus(wanted))
                .isPresent();
    }

    /** Where the bucket lies, as far as the answer says so. */
    Optional<String> bucketRegion() {
        return wire.header(REGION_HEADER).filter(S3Answer::isRegion);
    }

    /** Another region than the one that was asked, when the answer is that the bucket lies there. */
    Optional<Region> elsewhere() {
        return bucketRegion()
                .map(Region::of)
                .filter(there -> !there.equals(region))
                .filter(there -> wire.status().filter(REDIRECTIONS::contains).isPresent());
    }

    /** Whether the headers are those of S3: an answer to HEAD has nothing else to tell it from that of a login page. */
    boolean hasHeadersOfS3() {
        return (wire.header(REGION_HEADER).isPresent()
                        || wire.header(REQUEST_ID_HEADER).isPresent())
                && wire.header("Content-Type")
                        .filter(type -> type.contains("html"))
                        .isEmpty();
    }
}
