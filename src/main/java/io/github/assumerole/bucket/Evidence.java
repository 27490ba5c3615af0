package io.github.assumerole.bucket;

import io.github.assumerole.text.Printable;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The call that told something about buckets, and how the server answered it. Nothing of it is secret.
 *
 * @param api the S3 API's name of the call, such as {@code HeadBucket}
 * @param status the HTTP status; empty when nothing came back
 * @param code S3's error code; empty on success, and where the server sent none
 * @param region which region was asked
 * @param requestId what the server calls the request; empty where it does not number them
 */
public record Evidence(
        String api,
        Optional<Integer> status,
        Optional<String> code,
        Optional<String> region,
        Optional<String> requestId) {
    /** Takes what is known. */
    public Evidence {
        Objects.requireNonNull(api, "api");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(requestId, "requestId");
    }

    /** Such as {@code HeadBucket, HTTP 403, AccessDenied, region eu-central-1, request 4ZQ8}. */
    public String inWords() {
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
