package io.github.assumerole.goal.config;

import io.github.assumerole.codeartifact.CodeArtifactDomain;
import io.github.assumerole.codeartifact.DomainParameters;
import io.github.assumerole.text.ConfigurationProblems;
import java.util.Map;
import java.util.Optional;

/** Parameters of the export target {@code codeArtifact}. */
public record CodeArtifactParameters(Optional<String> domain, Optional<String> owner, Optional<String> region) {
    private static final String DOMAIN = "codeArtifactDomain";
    private static final String OWNER = "codeArtifactDomainOwner";
    private static final String REGION = "codeArtifactRegion";

    /** @param needed whether {@code codeArtifact} is one of the targets; otherwise they have no effect */
    public DomainParameters read(ConfigurationProblems problems, boolean needed) {
        if (!needed) {
            Map.of(DOMAIN, domain, OWNER, owner, REGION, region).entrySet().stream()
                    .filter(parameter -> parameter.getValue().isPresent())
                    .map(Map.Entry::getKey)
                    .sorted()
                    .forEach(set -> problems.add(set, "is set, but <exportTo> does not contain codeArtifact; add it"));
        }
        return new DomainParameters(
                problems.optional(DOMAIN, domain, CodeArtifactDomain::requireName),
                problems.optional(OWNER, owner, CodeArtifactDomain::requireOwner),
                RegionParameter.read(problems, REGION, region));
    }
}
