package io.github.assumerole.standin.codeartifact;

import io.github.assumerole.standin.http.HttpRequest;
import io.github.assumerole.standin.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Maven repositories that accept only the user {@code aws} with an authorization token. */
public final class MavenRepository {
    /** What the paths of artifacts begin with. */
    public static final String PATH = "/maven/";

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final RepositoryTokens tokens;

    public MavenRepository(RepositoryTokens tokens) {
        this.tokens = tokens;
    }

    public HttpResponse handle(HttpRequest request) {
        if (request.header("authorization").filter(this::isValid).isEmpty()) {
            return HttpResponse.of(401, "text/plain", "Unauthorized")
                    .with("WWW-Authenticate", "Basic realm=\"Artifacts Realm\"")
                    .withErrorCode("Unauthorized");
        }
        String path = request.rawPath();
        return switch (request.method()) {
            case "PUT" -> {
                files.put(path, request.body());
                yield HttpResponse.empty(201);
            }
            case "GET", "HEAD" ->
                files.containsKey(path)
                        ? new HttpResponse(200, Map.of(), files.get(path), "", "", Optional.empty())
                        : HttpResponse.empty(404).withErrorCode("NotFound");
            default -> HttpResponse.empty(405).withErrorCode("MethodNotAllowed");
        };
    }

    private boolean isValid(String authorization) {
        return tokens.all().stream()
                .filter(tokens::accepts)
                .map(token -> "aws:" + token)
                .map(login -> Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.US_ASCII)))
                .anyMatch(login -> authorization.equals("Basic " + login));
    }

    /** The paths of all files, sorted. */
    public Set<String> paths() {
        return new TreeSet<>(files.keySet());
    }
}
