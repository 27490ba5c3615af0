package io.github.assumerole.standin.iam;

public record MfaDevice(String serialNumber, String acceptedCode) {}
