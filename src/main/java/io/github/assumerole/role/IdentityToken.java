package io.github.assumerole.role;

/** An OpenID Connect token that says who we are, such as a CI server issues for a job. */
public interface IdentityToken {
    /**
     * The token as it is now; fetched anew on each call, since such tokens are short-lived.
     *
     * @throws AccessFailed when there is none
     */
    Secret fetch();

    /** Where it comes from, in words for a log or an error, as in "the web identity token of GitHub Actions". */
    String source();
}
