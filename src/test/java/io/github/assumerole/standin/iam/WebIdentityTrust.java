package io.github.assumerole.standin.iam;

public record WebIdentityTrust(String issuer, String audience) {}
