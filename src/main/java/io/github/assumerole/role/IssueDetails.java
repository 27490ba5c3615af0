package io.github.assumerole.role;

import java.util.Objects;
import java.util.Optional;

/**
 * The call that created a session, for a receipt. It contains no secret.
 *
 * @param endpoint the STS endpoint
 * @param requestId empty on servers without request IDs
 * @param packedPolicySize used percentage of the STS limit for policies and tags; empty when the response has none
 * @param source where the base credentials of the call come from
 */
public record IssueDetails(
        String endpoint, Optional<String> requestId, Optional<Integer> packedPolicySize, String source) {
    public IssueDetails {
        Objects.requireNonNull(endpoint);
        Objects.requireNonNull(requestId);
        Objects.requireNonNull(packedPolicySize);
        Objects.requireNonNull(source);
    }
}
