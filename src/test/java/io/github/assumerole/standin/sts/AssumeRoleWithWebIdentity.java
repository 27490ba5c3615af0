package io.github.assumerole.standin.sts;

import io.github.assumerole.standin.http.AwsErrorException;
import io.github.assumerole.standin.http.HttpResponse;
import io.github.assumerole.standin.http.Parameters;
import io.github.assumerole.standin.iam.IamEntities;
import io.github.assumerole.standin.iam.Role;
import io.github.assumerole.standin.iam.RoleSession;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The operation AssumeRoleWithWebIdentity, which is unsigned. */
final class AssumeRoleWithWebIdentity {
    private static final int SHORTEST_TOKEN = 4;
    private static final int LONGEST_TOKEN = 20_000;
    private static final String JWT = "[\\w-]+\\.[\\w-]+\\.[\\w-]+";

    private final IamEntities iam;
    private final SessionIssuer issuer;
    private final WebIdentityTokens tokens;
    private final InstantSource clock;

    AssumeRoleWithWebIdentity(IamEntities iam, SessionIssuer issuer, WebIdentityTokens tokens, InstantSource clock) {
        this.iam = iam;
        this.issuer = issuer;
        this.tokens = tokens;
        this.clock = clock;
    }

    HttpResponse handle(Parameters parameters) {
        Constraints constraints = SessionRequest.constraints(parameters, Set.of("WebIdentityToken"));
        Optional<String> given = parameters.get("WebIdentityToken");
        constraints.required("webIdentityToken", given, SHORTEST_TOKEN, LONGEST_TOKEN, ".*");
        SessionRequest request = SessionRequest.parse(parameters, constraints, iam);
        WebIdentityTokens.Claims token = valid(given.orElseThrow());
        Role role = iam.role(request.roleArn())
                .filter(it -> it.webIdentityAudience().isPresent())
                .orElseThrow(() ->
                        AwsErrorException.accessDenied("Not authorized to perform sts:AssumeRoleWithWebIdentity"));
        if (!role.webIdentityAudience().equals(Optional.of(token.audience()))) {
            throw invalid("Incorrect token audience");
        }
        RoleSession session = request.session(role, Map.of(), Optional.empty());
        return StsProtocol.success(
                "AssumeRoleWithWebIdentity", issuer.issue(session, request).andThen(result -> result.element(
                                "SubjectFromWebIdentityToken", token.subject())
                        .element("Audience", token.audience())
                        .element("Provider", token.issuer())));
    }

    private WebIdentityTokens.Claims valid(String given) {
        if (!given.matches(JWT)) {
            throw invalid(
                    "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)");
        }
        WebIdentityTokens.Claims token = tokens.find(given)
                .orElseThrow(() -> invalid("Couldn't retrieve verification key from your identity provider,"
                        + "  please reference AssumeRoleWithWebIdentity documentation for requirements"));
        if (!clock.instant().isBefore(token.expiration())) {
            throw new AwsErrorException(
                    400,
                    "ExpiredTokenException",
                    "Token expired: current date/time %d must be before the expiration date/time %d"
                            .formatted(
                                    clock.instant().getEpochSecond(),
                                    token.expiration().getEpochSecond()));
        }
        return token;
    }

    private static AwsErrorException invalid(String message) {
        return new AwsErrorException(400, "InvalidIdentityToken", message);
    }
}
