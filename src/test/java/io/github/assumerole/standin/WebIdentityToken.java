package io.github.assumerole.standin;

import java.time.Instant;

record WebIdentityToken(String issuer, String audience, String subject, Instant expiration) {}
