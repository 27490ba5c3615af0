package io.github.assumerole.aws.sts;

import io.github.assumerole.aws.credentials.KeyAdvice;
import io.github.assumerole.aws.http.AwsError;
import io.github.assumerole.oidc.TokenClaims;
import io.github.assumerole.role.AssumeRoleRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What to try if AssumeRoleWithWebIdentity failed. */
record WebIdentityAdvice(AssumeRoleRequest request, String source, TokenClaims claims) {
    /** Only for a token that is requested by a parameter. */
    static final String AUDIENCE_PARAMETER = "; <webIdentityAudience> sets it for GitHub";

    /** Which token was rejected, as a sentence that follows what came back. */
    String tokenSentence() {
        return "\nThe token sent was " + source
                + (claims.isEmpty() ? ", which is not a JWT." : ", which claims " + claims + ".");
    }

    List<String> on(AwsError failure) {
        if (failure.kind() != AwsError.Kind.SERVICE_ERROR) {
            return others(failure);
        }
        return switch (failure.code().orElse("")) {
            case "InvalidIdentityToken", "InvalidIdentityTokenException" -> onInvalid(failure);
            case "ExpiredToken", "ExpiredTokenException" ->
                List.of(
                        "the token expired before STS received it: get a new one; tokens of CI servers are valid for"
                                + " minutes, so request it late in the job",
                        "check the issuer's clock");
            case "IDPCommunicationError", "IDPCommunicationErrorException" ->
                List.of(
                        "STS could not reach the token's issuer in <maxAttempts> attempts: run the build again",
                        "check that " + issuer() + "/.well-known/openid-configuration and the keys that it names are"
                                + " reachable from the internet");
            case "IDPRejectedClaim", "IDPRejectedClaimException" ->
                List.of("the issuer rejected the token: it was revoked, or its job has ended; get a new one");
            case "AccessDenied", "AccessDeniedException" -> onAccessDenied();
            default -> failure.hasStatus(403) && failure.code().isEmpty() ? onAccessDenied() : others(failure);
        };
    }

    private List<String> onInvalid(AwsError failure) {
        List<String> advice = new ArrayList<>();
        if (!failure.says("audience")) {
            advice.add("create an OpenID Connect provider for " + issuer() + " in IAM, in account " + account()
                    + ", which is the role's");
        }
        advice.add("add the token's aud to the audiences (client IDs) of that provider, or request the token for one of"
                + " them" + AUDIENCE_PARAMETER);
        if (claims.isEmpty()) {
            advice.add(0, "check that this is an OIDC ID token, not an access token or part of a token");
        }
        return advice;
    }

    private List<String> onAccessDenied() {
        return List.of(
                "check that the role exists, and that its trust policy allows sts:AssumeRoleWithWebIdentity to the"
                        + " provider of "
                        + issuer() + " (Principal, Federated)",
                "compare the conditions of the trust policy exactly with the token's claims: its sub, its aud",
                "a condition that contains * must be StringLike: StringEquals takes * literally");
    }

    private String issuer() {
        return claims.iss().isEmpty() ? "its issuer" : claims.issuer();
    }

    private String account() {
        return request.role().accountId().orElse("(none)");
    }

    private List<String> others(AwsError failure) {
        return new StsAdvice(request, KeyAdvice.ofToken(source), Optional.empty()).on(failure);
    }
}
