package io.github.assumerole.role;

import java.util.Objects;
import java.util.Optional;

/**
 * How a session came about, for a receipt. Nothing of it is secret.
 *
 * @param endpoint the server that issued it
 * @param requestId what the server calls the request; empty on servers that do not number theirs
 * @param packedPolicySize how much of STS's room for policies and tags is used, in percent; empty when the server does
 *     not say, as AWS when none were sent
 * @param source where the credentials came from that it was asked for with
 */
public record Evidence(String endpoint, Optional<String> requestId, Optional<Integer> packedPolicySize, String source) {
    public Evidence {
        Objects.requireNonNull(endpoint);
        Objects.requireNonNull(requestId);
        Objects.requireNonNull(packedPolicySize);
        Objects.requireNonNull(source);
    }
}
