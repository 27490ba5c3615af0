package io.github.assumerole.aws;

import io.github.assumerole.role.IdentityToken;
import io.github.assumerole.role.Validation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Whose token proves who we are, as the parameter {@code webIdentity} names it: a CI server, or a variable. */
public final class WebIdentity {
    private static final String GITHUB = "github";
    private static final String GITLAB = "gitlab";
    private static final String BITBUCKET = "bitbucket";
    private static final String CIRCLECI = "circleci";
    private static final String AUTO = "auto";
    private static final String VARIABLE = "env:";

    private static final Set<String> NAMES = Set.of(GITHUB, GITLAB, BITBUCKET, CIRCLECI, AUTO);
    private static final Pattern VARIABLE_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private static final Pattern SHORT = Pattern.compile("[\\w:-]{1,30}");

    /** What AssumeRoleWithWebIdentity has no parameter for (STS API reference); the token has to bring it. */
    private static final Set<String> CANNOT_BE_SENT =
            Set.of("externalId", "sourceIdentity", "sessionTags", "transitiveTagKeys", "mfaSerial");

    private final String name;

    private WebIdentity(String name) {
        this.name = name;
    }

    /**
     * Reads the parameter.
     *
     * @throws IllegalArgumentException listing what it may be
     */
    public static WebIdentity parse(String text) {
        boolean variable = text.startsWith(VARIABLE)
                && VARIABLE_NAME.matcher(text.substring(VARIABLE.length())).matches();
        if (!variable && !NAMES.contains(text)) {
            // A token that was written here by mistake is not repeated.
            String shown = SHORT.matcher(text).matches() ? "'" + text + "' " : "";
            throw new IllegalArgumentException(
                    shown + "is none of github, gitlab, bitbucket, circleci, auto, or env:NAME with"
                            + " the name of an environment variable");
        }
        return new WebIdentity(text);
    }

    /** A token that something else writes into a file, and keeps fresh there. */
    public static IdentityToken file(Path file) {
        return new TokenFile(file);
    }

    /** Whom a token has to be meant for, so that STS takes it in that partition: IAM's documentation advises these. */
    public static String audienceIn(String partition) {
        return partition.equals("aws-cn") ? "sts.amazonaws.com.cn" : "sts.amazonaws.com";
    }

    /**
     * Refuses the parameters for which a role assumed with a token has no use.
     *
     * @param configured the names of all parameters that are set for that role
     */
    public static void refuseUnsendable(Validation validation, Set<String> configured) {
        configured.stream()
                .filter(CANNOT_BE_SENT::contains)
                .sorted()
                .forEach(parameter -> validation.refuse(
                        parameter,
                        "cannot be sent with a web identity token; remove it, or have the token's issuer and the role's trust"
                                + " policy provide for it"));
    }

    /** Whether it matters for whom a token is asked; elsewhere the job's own configuration says so. */
    public boolean takesAudience() {
        return name.equals(GITHUB) || name.equals(AUTO);
    }

    /**
     * The token, which is looked for only when it is fetched.
     *
     * @param environment the environment variables of the build
     * @param audience for whom it is asked
     */
    public IdentityToken token(
            Map<String, String> environment, String audience, Duration connectTimeout, Duration callTimeout) {
        CiToken github = new GitHubToken(environment, audience, new TokenRequest(connectTimeout, callTimeout));
        return switch (name) {
            case GITHUB -> github;
            case GITLAB -> gitlab(environment);
            case BITBUCKET -> bitbucket(environment);
            case CIRCLECI -> circleci(environment);
            case AUTO ->
                new FirstToken(List.of(github, gitlab(environment), bitbucket(environment), circleci(environment)));
            default -> variable(name.substring(VARIABLE.length()), environment);
        };
    }

    /**
     * The name is up to the job; GITLAB_OIDC_TOKEN is the one in GitLab's manuals, the other was built in before 17.
     */
    private static CiToken gitlab(Map<String, String> environment) {
        return new VariableToken(
                "of GitLab CI",
                List.of("GITLAB_OIDC_TOKEN", "CI_JOB_JWT_V2"),
                "have it issued in .gitlab-ci.yml: `id_tokens:` with `GITLAB_OIDC_TOKEN:` and its `aud:`; one of another name"
                        + " is <webIdentity>env:NAME</webIdentity>",
                environment);
    }

    private static CiToken bitbucket(Map<String, String> environment) {
        return new VariableToken(
                "of Bitbucket Pipelines",
                List.of("BITBUCKET_STEP_OIDC_TOKEN"),
                "have it issued in bitbucket-pipelines.yml: `oidc: true` in the step",
                environment);
    }

    private static CiToken circleci(Map<String, String> environment) {
        return new VariableToken(
                "of CircleCI",
                List.of("CIRCLE_OIDC_TOKEN_V2", "CIRCLE_OIDC_TOKEN"),
                "have it issued: CircleCI does so for jobs that use a context, and not for builds of forks",
                environment);
    }

    private static CiToken variable(String name, Map<String, String> environment) {
        return new VariableToken(
                "in the environment variable " + name,
                List.of(name),
                "set it to the token of this job, before Maven starts",
                environment);
    }

    /** As the parameter has it. */
    @Override
    public String toString() {
        return name;
    }
}
