package io.github.assumerole.iam;

import io.github.assumerole.role.RoleArn;
import io.github.assumerole.text.Printable;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An issuer of OIDC ID tokens, as IAM names it: its URL without {@code https://}, such as
 * {@code token.actions.githubusercontent.com} or
 * {@code api.bitbucket.org/2.0/workspaces/shop/pipelines-config/identity/oidc}.
 */
public record OidcIssuer(String name) {
    private static final String SCHEME = "https://";
    /** Possessive: a repeated group that backtracks overflows the stack on a long input. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9.-]+(/[\\w.~%+-]+)*+/?");

    /**
     * Issuers that are shared by all of their customers: IAM rejects a trust policy without a condition on the subject
     * (IAM User Guide, Identity-provider controls for shared OIDC providers).
     */
    private static final Set<String> SHARED = Set.of("token.actions.githubusercontent.com", "gitlab.com");

    public OidcIssuer {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + Printable.of(name)
                    + "' is not an OIDC issuer; expected an https URL without a port, as in"
                    + " https://gitlab.example.com");
        }
    }

    /**
     * Parses the URL of an issuer, with or without {@code https://}.
     *
     * @throws IllegalArgumentException if IAM rejects such an issuer
     */
    public static OidcIssuer parse(String text) {
        return new OidcIssuer(text.startsWith(SCHEME) ? text.substring(SCHEME.length()) : text);
    }

    /** The ARN of the OIDC provider that must exist in the account of the role. */
    String providerIn(RoleArn role) {
        return "arn:" + role.partition() + ":iam::" + role.accountId().orElseThrow() + ":oidc-provider/" + name;
    }

    /** The condition key of a claim. */
    String claim(String claim) {
        return name + ":" + claim;
    }

    boolean isShared() {
        return SHARED.contains(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
