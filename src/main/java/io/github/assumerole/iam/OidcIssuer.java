package io.github.assumerole.iam;

import io.github.assumerole.role.RoleArn;
import io.github.assumerole.text.Printable;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who issues web identity tokens, as IAM names it: the issuer's URL without {@code https://}, such as
 * {@code token.actions.githubusercontent.com} or
 * {@code api.bitbucket.org/2.0/workspaces/shop/pipelines-config/identity/oidc}.
 */
public record OidcIssuer(String name) {
    private static final String SCHEME = "https://";
    /** Possessive, since only so a group that repeats takes no stack: what is typed can have any length. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9.-]+(/[\\w.~%+-]+)*+/?");

    /**
     * Those of ours that all of their customers share, so that IAM takes no trust policy that does not say whose token
     * it is (IAM User Guide, Identity-provider controls for shared OIDC providers).
     */
    private static final Set<String> SHARED = Set.of("token.actions.githubusercontent.com", "gitlab.com");

    public OidcIssuer {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + Printable.of(name)
                    + "' is not the issuer of web identity tokens; expected its https URL without a port, as in"
                    + " https://gitlab.example.com");
        }
    }

    /**
     * Reads an issuer, with or without {@code https://}.
     *
     * @throws IllegalArgumentException when it is no URL that IAM takes; the message reads on after the name of a
     *     parameter
     */
    public static OidcIssuer parse(String text) {
        return new OidcIssuer(text.startsWith(SCHEME) ? text.substring(SCHEME.length()) : text);
    }

    /** The provider that has to be registered in the role's account. */
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
