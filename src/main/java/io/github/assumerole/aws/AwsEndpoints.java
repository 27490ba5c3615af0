package io.github.assumerole.aws;

import io.github.assumerole.aws.profile.EndpointResolver;
import io.github.assumerole.aws.profile.SharedFilesCache;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Decides which endpoints are called: those of the parameters, else of the environment, else of the profile, by the
 * SDK's own rules. Everything that depends on the endpoint uses this.
 *
 * @param configured the endpoint of all services, if a parameter sets it
 * @param configuredSts the endpoint of STS, if a parameter sets it
 * @param configuredS3 the endpoint of S3, if a parameter sets it
 * @param profile the configured profile; empty for the default one
 * @param files where the profile is
 */
public record AwsEndpoints(
        Optional<URI> configured,
        Optional<URI> configuredSts,
        Optional<URI> configuredS3,
        Optional<String> profile,
        SharedFilesCache files) {
    /** Whether STS has a custom endpoint. */
    public boolean hasCustomSts() {
        return isCustom(this::sts);
    }

    /** Whether S3 has a custom endpoint. */
    public boolean hasCustomS3() {
        return isCustom(this::s3);
    }

    /** The custom endpoints of STS and S3, without invalid URLs. */
    public List<URI> custom() {
        return valid().flatMap(Optional::stream).distinct().toList();
    }

    /** Whether a call to STS or S3 uses a scheme; AWS has HTTPS only. */
    public boolean use(String scheme) {
        return valid().anyMatch(
                        endpoint -> endpoint.map(URI::getScheme).orElse("https").equalsIgnoreCase(scheme));
    }

    /**
     * The custom endpoint of STS; empty for that of AWS.
     *
     * @throws IllegalArgumentException if the environment or the profile sets an invalid URL
     */
    public Optional<URI> sts() {
        return configuredSts.or(() -> configured).or(() -> resolve("Sts"));
    }

    /** The custom endpoint of S3, in the same way. */
    public Optional<URI> s3() {
        return configuredS3.or(() -> configured).or(() -> resolve("S3"));
    }

    /** The custom endpoint of CodeArtifact, in the same way; no parameter sets it alone. */
    public Optional<URI> codeArtifact() {
        return configured.or(() -> resolve("Codeartifact"));
    }

    private Optional<URI> resolve(String service) {
        SdkLogging.quieten();
        return EndpointResolver.resolve(service, profile, files);
    }

    /** An invalid URL is custom nevertheless: the call that needs it fails with the reason. */
    private static boolean isCustom(Supplier<Optional<URI>> endpoint) {
        return valid(endpoint).allMatch(Optional::isPresent);
    }

    private Stream<Optional<URI>> valid() {
        return Stream.<Supplier<Optional<URI>>>of(this::sts, this::s3).flatMap(AwsEndpoints::valid);
    }

    /** The endpoint, unless it is an invalid URL. */
    private static Stream<Optional<URI>> valid(Supplier<Optional<URI>> endpoint) {
        try {
            return Stream.of(endpoint.get());
        } catch (IllegalArgumentException invalid) {
            return Stream.empty();
        }
    }
}
