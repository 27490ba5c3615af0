package io.github.assumerole.build;

import io.github.assumerole.build.RepositoryExport.Login;
import io.github.assumerole.codeartifact.AuthorizationTokens;
import io.github.assumerole.codeartifact.CodeArtifactDomain;
import io.github.assumerole.role.SessionCredentials;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.artifact.repository.ArtifactRepository;

/** Logs in to repositories of CodeArtifact. */
public record CodeArtifactLogins(CodeArtifactRepositories chosen, AuthorizationTokens tokens) {

    /** Requests the tokens, so that the export itself makes no call. */
    RepositoryExport export(ProjectRepositories repositories, SessionCredentials session) {
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
        return chosen.domainOf(repository.getId(), repository.getUrl(), session.region());
    }
}
