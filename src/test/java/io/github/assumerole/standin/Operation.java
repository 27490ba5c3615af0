package io.github.assumerole.standin;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a request asks for, and of which service. */
record Operation(Service service, String name, Parameters parameters) {
    static final String ASSUME_ROLE = "AssumeRole";
    static final String ASSUME_ROLE_WITH_WEB_IDENTITY = "AssumeRoleWithWebIdentity";
    static final String GET_CALLER_IDENTITY = "GetCallerIdentity";
    static final String LIST_BUCKETS = "ListBuckets";
    static final String HEAD_BUCKET = "HeadBucket";

    static final String BUCKET = "bucket";
    static final String EXPECTED_OWNER = "x-amz-expected-bucket-owner";

    private static final Set<String> NAMES = Stream.concat(
                    Stream.of(
                            ASSUME_ROLE, ASSUME_ROLE_WITH_WEB_IDENTITY, GET_CALLER_IDENTITY, LIST_BUCKETS, HEAD_BUCKET),
                    Arrays.stream(BucketSetting.values()).map(BucketSetting::operation))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> SECRET = Set.of("WebIdentityToken", "TokenCode");

    enum Service {
        STS,
        S3
    }

    /** @throws IllegalArgumentException when there is no such operation */
    static String requireKnown(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException(name + " is none of " + NAMES);
        }
        return name;
    }

    static Operation of(HttpRequest request) {
        boolean atRoot = request.rawPath().equals("/");
        Parameters query = Parameters.parse(request.rawQuery());
        if (atRoot && request.method().equals("POST")) {
            return sts(Parameters.parse(new String(request.body(), StandardCharsets.UTF_8)));
        }
        if (atRoot && request.method().equals("GET")) {
            return query.get("Action").isPresent() ? sts(query) : new Operation(Service.S3, LIST_BUCKETS, query);
        }
        return Optional.of(request)
                .filter(it -> it.rawPath().matches("/[^/]+/?"))
                .flatMap(it -> onBucket(it, query))
                .orElseGet(() -> new Operation(Service.S3, request.method() + " " + request.rawPath(), query));
    }

    boolean isSigned() {
        return !name.equals(ASSUME_ROLE_WITH_WEB_IDENTITY);
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
            case "HEAD" -> Optional.of(onBucket(HEAD_BUCKET, request, query));
            case "GET" ->
                BucketSetting.askedBy(query)
                        .map(setting -> onBucket(setting.operation(), request, new Parameters(Map.of())));
            default -> Optional.empty();
        };
    }

    private static Operation onBucket(String name, HttpRequest request, Parameters query) {
        Map<String, String> all = new LinkedHashMap<>(query.values());
        all.put(BUCKET, request.rawPath().replace("/", ""));
        request.header(EXPECTED_OWNER).ifPresent(owner -> all.put(EXPECTED_OWNER, owner));
        return new Operation(Service.S3, name, new Parameters(all));
    }
}
