package io.github.assumerole.build;

import io.github.assumerole.export.CredentialExport;
import io.github.assumerole.export.PlainHttp;
import io.github.assumerole.role.Secret;
import io.github.assumerole.role.SessionCredentials;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.artifact.repository.ArtifactRepository;
import org.apache.maven.artifact.repository.Authentication;

/**
 * User names and passwords of Maven's own repositories, in memory only.
 *
 * @param logins of the session; empty for a repository that keeps its own
 */
record RepositoryExport(ProjectRepositories repositories, Function<ArtifactRepository, Optional<Login>> logins)
        implements CredentialExport {

    /** A user name and a password. */
    record Login(String userName, Secret password) {
        private Authentication authentication() {
            return new Authentication(userName, password.reveal());
        }
    }

    /** Warnings about repositories that get their login unencrypted. */
    List<String> warnings() {
        return ids(chosen().filter(repository -> PlainHttp.isUsedBy(repository.getUrl())))
                .map(id -> "Repository " + id + " uses plain HTTP: its login is sent unencrypted. Use HTTPS.")
                .toList();
    }

    @Override
    public String accept(SessionCredentials credentials) {
        repositories.authenticate(repository -> logins.apply(repository).map(Login::authentication));
        String ids = ids(chosen()).collect(Collectors.joining(", "));
        return ids.isEmpty() ? "no repository, since this version uses none of them" : "repositories " + ids;
    }

    private Stream<ArtifactRepository> chosen() {
        return repositories.used().stream()
                .filter(repository -> logins.apply(repository).isPresent());
    }

    private static Stream<String> ids(Stream<ArtifactRepository> repositories) {
        return repositories.map(ArtifactRepository::getId).distinct();
    }
}
