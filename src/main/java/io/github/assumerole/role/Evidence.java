package io.github.assumerole.role;

import java.util.Objects;
import java.util.Optional;

/**
 * Details of the call that issued a session, for the receipt. None of them is secret.
 *
 * @param endpoint the server that issued it
 * @param requestId empty if the server returned none
 * @param packedPolicySize the size of session policies and tags in percent of the STS limit; empty if the server
 *     returned none, as AWS does for calls without any
 * @param source the source of the credentials that the call was made with
 */
public record Evidence(String endpoint, Optional<String> requestId, Optional<Integer> packedPolicySize, String source) {
    public Evidence {
        Objects.requireNonNull(endpoint);
        Objects.requireNonNull(requestId);
        Objects.requireNonNull(packedPolicySize);
        Objects.requireNonNull(source);
    }
}
