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

/** The parameters of the trust policy, as the POM or the command line has them. */
public record TrustParameters(String trustedPrincipal, String webIdentityIssuer, String webIdentitySubject) {
    /** The values of webIdentity whose issuer is the same for all of their customers. */
    private static final Map<String, String> ISSUERS =
            Map.of("github", "token.actions.githubusercontent.com", "gitlab", "gitlab.com");

    /** The trust policy to generate; empty if {@code problems} has collected a problem. */
    public Optional<TrustPolicy> read(
            RoleChainRequest plan, BaseCredentialsParameters origin, ConfigurationProblems problems) {
        if (origin.isWebIdentity() && plan.sources().isEmpty()) {
            return webIdentity(origin, WebIdentity.audienceIn(plan.partition()), problems)
                    .map(TrustPolicy.class::cast);
        }
        Optional<String> lastSource = plan.sources().stream()
                .reduce((earlier, later) -> later)
                .flatMap(RoleNameOrArn::arn)
                .map(Object::toString);
        String caller = lastSource.orElse(trustedPrincipal);
        return Optional.of(new PrincipalTrustPolicy(
                problems.optional("trustedPrincipal", caller, IamPrincipal::parse),
                plan.session().externalId(),
                plan.caller().mfa().isPresent() && plan.sources().isEmpty(),
                plan.session().tags(),
                plan.caller().sourceIdentity()));
    }

    private Optional<WebIdentityTrustPolicy> webIdentity(
            BaseCredentialsParameters origin, String audience, ConfigurationProblems problems) {
        Optional<String> issuer = Optional.ofNullable(webIdentityIssuer)
                .filter(text -> !text.isBlank())
                .or(() -> Optional.ofNullable(origin.webIdentity()).map(ISSUERS::get));
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
                        known, Optional.ofNullable(origin.webIdentityAudience()).orElse(audience), subject));
    }
}
