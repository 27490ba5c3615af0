package io.github.assumerole.standin;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The operation AssumeRoleWithWebIdentity, which nobody signs. */
final class AssumeRoleWithWebIdentity {
    private static final Set<String> KNOWN = Set.of(
            "Action",
            "Version",
            "RoleArn",
            "RoleSessionName",
            "WebIdentityToken",
            "DurationSeconds",
            "Policy",
            "PolicyArns");
    private static final int SHORTEST_TOKEN = 4;
    private static final int LONGEST_TOKEN = 20_000;
    private static final String JWT = "[\\w-]+\\.[\\w-]+\\.[\\w-]+";

    private final World world;
    private final SessionIssuer issuer;
    private final WebIdentityTokens tokens;
    private final ServerClock clock;

    AssumeRoleWithWebIdentity(World world, SessionIssuer issuer, WebIdentityTokens tokens, ServerClock clock) {
        this.world = world;
        this.issuer = issuer;
        this.tokens = tokens;
        this.clock = clock;
    }

    Answer answer(Parameters parameters) {
        Constraints constraints = new Constraints();
        constraints.onlyKnown(parameters, KNOWN);
        Optional<String> given = parameters.get("WebIdentityToken");
        constraints.required("webIdentityToken", given, SHORTEST_TOKEN, LONGEST_TOKEN, ".*");
        SessionRequest request = SessionRequest.parse(parameters, constraints, world);
        WebIdentityToken token = valid(given.orElseThrow());
        Role role = world.role(request.roleArn())
                .filter(it -> it.webIdentity().isPresent())
                .orElseThrow(AssumeRoleWithWebIdentity::denied);
        requireTrust(role.webIdentity().orElseThrow(), token);
        RoleSession session = new RoleSession(
                role,
                request.sessionName(),
                request.policies().map(SessionPolicies::permissions),
                Map.of(),
                Optional.empty());
        return StsDialect.success(
                Operation.ASSUME_ROLE_WITH_WEB_IDENTITY,
                issuer.issue(session, request)
                        .andThen(result -> result.element("SubjectFromWebIdentityToken", token.subject())
                                .element("Audience", token.audience())
                                .element("Provider", token.issuer())));
    }

    private WebIdentityToken valid(String given) {
        if (!given.matches(JWT)) {
            throw invalid(
                    "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)");
        }
        WebIdentityToken token = tokens.find(given)
                .orElseThrow(() -> invalid("Couldn't retrieve verification key from your identity provider,"
                        + "  please reference AssumeRoleWithWebIdentity documentation for requirements"));
        if (!clock.now().isBefore(token.expiration())) {
            throw new AwsError(
                    400,
                    "ExpiredTokenException",
                    "Token expired: current date/time %d must be before the expiration date/time %d"
                            .formatted(
                                    clock.now().getEpochSecond(),
                                    token.expiration().getEpochSecond()));
        }
        return token;
    }

    private static void requireTrust(WebIdentityTrust trust, WebIdentityToken token) {
        if (!trust.issuer().equals(token.issuer())) {
            throw denied();
        }
        if (!trust.audience().equals(token.audience())) {
            throw invalid("Incorrect token audience");
        }
    }

    private static AwsError denied() {
        return AwsError.accessDenied("Not authorized to perform sts:AssumeRoleWithWebIdentity");
    }

    private static AwsError invalid(String message) {
        return new AwsError(400, "InvalidIdentityToken", message);
    }
}
