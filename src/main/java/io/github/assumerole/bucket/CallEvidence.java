package io.github.assumerole.bucket;

import io.github.assumerole.text.Printable;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The call that a result comes from, and the answer of the server. Contains no secrets.
 *
 * @param api the S3 API's name of the call, such as {@code HeadBucket}
 * @param status the HTTP status; empty if there was no answer
 * @param code S3's error code; empty on success, or if the server sent none
 * @param region the region of the endpoint
 * @param requestId the request ID; empty if the server sent none
 */
public record CallEvidence(
        String api,
        Optional<Integer> status,
        Optional<String> code,
        Optional<String> region,
        Optional<String> requestId) {
    /** Such as {@code HeadBucket, HTTP 403, AccessDenied, region eu-central-1, request 4ZQ8}. */
    public String description() {
        return Printable.of(Stream.of(
                        Optional.of(api),
                        status.map(number -> "HTTP " + number).or(() -> Optional.of("no answer")),
                        code,
                        region.map(name -> "region " + name),
                        requestId.map(id -> "request " + id))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", ")));
    }
}
