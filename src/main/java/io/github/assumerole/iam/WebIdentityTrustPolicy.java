package io.github.assumerole.iam;

import io.github.assumerole.role.RoleArn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Trust in an OIDC issuer; its tokens are sent with AssumeRoleWithWebIdentity, which needs no permissions. */
public final class WebIdentityTrustPolicy extends TrustPolicy {
    private final OidcIssuer issuer;
    private final String audience;
    private final Optional<String> subject;

    /**
     * @param audience the claim {@code aud} of the token
     * @param subject the claim {@code sub} of the token, or a pattern with {@code *} and {@code ?}; if empty, any
     */
    public WebIdentityTrustPolicy(OidcIssuer issuer, String audience, Optional<String> subject) {
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
            String rejected = issuer.isShared() ? ", and IAM rejects such a policy" : "";
            notes.add("The trust policy trusts all tokens of " + issuer + rejected
                    + ": set webIdentitySubject to the claim sub of the token, or to a pattern with *.");
        }
        notes.add("The account must have the OIDC provider " + issuer.providerIn(role) + ".");
        return notes;
    }
}
