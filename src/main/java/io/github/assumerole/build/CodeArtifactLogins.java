package io.github.assumerole.build;

import io.github.assumerole.build.RepositoryExport.Login;
import io.github.assumerole.codeartifact.AuthorizationTokens;
import io.github.assumerole.codeartifact.CodeArtifactDomain;
import io.github.assumerole.codeartifact.DomainParameters;
import io.github.assumerole.export.CredentialExport;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.text.ConfigurationProblems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.artifact.repository.ArtifactRepository;

/**
 * Logs in to repositories of CodeArtifact.
 *
 * @param ids of the repositories; empty for all that have a URL of CodeArtifact
 * @param domains what is configured about their domains
 */
public record CodeArtifactLogins(List<String> ids, DomainParameters domains, AuthorizationTokens tokens) {
    public CodeArtifactLogins {
        ids = List.copyOf(ids);
    }

    /** Adds problems of repositories whose domain is unknown. */
    void check(ProjectRepositories repositories, ConfigurationProblems problems) {
        repositories.rejectUnknown(ids, problems);
        repositories.declared().stream()
                .filter(repository -> ids.contains(repository.id()) && !domains.identify(repository.url()))
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

    /** Requests the tokens, so that the export itself makes no call. */
    CredentialExport export(ProjectRepositories repositories, SessionCredentials session) {
        Map<CodeArtifactDomain, Login> logins = new HashMap<>();
        for (ArtifactRepository repository : repositories.used()) {
            domainOf(repository, session)
                    .ifPresent(domain -> logins.computeIfAbsent(
                            domain,
                            unknown -> new Login(AuthorizationTokens.USER_NAME, tokens.request(session, unknown))));
        }
        return new RepositoryExport(
                repositories, repository -> domainOf(repository, session).map(logins::get));
    }

    private Optional<CodeArtifactDomain> domainOf(ArtifactRepository repository, SessionCredentials session) {
        boolean chosen = ids.isEmpty() ? isOfCodeArtifact(repository.getUrl()) : ids.contains(repository.getId());
        return chosen ? domains.domainOf(repository.getUrl(), session.region()) : Optional.empty();
    }

    private static boolean isOfCodeArtifact(String url) {
        return CodeArtifactDomain.ofUrl(url).isPresent();
    }
}
