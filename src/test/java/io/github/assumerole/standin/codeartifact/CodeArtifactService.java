package io.github.assumerole.standin.codeartifact;

import io.github.assumerole.standin.auth.Authorization;
import io.github.assumerole.standin.http.HttpRequest;
import io.github.assumerole.standin.http.HttpResponse;
import io.github.assumerole.standin.http.Parameters;
import io.github.assumerole.standin.iam.AccessKeyStore;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Authorization tokens, the repositories that accept them, and others that accept access keys. */
public final class CodeArtifactService {
    /** What the paths in repositories of CodeArtifact begin with. */
    public static final String REPOSITORIES = "/maven/";

    /** What the paths in repositories begin with that accept access key IDs and secret access keys. */
    public static final String REPOSITORIES_WITH_KEYS = "/maven-with-keys/";

    private final AccessKeyStore keys;
    private final RepositoryTokens tokens;
    private final GetAuthorizationToken getAuthorizationToken;
    private final MavenRepository repositories;
    private final MavenRepository repositoriesWithKeys;

    /** @param domains by their ARNs */
    public CodeArtifactService(Map<String, Domain> domains, AccessKeyStore keys, InstantSource clock) {
        this.keys = keys;
        this.tokens = new RepositoryTokens(clock);
        this.getAuthorizationToken = new GetAuthorizationToken(domains, tokens, clock);
        this.repositories = new MavenRepository((user, password) -> user.equals("aws") && tokens.accepts(password));
        this.repositoriesWithKeys = new MavenRepository((user, password) -> keys.find(user)
                .filter(key -> key.secret().equals(password) && !key.isExpired(clock.instant()))
                .isPresent());
    }

    /** @param authorization a verified one */
    public HttpResponse handle(Parameters parameters, Authorization authorization) {
        return getAuthorizationToken.handle(
                parameters, keys.find(authorization.keyId()).orElseThrow(), authorization.region());
    }

    public HttpResponse handleArtifact(HttpRequest request) {
        return (request.rawPath().startsWith(REPOSITORIES) ? repositories : repositoriesWithKeys).handle(request);
    }

    public Set<String> tokens() {
        return tokens.all();
    }

    public Set<String> artifacts() {
        Set<String> paths = new TreeSet<>(repositories.paths());
        paths.addAll(repositoriesWithKeys.paths());
        return paths;
    }
}
