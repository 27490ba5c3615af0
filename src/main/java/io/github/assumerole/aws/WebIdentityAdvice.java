package io.github.assumerole.aws;

import io.github.assumerole.role.AssumeRoleRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What to try when STS did not let a token assume a role. */
final class WebIdentityAdvice {
    private final AssumeRoleRequest request;
    private final String source;
    private final TokenClaims claims;

    WebIdentityAdvice(AssumeRoleRequest request, String source, TokenClaims claims) {
        this.request = request;
        this.source = source;
        this.claims = claims;
    }

    /** Which token was refused, as a sentence that goes on after what came back. */
    String token() {
        return "\nSent was " + source + (claims.isEmpty() ? ", which is no JWT." : ", which claims " + claims + ".");
    }

    List<String> on(SdkFailure failure) {
        if (failure.kind() != SdkFailure.Kind.REFUSED) {
            return others(failure);
        }
        return switch (failure.code().orElse("")) {
            case "InvalidIdentityToken", "InvalidIdentityTokenException" -> onInvalid(failure);
            case "ExpiredToken", "ExpiredTokenException" ->
                List.of(
                        "the token had expired when STS got it: have a new one issued; those of CI servers last for minutes,"
                                + " so ask for it late in the job",
                        "check that the clock of whoever issues it is right");
            case "IDPCommunicationError", "IDPCommunicationErrorException" ->
                List.of(
                        "AWS did not reach the token's issuer, within <maxAttempts>: run the build again",
                        "check that " + issuer() + "/.well-known/openid-configuration and the keys that it names can be"
                                + " read from the internet");
            case "IDPRejectedClaim", "IDPRejectedClaimException" ->
                List.of(
                        "the issuer itself takes the token for invalid: it was revoked, or its job has ended; have a new one"
                                + " issued");
            case "AccessDenied", "AccessDeniedException" -> onAccessDenied();
            default -> failure.hasStatus(403) && failure.code().isEmpty() ? onAccessDenied() : others(failure);
        };
    }

    private List<String> onInvalid(SdkFailure failure) {
        List<String> advice = new ArrayList<>();
        if (!failure.says("audience")) {
            advice.add("create an OpenID Connect provider for " + issuer() + " in IAM, in account " + account()
                    + ", which is the role's");
        }
        advice.add(
                "add the token's aud to the audiences (client ids) of that provider, or have the token issued for one of"
                        + " them; <webIdentityAudience> asks GitHub for another");
        if (claims.isEmpty()) {
            advice.add(
                    0, "check that this is an OpenID Connect id token, and neither an access token nor a part of one");
        }
        return advice;
    }

    private List<String> onAccessDenied() {
        return List.of(
                "check that the role exists, and that its trust policy allows sts:AssumeRoleWithWebIdentity to the provider of "
                        + issuer() + " (Principal, Federated)",
                "compare the conditions of the trust policy, letter by letter, with what the token claims: its sub, its aud",
                "a condition with a * in it has to be StringLike: StringEquals takes the * for itself");
    }

    private String issuer() {
        return claims.iss().isEmpty() ? "its issuer" : claims.issuer();
    }

    private String account() {
        return request.role().accountId().orElse("(none)");
    }

    private List<String> others(SdkFailure failure) {
        return new StsAdvice(request, source, Optional.empty()).on(failure);
    }
}
