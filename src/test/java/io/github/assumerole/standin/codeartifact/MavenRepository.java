package io.github.assumerole.standin.codeartifact;

import io.github.assumerole.standin.http.HttpRequest;
import io.github.assumerole.standin.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;

/** Maven repositories with Basic authentication. */
final class MavenRepository {
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final BiPredicate<String, String> logins;

    /** @param logins the accepted user names and passwords */
    MavenRepository(BiPredicate<String, String> logins) {
        this.logins = logins;
    }

    HttpResponse handle(HttpRequest request) {
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
        if (!authorization.startsWith("Basic ")) {
            return false;
        }
        byte[] decoded = Base64.getDecoder().decode(authorization.substring("Basic ".length()));
        String[] login = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
        return login.length == 2 && logins.test(login[0], login[1]);
    }

    /** The paths of all files. */
    Set<String> paths() {
        return files.keySet();
    }
}
