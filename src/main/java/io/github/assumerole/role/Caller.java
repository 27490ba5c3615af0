package io.github.assumerole.role;

import java.util.Optional;

/** Who AWS takes us for. */
public record Caller(String arn, Optional<String> accountId) {}
