package io.github.assumerole.standin;

record MfaDevice(String serialNumber, String acceptedCode) {}
