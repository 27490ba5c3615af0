package io.github.assumerole.maven;

import io.github.assumerole.iam.CallerTrust;
import io.github.assumerole.iam.IamPrincipal;
import io.github.assumerole.iam.OidcIssuer;
import io.github.assumerole.iam.Trust;
import io.github.assumerole.iam.WebIdentityTrust;
import io.github.assumerole.role.RolePlan;
import io.github.assumerole.role.RoleReference;
import io.github.assumerole.role.Validation;
import java.util.Map;
import java.util.Optional;

/** The parameters that say whom a role is to trust, as the POM or the command line has them. */
record TrustSettings(String trustedPrincipal, String webIdentityIssuer, String webIdentitySubject) {
    /** Those of ours whose issuer is the same for everybody. */
    private static final Map<String, String> ISSUERS =
            Map.of("github", "token.actions.githubusercontent.com", "gitlab", "gitlab.com");

    /** What the role has to trust; empty when something is wrong, and {@code validation} knows it. */
    Optional<Trust> read(RolePlan plan, OriginSettings origin, String audience, Validation validation) {
        if (origin.isWebIdentity() && plan.sources().isEmpty()) {
            return webIdentity(origin, audience, validation).map(Trust.class::cast);
        }
        Optional<String> lastSource = plan.sources().stream()
                .reduce((earlier, later) -> later)
                .flatMap(RoleReference::arn)
                .map(Object::toString);
        String caller = lastSource.orElse(trustedPrincipal);
        return Optional.of(new CallerTrust(
                validation.optional("trustedPrincipal", caller, IamPrincipal::parse),
                plan.externalId(),
                plan.mfa().isPresent() && plan.sources().isEmpty(),
                plan.tags(),
                plan.sourceIdentity()));
    }

    private Optional<WebIdentityTrust> webIdentity(OriginSettings origin, String audience, Validation validation) {
        Optional<String> issuer = Optional.ofNullable(webIdentityIssuer)
                .filter(text -> !text.isBlank())
                .or(() -> Optional.ofNullable(origin.webIdentity()).map(ISSUERS::get));
        if (issuer.isEmpty()) {
            validation.refuse(
                    "webIdentityIssuer",
                    "is missing, and the token's own source does not tell it; set it to the issuer's URL, the iss of the"
                            + " token");
            return Optional.empty();
        }
        Optional<String> subject = validation.optional("webIdentitySubject", webIdentitySubject, text -> text);
        return validation
                .optional("webIdentityIssuer", issuer.get(), OidcIssuer::parse)
                .map(known -> new WebIdentityTrust(
                        known, Optional.ofNullable(origin.webIdentityAudience()).orElse(audience), subject));
    }
}
