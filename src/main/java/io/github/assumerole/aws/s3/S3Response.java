package io.github.assumerole.aws.s3;

import io.github.assumerole.aws.http.AwsError;
import io.github.assumerole.aws.http.HttpExchange;
import io.github.assumerole.bucket.CallEvidence;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.regions.Region;

/**
 * The result of one call to S3.
 *
 * @param evidence the call and its response
 * @param region the region that was called
 * @param value the result; present if and only if there is no failure
 * @param failure why there is no result
 * @param exchange the HTTP exchange
 */
record S3Response<T>(
        CallEvidence evidence, Region region, Optional<T> value, Optional<AwsError> failure, HttpExchange exchange) {
    private static final String REGION_HEADER = "x-amz-bucket-region";
    static final String REQUEST_ID_HEADER = "x-amz-request-id";

    private static final Set<Integer> REDIRECTIONS = Set.of(301, 307, 400);

    /** Becomes part of a host name, which a server must not be able to choose. */
    private static final Pattern REGION = Pattern.compile("[\\w-]{1,63}");

    static boolean isRegion(String name) {
        return REGION.matcher(name).matches();
    }

    boolean hasStatus(int wanted) {
        return exchange.status().filter(actual -> actual == wanted).isPresent();
    }

    /** Whether there was a response. */
    boolean hasStatus() {
        return exchange.status().isPresent();
    }

    /** Whether S3 returned an error with this status. */
    boolean isError(int wanted) {
        return failure.filter(why -> why.kind() == AwsError.Kind.SERVICE_ERROR && why.hasStatus(wanted))
                .isPresent();
    }

    /** The same with evidence that the call did not verify the owner of the bucket. */
    S3Response<T> withoutOwner() {
        CallEvidence unverified = new CallEvidence(
                evidence.api() + " without expected owner",
                evidence.status(),
                evidence.code(),
                evidence.region(),
                evidence.requestId());
        return new S3Response<>(unverified, region, value, failure, exchange);
    }

    /** The server, for messages. */
    String server() {
        return exchange.endpoint().map(URI::toString).orElse("S3");
    }

    /** Whether S3 returned an error with this code. */
    boolean isError(int wanted, String code) {
        return isError(wanted)
                && failure.flatMap(AwsError::code).filter(code::equals).isPresent();
    }

    /** The region of the bucket, if the response contains it. */
    Optional<String> bucketRegion() {
        return exchange.header(REGION_HEADER).filter(S3Response::isRegion);
    }

    /** The region of the bucket, if the response redirects to another region. */
    Optional<Region> elsewhere() {
        return bucketRegion()
                .map(Region::of)
                .filter(there -> !there.equals(region))
                .filter(there ->
                        exchange.status().filter(REDIRECTIONS::contains).isPresent());
    }

    /** Whether the headers are those of S3: nothing else distinguishes a HEAD response from that of a login page. */
    boolean hasHeadersOfS3() {
        return (exchange.header(REGION_HEADER).isPresent()
                        || exchange.header(REQUEST_ID_HEADER).isPresent())
                && exchange.header("Content-Type")
                        .filter(type -> type.contains("html"))
                        .isEmpty();
    }
}
