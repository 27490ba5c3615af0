package io.github.assumerole.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.role.RoleArn;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebIdentityTrustPolicyTest {
    private static final String GITHUB = "token.actions.githubusercontent.com";

    private static TrustPolicy trust(String issuer, String subject) {
        return new WebIdentityTrustPolicy(OidcIssuer.parse(issuer), "sts.amazonaws.com", Optional.ofNullable(subject));
    }

    private static List<IamCondition> conditions(String subject) {
        return trust(GITHUB, subject).policy(Requests.ROLE).statements().get(0).conditions();
    }

    @Test
    void hasProviderAudienceAndSubject() {
        RoleArn chinese = RoleArn.parse("arn:aws-cn:iam::111122223333:role/deployer");
        String issuer = "oidc.circleci.com/org/0a1b";

        assertEquals(
                List.of(IamStatement.trusting(
                        new IamStatement.Principal("Federated", "arn:aws-cn:iam::111122223333:oidc-provider/" + issuer),
                        "AssumeRoleWithWebIdentity",
                        "sts:AssumeRoleWithWebIdentity",
                        List.of(
                                IamCondition.equalTo(issuer + ":aud", "sts.amazonaws.com"),
                                IamCondition.equalTo(issuer + ":sub", "org/0a1b/project/2c")))),
                trust("https://" + issuer, "org/0a1b/project/2c")
                        .policy(chinese)
                        .statements());
    }

    @ParameterizedTest
    @CsvSource({
        "repo:octo/shop:ref:refs/heads/main, StringEquals, repo:octo/shop:ref:refs/heads/main",
        "repo:octo/shop:*,                   StringLike,   repo:octo/shop:*",
        "repo:octo/sho?:pull_request,        StringLike,   repo:octo/sho?:pull_request",
        "repo:octo/${shop}:*,                StringLike,   repo:octo/${$}{shop}:*"
    })
    void comparesSubjectAsTextOrPattern(String subject, String operator, String value) {
        assertEquals(
                new IamCondition(operator, GITHUB + ":sub", List.of(value)),
                conditions(subject).get(1));
    }

    @Test
    void notesMissingSubject() {
        assertEquals(List.of(IamCondition.equalTo(GITHUB + ":aud", "sts.amazonaws.com")), conditions(null));
        assertEquals(
                List.of(
                        "The trust policy trusts all tokens of gitlab.example.com: set webIdentitySubject to the claim"
                                + " sub of the token, or to a pattern with *.",
                        "The account must have the OIDC provider"
                                + " arn:aws:iam::111122223333:oidc-provider/gitlab.example.com."),
                trust("gitlab.example.com", null).notes(Requests.ROLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {GITHUB, "gitlab.com"})
    void notesThatIamRejectsSharedIssuerWithoutSubject(String issuer) {
        assertEquals(
                "The trust policy trusts all tokens of " + issuer + ", and IAM rejects such a policy: set"
                        + " webIdentitySubject to the claim sub of the token, or to a pattern with *.",
                trust(issuer, null).notes(Requests.ROLE).get(0));
        assertEquals(1, trust(issuer, "project_path:shop").notes(Requests.ROLE).size());
    }

    @Test
    void needsNoCallerPermissions() {
        assertEquals(Optional.empty(), trust(GITHUB, null).callerPermissions(Requests.ROLE));
    }
}
