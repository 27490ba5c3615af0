package io.github.assumerole.oidc;

import io.github.assumerole.role.IdentityToken;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The source of the OIDC ID token, as the parameter {@code webIdentity} names it: a CI server or a variable. */
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

    private final String name;

    private WebIdentity(String name) {
        this.name = name;
    }

    /**
     * Parses the parameter.
     *
     * @throws IllegalArgumentException listing the valid values
     */
    public static WebIdentity parse(String text) {
        boolean variable = text.startsWith(VARIABLE)
                && VARIABLE_NAME.matcher(text.substring(VARIABLE.length())).matches();
        String name = variable ? text : text.toLowerCase(Locale.ROOT);
        if (!variable && !NAMES.contains(name)) {
            // A token that was set here by mistake is not printed.
            String shown = SHORT.matcher(text).matches() ? "'" + text + "' " : "";
            throw new IllegalArgumentException(
                    shown + "is not one of github, gitlab, bitbucket, circleci, auto, or env:NAME with"
                            + " the name of an environment variable");
        }
        return new WebIdentity(name);
    }

    /**
     * A token in a file that another process renews.
     *
     * @param setting the parameter, variable or line that names the file
     */
    public static IdentityToken file(Path file, String setting) {
        return new TokenFile(file, setting);
    }

    /** The audience that STS expects in a partition, as in the IAM documentation. */
    public static String audienceIn(String partition) {
        return partition.equals("aws-cn") ? "sts.amazonaws.com.cn" : "sts.amazonaws.com";
    }

    /** Whether the audience can be requested; otherwise the job's configuration sets it. */
    public boolean takesAudience() {
        return name.equals(GITHUB) || name.equals(AUTO);
    }

    /**
     * The token, which is read when it is fetched.
     *
     * @param environment the environment variables of the build
     * @param audience the requested audience
     * @param connections opens connections to the issuer
     */
    public IdentityToken token(
            Map<String, String> environment,
            String audience,
            Function<URI, HttpURLConnection> connections,
            Duration callTimeout) {
        CiIdToken github = new GitHubToken(environment, audience, new TokenRequest(connections, callTimeout));
        return switch (name) {
            case GITHUB -> github;
            case GITLAB -> gitlab(environment);
            case BITBUCKET -> bitbucket(environment);
            case CIRCLECI -> circleci(environment);
            case AUTO ->
                new AutoDetectedToken(
                        List.of(github, gitlab(environment), bitbucket(environment), circleci(environment)));
            default -> variable(name.substring(VARIABLE.length()), environment);
        };
    }

    /**
     * The job chooses the name; GITLAB_OIDC_TOKEN is that of the GitLab documentation, the other was predefined before
     * 17.
     */
    private static CiIdToken gitlab(Map<String, String> environment) {
        return new EnvironmentToken(
                "of GitLab CI",
                List.of("GITLAB_OIDC_TOKEN", "CI_JOB_JWT_V2"),
                "request it in .gitlab-ci.yml: `id_tokens:` with `GITLAB_OIDC_TOKEN:` and its `aud:`; for another"
                        + " name use <webIdentity>env:NAME</webIdentity>",
                environment);
    }

    private static CiIdToken bitbucket(Map<String, String> environment) {
        return new EnvironmentToken(
                "of Bitbucket Pipelines",
                List.of("BITBUCKET_STEP_OIDC_TOKEN"),
                "request it in bitbucket-pipelines.yml: `oidc: true` in the step",
                environment);
    }

    private static CiIdToken circleci(Map<String, String> environment) {
        return new EnvironmentToken(
                "of CircleCI",
                List.of("CIRCLE_OIDC_TOKEN_V2", "CIRCLE_OIDC_TOKEN"),
                "CircleCI issues it to jobs that use a context, but not to builds of forks",
                environment);
    }

    private static CiIdToken variable(String name, Map<String, String> environment) {
        return new EnvironmentToken(
                "in the environment variable " + name,
                List.of(name),
                "set it to the token of this job, before Maven starts",
                environment);
    }

    /** The value of the parameter. */
    @Override
    public String toString() {
        return name;
    }
}
