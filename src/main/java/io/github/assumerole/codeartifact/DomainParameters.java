package io.github.assumerole.codeartifact;

import java.util.Optional;

/** What is configured about domains; it takes precedence over the URLs of repositories. */
public record DomainParameters(Optional<String> name, Optional<String> owner, Optional<String> region) {
    public static final DomainParameters NONE =
            new DomainParameters(Optional.empty(), Optional.empty(), Optional.empty());

    /** Whether the domain of a repository is known. */
    public boolean identify(String repositoryUrl) {
        return name.isPresent() || CodeArtifactDomain.ofUrl(repositoryUrl).isPresent();
    }

    /**
     * The domain of a repository; empty if neither its URL nor a parameter names it.
     *
     * @param defaultRegion for a URL without a region
     */
    public Optional<CodeArtifactDomain> domainOf(String repositoryUrl, String defaultRegion) {
        Optional<CodeArtifactDomain> inUrl = CodeArtifactDomain.ofUrl(repositoryUrl);
        return name.or(() -> inUrl.map(CodeArtifactDomain::name))
                .map(known -> new CodeArtifactDomain(
                        known,
                        owner.or(() -> inUrl.flatMap(CodeArtifactDomain::owner)),
                        region.or(() -> inUrl.map(CodeArtifactDomain::region)).orElse(defaultRegion)));
    }
}
