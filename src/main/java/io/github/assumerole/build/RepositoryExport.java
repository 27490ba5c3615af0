package io.github.assumerole.build;

import io.github.assumerole.export.CredentialExport;
import io.github.assumerole.role.SessionCredentials;
import java.util.List;
import java.util.Optional;
import org.apache.maven.artifact.repository.Authentication;

/**
 * User name and password of Maven's own repositories, in memory only: the access key ID and the secret access key, for
 * servers that accept them as a login.
 */
record RepositoryExport(ProjectRepositories repositories, List<String> ids) implements CredentialExport {
    RepositoryExport {
        ids = List.copyOf(ids);
    }

    @Override
    public String accept(SessionCredentials credentials) {
        String keyId = credentials.accessKeyId();
        String secretKey = credentials.secretAccessKey().reveal();
        repositories.authenticate(repository -> ids.contains(repository.getId())
                ? Optional.of(new Authentication(keyId, secretKey))
                : Optional.empty());
        return "repositories " + String.join(", ", ids);
    }
}
