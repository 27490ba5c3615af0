package io.github.assumerole.role;

/** An OIDC ID token, such as a CI server issues for a job. */
public interface IdentityToken {
    /**
     * The current token; fetched again at each call because these tokens are short-lived.
     *
     * @throws AwsAccessException if there is none
     */
    Secret fetch();

    /** The source as logs and errors name it, as in "the web identity token of GitHub Actions". */
    String source();
}
