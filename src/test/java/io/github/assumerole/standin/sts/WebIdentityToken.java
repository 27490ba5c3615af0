package io.github.assumerole.standin.sts;

import java.time.Instant;

public record WebIdentityToken(String issuer, String audience, String subject, Instant expiration) {}
