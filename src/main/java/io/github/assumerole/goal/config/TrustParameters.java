package io.github.assumerole.goal.config;

import io.github.assumerole.iam.IamPrincipal;
import io.github.assumerole.iam.OidcIssuer;
import io.github.assumerole.iam.PrincipalTrustPolicy;
import io.github.assumerole.iam.TrustPolicy;
import io.github.assumerole.iam.WebIdentityTrustPolicy;
import io.github.assumerole.oidc.WebIdentity;
import io.github.assumerole.role.RoleChainRequest;
import io.github.assumerole.role.RoleNameOrArn;
import io.github.assumerole.text.ConfigurationProblems;
import java.util.Map;
import java.util.Optional;

/** Parameters of the trust policy. */
public record TrustParameters(
        Optional<String> trustedPrincipal, Optional<String> webIdentityIssuer, Optional<String> webIdentitySubject) {
    /** Values of webIdentity with the same issuer for all customers. */
    private static final Map<String, String> ISSUERS =
            Map.of("github", "token.actions.githubusercontent.com", "gitlab", "gitlab.com");

    /** The trust policy to generate; empty if {@code problems} has collected a problem. */
    public Optional<TrustPolicy> read(
            RoleChainRequest request, WebIdentityParameters token, ConfigurationProblems problems) {
        if (token.isConfigured() && request.sources().isEmpty()) {
            return webIdentity(token, WebIdentity.audienceIn(request.partition()), problems)
                    .map(TrustPolicy.class::cast);
        }
        Optional<String> lastSource = request.sources().stream()
                .reduce((earlier, later) -> later)
                .flatMap(RoleNameOrArn::arn)
                .map(Object::toString);
        return Optional.of(new PrincipalTrustPolicy(
                problems.optional("trustedPrincipal", lastSource.or(() -> trustedPrincipal), IamPrincipal::new),
                request.session().externalId(),
                request.caller().mfa().isPresent() && request.sources().isEmpty(),
                request.session().tags(),
                request.caller().sourceIdentity()));
    }

    private Optional<WebIdentityTrustPolicy> webIdentity(
            WebIdentityParameters token, String audience, ConfigurationProblems problems) {
        Optional<String> issuer = webIdentityIssuer
                .filter(text -> !text.isBlank())
                .or(() -> token.webIdentity().map(ISSUERS::get));
        if (issuer.isEmpty()) {
            problems.add(
                    "webIdentityIssuer",
                    "is missing, and cannot be derived from webIdentity; set it to the URL of the issuer, the claim iss of"
                            + " the token");
            return Optional.empty();
        }
        Optional<String> subject = problems.optional("webIdentitySubject", webIdentitySubject, text -> text);
        return problems.optional("webIdentityIssuer", issuer.get(), OidcIssuer::parse)
                .map(known -> new WebIdentityTrustPolicy(
                        known, token.webIdentityAudience().orElse(audience), subject));
    }
}
