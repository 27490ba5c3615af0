package io.github.assumerole.standin.codeartifact;

import io.github.assumerole.standin.http.AwsErrorException;
import io.github.assumerole.standin.http.HttpResponse;
import io.github.assumerole.standin.http.Parameters;
import io.github.assumerole.standin.iam.AccessKey;
import io.github.assumerole.standin.iam.Caller;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/** The operation GetAuthorizationToken. */
public final class GetAuthorizationToken {
    public static final String NAME = "GetAuthorizationToken";
    public static final String PATH = "/v1/authorization-token";

    private static final Set<String> KNOWN = Set.of("domain", "domain-owner", "duration");
    private static final int LEAST_SECONDS = 900;
    private static final int MOST_SECONDS = 43_200;

    private final Map<String, Domain> domains;
    private final RepositoryTokens tokens;
    private final InstantSource clock;

    GetAuthorizationToken(Map<String, Domain> domains, RepositoryTokens tokens, InstantSource clock) {
        this.domains = domains;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** @param key the one that signed the request */
    HttpResponse handle(Parameters parameters, AccessKey key, String region) {
        parameters.values().keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw CodeArtifactProtocol.invalid("unknown parameter " + name);
                });
        Caller caller = key.caller();
        String name = matching(parameters, "domain", "", "[a-z][a-z0-9-]{0,48}[a-z0-9]");
        String owner = matching(parameters, "domain-owner", caller.account().id(), "\\d{12}");
        String arn = Domain.arn(caller.account().partition(), region, owner, name);
        requirePermission(caller, "codeartifact:GetAuthorizationToken", arn);
        requirePermission(caller, "sts:GetServiceBearerToken", "*");
        if (!owner.equals(caller.account().id())) {
            throw CodeArtifactProtocol.accessDenied(
                    "User: %s is not authorized to perform: codeartifact:GetAuthorizationToken".formatted(caller.arn())
                            + " on resource: %s because no resource-based policy allows it".formatted(arn));
        }
        Instant expiration = expiration(parameters, key);
        if (!domains.containsKey(arn)) {
            throw new AwsErrorException(
                    404,
                    "ResourceNotFoundException",
                    "Domain not found. Domain '%s' owned by account '%s' does not exist.".formatted(name, owner));
        }
        return CodeArtifactProtocol.success("{\"authorizationToken\":\"%s\",\"expiration\":%d.0}"
                .formatted(tokens.issue(expiration), expiration.getEpochSecond()));
    }

    private static String matching(Parameters parameters, String name, String absent, String form) {
        String value = parameters.get(name).orElse(absent);
        if (!value.matches(form)) {
            throw CodeArtifactProtocol.invalid(
                    "Value '%s' at '%s' failed to satisfy constraint: %s".formatted(value, name, form));
        }
        return value;
    }

    private static void requirePermission(Caller caller, String action, String resource) {
        caller.denial(action, resource).ifPresent(why -> {
            throw CodeArtifactProtocol.accessDenied("User: %s is not authorized to perform: %s on resource: %s %s"
                    .formatted(caller.arn(), action, resource, why));
        });
    }

    private Instant expiration(Parameters parameters, AccessKey key) {
        String text = matching(parameters, "duration", String.valueOf(MOST_SECONDS), "\\d{1,5}");
        int seconds = Integer.parseInt(text);
        if (seconds == 0) {
            if (key.sessionToken().isEmpty()) {
                throw CodeArtifactProtocol.invalid("A duration of 0 is only valid with temporary credentials");
            }
            return key.expiration();
        }
        if (seconds < LEAST_SECONDS || seconds > MOST_SECONDS) {
            throw CodeArtifactProtocol.invalid("duration must be 0, or between 900 and 43200");
        }
        return clock.instant().plusSeconds(seconds);
    }
}
