package io.github.assumerole.aws.credentials;

import io.github.assumerole.aws.http.AwsError;
import io.github.assumerole.aws.http.ConnectionAdvice;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/**
 * What to try if STS rejects the caller's credentials, for any call.
 *
 * @param source the source of the credentials
 * @param strayToken whether they are a long-lived access key and a session token, which do not belong together
 */
public record KeyAdvice(String source, boolean strayToken) {
    private static final String LONG_LIVED = "AKIA";

    public static KeyAdvice of(BaseCredentials base) {
        return new KeyAdvice(
                base.source(),
                base.credentials() instanceof AwsSessionCredentials session
                        && session.accessKeyId().startsWith(LONG_LIVED));
    }

    /** For the call that exchanges an OIDC ID token. */
    public static KeyAdvice ofToken(String source) {
        return new KeyAdvice(source, false);
    }

    /**
     * What to try; empty if the credentials were not rejected.
     *
     * @param partition the partition that must have issued them
     */
    public Optional<List<String>> on(AwsError failure, String partition) {
        return Optional.ofNullable(
                switch (failure.code().orElse("")) {
                    case "ExpiredToken", "ExpiredTokenException" ->
                        onStrayToken()
                                .orElseGet(() -> List.of("the caller's credentials from " + source
                                        + " have expired: get new ones, then run the build again"));
                    case "InvalidClientTokenId", "UnrecognizedClientException", "InvalidAccessKeyId" ->
                        onStrayToken()
                                .orElseGet(() -> List.of(
                                        "check the access key ID from " + source
                                                + ": it is unknown, inactive, or of another partition than "
                                                + partition,
                                        "temporary credentials (access key IDs that begin with ASIA) need their session"
                                                + " token, AWS_SESSION_TOKEN",
                                        "an opt-in region may not be enabled for the account: try another <region>"));
                    case "SignatureDoesNotMatch" -> ConnectionAdvice.onSignature(failure, source);
                    case "RequestTimeTooSkewed", "RequestExpired" -> ConnectionAdvice.onClock(failure);
                    default -> null;
                });
    }

    /** What to try if the session token belongs to other credentials. */
    public Optional<List<String>> onStrayToken() {
        return strayToken
                ? Optional.of(List.of("the access key ID from " + source + " is long-lived (" + LONG_LIVED
                        + "...), but it was sent with a session token, which belongs to other credentials: remove that"
                        + " token (AWS_SESSION_TOKEN, aws_session_token of the profile, or the passphrase of the"
                        + " server)"))
                : Optional.empty();
    }
}
