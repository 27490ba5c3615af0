package io.github.assumerole.build;

import io.github.assumerole.codeartifact.CodeArtifactDomain;
import io.github.assumerole.codeartifact.DomainParameters;
import io.github.assumerole.text.ConfigurationProblems;
import java.util.List;
import java.util.Optional;
import org.apache.maven.project.MavenProject;

/**
 * Which repositories of projects belong to CodeArtifact.
 *
 * @param ids of the repositories; empty for all that have a URL of CodeArtifact
 * @param parameters what is configured about their domains
 */
public record CodeArtifactRepositories(List<String> ids, DomainParameters parameters) {
    public CodeArtifactRepositories {
        ids = List.copyOf(ids);
    }

    /** Adds problems of repositories whose domain is unknown. */
    public void check(List<MavenProject> projects, ConfigurationProblems problems) {
        ProjectRepositories repositories = new ProjectRepositories(projects);
        repositories.rejectUnknown(ids, problems);
        repositories.declared().stream()
                .filter(repository -> ids.contains(repository.id()) && !parameters.identify(repository.url()))
                .map(ProjectRepositories.Declared::id)
                .distinct()
                .forEach(id -> problems.add(
                        "codeArtifactDomain",
                        "is missing: the URL of the repository '" + id + "' contains no domain; expected a URL like "
                                + CodeArtifactDomain.URL_FORM));
        if (ids.isEmpty()
                && repositories.declared().stream().noneMatch(repository -> isOfCodeArtifact(repository.url()))) {
            problems.add(
                    "exportTo",
                    "codeArtifact finds no repository of this project with a URL like " + CodeArtifactDomain.URL_FORM
                            + "; add one to <distributionManagement>, or set <exportServerId> and"
                            + " <codeArtifactDomain>");
        }
    }

    /**
     * The domains of all declared repositories.
     *
     * @param defaultRegion for a URL without a region
     */
    public List<CodeArtifactDomain> domains(List<MavenProject> projects, String defaultRegion) {
        return new ProjectRepositories(projects)
                .declared().stream()
                        .flatMap(repository -> domainOf(repository.id(), repository.url(), defaultRegion).stream())
                        .distinct()
                        .toList();
    }

    /** The domain of a repository; empty if it does not belong to CodeArtifact, or is not one of those to set. */
    Optional<CodeArtifactDomain> domainOf(String id, String url, String defaultRegion) {
        boolean chosen = ids.isEmpty() ? isOfCodeArtifact(url) : ids.contains(id);
        return chosen ? parameters.domainOf(url, defaultRegion) : Optional.empty();
    }

    private static boolean isOfCodeArtifact(String url) {
        return CodeArtifactDomain.ofUrl(url).isPresent();
    }
}
