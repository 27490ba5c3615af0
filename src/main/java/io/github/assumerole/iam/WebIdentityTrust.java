package io.github.assumerole.iam;

import io.github.assumerole.role.RoleArn;
import io.github.assumerole.role.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whoever has a token of an issuer, and calls AssumeRoleWithWebIdentity, for which no permission is needed. */
public final class WebIdentityTrust extends Trust {
    private final OidcIssuer issuer;
    private final String audience;
    private final Optional<String> subject;

    /**
     * @param issuer who issues the token
     * @param audience whom the token is meant for, its {@code aud}
     * @param subject whose token it is, its {@code sub}: a text, or a pattern with {@code *} and {@code ?}; when empty,
     *     everyone's
     */
    public WebIdentityTrust(OidcIssuer issuer, String audience, Optional<String> subject) {
        this.issuer = issuer;
        this.audience = audience;
        this.subject = subject;
    }

    @Override
    IamDocument policy(RoleArn role) {
        List<IamCondition> conditions = new ArrayList<>();
        conditions.add(IamCondition.equalTo(issuer.claim("aud"), audience));
        subject.ifPresent(sub -> conditions.add(onSubject(sub)));
        return IamDocument.of(List.of(IamStatement.trusting(
                new IamStatement.Principal("Federated", issuer.providerIn(role)),
                "AssumeRoleWithWebIdentity",
                "sts:AssumeRoleWithWebIdentity",
                conditions)));
    }

    private IamCondition onSubject(String sub) {
        String key = issuer.claim("sub");
        boolean pattern = sub.contains("*") || sub.contains("?");
        return pattern ? IamCondition.like(key, sub) : IamCondition.equalTo(key, sub);
    }

    @Override
    Optional<IamDocument> callerPermissions(RoleArn role) {
        return Optional.empty();
    }

    @Override
    List<String> notes(RoleArn role) {
        List<String> notes = new ArrayList<>();
        if (subject.isEmpty()) {
            String refused = issuer.isShared() ? ", and IAM refuses such a trust policy" : "";
            notes.add("The trust policy does not say whose tokens of " + issuer + " it means" + refused
                    + ": set webIdentitySubject to the token's sub, or to a pattern with * for it.");
        }
        notes.add("The account needs the OIDC provider " + issuer.providerIn(role) + ".");
        return notes;
    }

    @Override
    void refuseUnfit(Validation validation, RoleArn role) {
        // An issuer serves every partition.
    }
}
