package io.github.assumerole.standin;

record WebIdentityTrust(String issuer, String audience) {}
