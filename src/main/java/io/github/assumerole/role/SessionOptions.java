package io.github.assumerole.role;

import java.util.Optional;

/**
 * The options of AssumeRole that describe the session of the target role, sent with the last call of a role chain only.
 *
 * @param externalId required by the trust policy of a role of another party
 */
public record SessionOptions(Optional<ExternalId> externalId, SessionPolicies policies, SessionTags tags) {
    public static final SessionOptions NONE =
            new SessionOptions(Optional.empty(), SessionPolicies.NONE, SessionTags.NONE);
}
