package io.github.assumerole.aws.sts;

import io.github.assumerole.aws.AwsConnection;
import io.github.assumerole.aws.credentials.SigningRegion;
import io.github.assumerole.oidc.WebIdentity;
import io.github.assumerole.role.AssumeRoleRequest;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.CallerOptions;
import io.github.assumerole.role.IdentityToken;
import io.github.assumerole.role.RoleArn;
import io.github.assumerole.role.RoleSessionName;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.role.SessionOptions;
import io.github.assumerole.text.ConfigurationProblems;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.regions.Region;

/**
 * The web identity of the environment, as for example Kubernetes sets it: AWS_WEB_IDENTITY_TOKEN_FILE, AWS_ROLE_ARN and
 * AWS_ROLE_SESSION_NAME, or the system properties that the SDK reads instead.
 */
record EnvironmentWebIdentity(IdentityToken token, AssumeRoleRequest request) {
    /** The default of STS. */
    private static final Duration DURATION = Duration.ofHours(1);

    /**
     * Reads the variables.
     *
     * @param fallback the session name if none is set
     * @throws IllegalStateException without a token file
     * @throws io.github.assumerole.text.InvalidConfigurationException if there is a token file, but no valid role
     */
    static EnvironmentWebIdentity read(RoleSessionName fallback) {
        String file = SdkSystemSetting.AWS_WEB_IDENTITY_TOKEN_FILE
                .getStringValueOrThrow()
                .strip();
        if (file.isEmpty()) {
            throw new IllegalStateException("AWS_WEB_IDENTITY_TOKEN_FILE is empty");
        }
        ConfigurationProblems problems = new ConfigurationProblems();
        Optional<String> arn = value(SdkSystemSetting.AWS_ROLE_ARN);
        if (arn.isEmpty()) {
            problems.add(
                    "AWS_ROLE_ARN", "is not set; set it to the ARN of the role, or remove AWS_WEB_IDENTITY_TOKEN_FILE");
        }
        Optional<RoleArn> role = problems.optional("AWS_ROLE_ARN", arn, RoleArn::parse);
        Optional<RoleSessionName> name = problems.optional(
                "AWS_ROLE_SESSION_NAME", value(SdkSystemSetting.AWS_ROLE_SESSION_NAME), RoleSessionName::new);
        Optional<Path> path = problems.optional("AWS_WEB_IDENTITY_TOKEN_FILE", Optional.of(file), Path::of);
        problems.throwIfAny();
        return new EnvironmentWebIdentity(
                WebIdentity.file(path.orElseThrow(), "AWS_WEB_IDENTITY_TOKEN_FILE"),
                new AssumeRoleRequest(
                        role.orElseThrow(), name.orElse(fallback), DURATION, CallerOptions.NONE, SessionOptions.NONE));
    }

    /** Differs between sessions that are not interchangeable. */
    String cacheKey() {
        return token.source() + ", role " + request.role();
    }

    /** The session of the role. */
    SessionCredentials open(AwsConnection connection, SigningRegion regions, Clock clock) {
        Region region = regions.within(request.role().partition());
        try {
            return new WebIdentityCall(connection, region, clock).make(request, token, attempt());
        } catch (AwsAccessException failure) {
            throw failure.withAdvice(failure.advice().stream()
                    .map(EnvironmentWebIdentity::withVariables)
                    .toList());
        }
    }

    /** Starts the message of a failure. */
    String attempt() {
        return "Cannot use AWS_WEB_IDENTITY_TOKEN_FILE: cannot assume " + request.role() + " as "
                + request.sessionName();
    }

    /** Names the variables instead of the parameters. */
    private static String withVariables(String advice) {
        return advice.replace("<roleArn>", "AWS_ROLE_ARN")
                .replace("<roleSessionName>", "AWS_ROLE_SESSION_NAME")
                .replace(WebIdentityAdvice.AUDIENCE_PARAMETER, "");
    }

    private static Optional<String> value(SdkSystemSetting setting) {
        return setting.getStringValue().map(String::strip).filter(text -> !text.isEmpty());
    }
}
