package io.github.assumerole.aws;

import io.github.assumerole.role.CredentialOrigin;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Who asks AWS, where, and how patiently. Types of the JDK only, so that a goal can hold one without loading the SDK.
 *
 * @param origin where the credentials come from that the first role is assumed with
 * @param region the region to ask; empty for the SDK's region chain, then the home region of the role's partition
 * @param stsEndpoint a server that stands in for STS
 * @param s3Endpoint a server that stands in for S3
 * @param connectTimeout the bound of one attempt to connect
 * @param callTimeout the bound of one call, its repetitions included
 * @param maxAttempts how often a call is tried when it is worth repeating; 1 for no repetition
 * @param proxy the proxy of Maven's settings; comes before any that the environment names
 */
public record AwsConnection(
        CredentialOrigin origin,
        Optional<String> region,
        Optional<URI> stsEndpoint,
        Optional<URI> s3Endpoint,
        Duration connectTimeout,
        Duration callTimeout,
        int maxAttempts,
        Optional<HttpProxy> proxy) {

    public AwsConnection {
        Objects.requireNonNull(origin);
        Objects.requireNonNull(region);
        Objects.requireNonNull(stsEndpoint);
        Objects.requireNonNull(s3Endpoint);
        Objects.requireNonNull(connectTimeout);
        Objects.requireNonNull(callTimeout);
        Objects.requireNonNull(proxy);
    }

    /** The profile whose credentials, region and endpoints are taken, if one is named. */
    Optional<String> profile() {
        return origin instanceof CredentialOrigin.Profile profile ? Optional.of(profile.name()) : Optional.empty();
    }

    /** Tells connections apart that could get different credentials for one request. */
    public String asker() {
        return origin.description() + ", region " + region + ", STS " + stsEndpoint;
    }

    /** The same for somebody who repeats calls on his own. */
    AwsConnection once() {
        return new AwsConnection(origin, region, stsEndpoint, s3Endpoint, connectTimeout, callTimeout, 1, proxy);
    }
}
