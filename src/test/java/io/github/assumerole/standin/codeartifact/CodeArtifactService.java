package io.github.assumerole.standin.codeartifact;

import io.github.assumerole.standin.auth.Authorization;
import io.github.assumerole.standin.http.HttpRequest;
import io.github.assumerole.standin.http.HttpResponse;
import io.github.assumerole.standin.http.Parameters;
import io.github.assumerole.standin.iam.AccessKeyStore;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/** Authorization tokens, and the repositories that accept them. */
public final class CodeArtifactService {
    private final AccessKeyStore keys;
    private final RepositoryTokens tokens;
    private final GetAuthorizationToken getAuthorizationToken;
    private final MavenRepository repository;

    /** @param domains by their ARNs */
    public CodeArtifactService(Map<String, Domain> domains, AccessKeyStore keys, InstantSource clock) {
        this.keys = keys;
        this.tokens = new RepositoryTokens(clock);
        this.getAuthorizationToken = new GetAuthorizationToken(domains, tokens, clock);
        this.repository = new MavenRepository(tokens);
    }

    /** @param authorization a verified one */
    public HttpResponse handle(Parameters parameters, Authorization authorization) {
        return getAuthorizationToken.handle(
                parameters, keys.find(authorization.keyId()).orElseThrow(), authorization.region());
    }

    public HttpResponse handleArtifact(HttpRequest request) {
        return repository.handle(request);
    }

    public Set<String> tokens() {
        return tokens.all();
    }

    public Set<String> artifacts() {
        return repository.paths();
    }
}
