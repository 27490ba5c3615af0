package io.github.assumerole.bucket;

import java.util.Optional;

/**
 * The account of the buckets, and the role of the calls.
 *
 * @param accountId the account that owns the buckets; empty if unknown
 * @param role the name or ARN of the role; empty if no role was assumed
 */
public record AccountContext(Optional<String> accountId, Optional<String> role) {}
