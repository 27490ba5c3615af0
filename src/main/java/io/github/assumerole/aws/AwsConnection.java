package io.github.assumerole.aws;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Who asks AWS, where, and how patiently. Types of the JDK only, so that a goal can hold one without loading the SDK.
 *
 * @param profile the profile whose credentials, region and endpoints are taken; empty for the SDK's default chain
 * @param region the region to ask; empty for the SDK's region chain, then the home region of the role's partition
 * @param stsEndpoint a server that stands in for STS
 * @param s3Endpoint a server that stands in for S3
 * @param connectTimeout the bound of one attempt to connect
 * @param callTimeout the bound of one call, its repetitions included
 * @param maxAttempts how often a call is tried when it is worth repeating; 1 for no repetition
 */
public record AwsConnection(
        Optional<String> profile,
        Optional<String> region,
        Optional<URI> stsEndpoint,
        Optional<URI> s3Endpoint,
        Duration connectTimeout,
        Duration callTimeout,
        int maxAttempts) {

    public AwsConnection {
        Objects.requireNonNull(profile);
        Objects.requireNonNull(region);
        Objects.requireNonNull(stsEndpoint);
        Objects.requireNonNull(s3Endpoint);
        Objects.requireNonNull(connectTimeout);
        Objects.requireNonNull(callTimeout);
    }

    /** Tells connections apart that could get different credentials for one request. */
    public String asker() {
        return "profile " + profile + ", region " + region + ", STS " + stsEndpoint;
    }
}
