package io.github.assumerole.aws;

import io.github.assumerole.aws.profile.SharedFilesCache;
import io.github.assumerole.role.BaseCredentialsSource;
import java.util.Optional;

/**
 * How AWS is called. Types of the JDK only, so that a goal can hold one without loading the SDK.
 *
 * @param origin where the base credentials come from
 * @param region the configured region; empty for the SDK's region chain, then the home region of the role's partition
 */
public record AwsConnection(
        BaseCredentialsSource origin,
        Optional<String> region,
        AwsEndpoints endpoints,
        CallLimits limits,
        Network network) {
    /** The configured profile, which sets credentials, region and endpoints. */
    public Optional<String> profile() {
        return origin instanceof BaseCredentialsSource.Profile profile ? Optional.of(profile.name()) : Optional.empty();
    }

    /** The shared config and credentials files. */
    public SharedFilesCache files() {
        return endpoints.files();
    }

    /** Differs between connections that could get different credentials for the same request. */
    public String cacheKey() {
        return origin.description() + ", region " + region + ", STS "
                + endpoints.configuredSts().or(endpoints::configured);
    }
}
