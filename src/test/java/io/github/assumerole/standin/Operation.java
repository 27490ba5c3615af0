package io.github.assumerole.standin;

import io.github.assumerole.standin.codeartifact.CodeArtifactService;
import io.github.assumerole.standin.codeartifact.GetAuthorizationToken;
import io.github.assumerole.standin.http.HttpRequest;
import io.github.assumerole.standin.http.Parameters;
import io.github.assumerole.standin.s3.BucketAccess;
import io.github.assumerole.standin.s3.BucketSetting;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The operation that a request calls, and its service. */
record Operation(Service service, String name, Parameters parameters) {
    private static final Set<String> NAMES = Stream.concat(
                    Stream.of(
                            "AssumeRole",
                            "AssumeRoleWithWebIdentity",
                            "GetCallerIdentity",
                            "ListBuckets",
                            "HeadBucket",
                            GetAuthorizationToken.NAME),
                    Arrays.stream(BucketSetting.values()).map(BucketSetting::operation))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> SECRET = Set.of("WebIdentityToken", "TokenCode");

    enum Service {
        STS,
        S3,
        CODEARTIFACT,
        MAVEN_REPOSITORY
    }

    /** @throws IllegalArgumentException for an unknown operation */
    static String requireKnown(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException(name + " is none of " + NAMES);
        }
        return name;
    }

    static Operation of(HttpRequest request) {
        boolean atRoot = request.rawPath().equals("/");
        Parameters query = Parameters.parse(request.rawQuery());
        if (Stream.of(CodeArtifactService.REPOSITORIES, CodeArtifactService.REPOSITORIES_WITH_KEYS)
                .anyMatch(request.rawPath()::startsWith)) {
            return new Operation(Service.MAVEN_REPOSITORY, request.method() + " " + request.rawPath(), query);
        }
        if (request.method().equals("POST") && request.rawPath().equals(GetAuthorizationToken.PATH)) {
            return new Operation(Service.CODEARTIFACT, GetAuthorizationToken.NAME, query);
        }
        // STS can have an endpoint with a path; S3 is only read.
        if (request.method().equals("POST")) {
            return sts(Parameters.parse(new String(request.body(), StandardCharsets.UTF_8)));
        }
        if (atRoot && request.method().equals("GET")) {
            return query.get("Action").isPresent() ? sts(query) : new Operation(Service.S3, "ListBuckets", query);
        }
        return Optional.of(request)
                .filter(it -> it.rawPath().matches("/[^/]+/?"))
                .flatMap(it -> onBucket(it, query))
                .orElseGet(() -> new Operation(Service.S3, request.method() + " " + request.rawPath(), query));
    }

    boolean isSigned() {
        return service != Service.MAVEN_REPOSITORY && !name.equals("AssumeRoleWithWebIdentity");
    }

    /** For {@link Call}. */
    Map<String, String> withoutSecrets() {
        Map<String, String> shown = new LinkedHashMap<>(parameters.values());
        shown.keySet().removeAll(Set.of("Action", "Version", "x-id"));
        shown.replaceAll((name, value) -> SECRET.contains(name) ? "****" : value);
        return shown;
    }

    private static Operation sts(Parameters parameters) {
        return new Operation(Service.STS, parameters.get("Action").orElse(""), parameters);
    }

    private static Optional<Operation> onBucket(HttpRequest request, Parameters query) {
        return switch (request.method()) {
            case "HEAD" -> Optional.of(onBucket("HeadBucket", request, query));
            case "GET" ->
                BucketSetting.ofQuery(query)
                        .map(setting -> onBucket(setting.operation(), request, new Parameters(Map.of())));
            default -> Optional.empty();
        };
    }

    private static Operation onBucket(String name, HttpRequest request, Parameters query) {
        Map<String, String> all = new LinkedHashMap<>(query.values());
        all.put("bucket", URLDecoder.decode(request.rawPath().replace("/", ""), StandardCharsets.UTF_8));
        request.header(BucketAccess.EXPECTED_OWNER).ifPresent(owner -> all.put(BucketAccess.EXPECTED_OWNER, owner));
        return new Operation(Service.S3, name, new Parameters(all));
    }
}
