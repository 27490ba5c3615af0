package io.github.assumerole.aws.credentials;

import io.github.assumerole.aws.http.AwsError;
import io.github.assumerole.aws.http.ConnectionAdvice;
import java.util.List;
import java.util.Optional;

/** What to try if STS rejects the caller's credentials, for any call. */
public final class KeyAdvice {
    private KeyAdvice() {}

    /**
     * What to try; empty if the credentials were not rejected.
     *
     * @param source the source of the credentials
     * @param partition the partition that must have issued them
     */
    public static Optional<List<String>> on(AwsError failure, String source, String partition) {
        return Optional.ofNullable(
                switch (failure.code().orElse("")) {
                    case "ExpiredToken", "ExpiredTokenException" ->
                        List.of("the caller's credentials from " + source
                                + " have expired: get new ones, then run the build again");
                    case "InvalidClientTokenId", "UnrecognizedClientException", "InvalidAccessKeyId" ->
                        List.of(
                                "check the access key ID from " + source
                                        + ": it is unknown, inactive, or of another partition than " + partition,
                                "temporary credentials (access key IDs that begin with ASIA) need their session"
                                        + " token, AWS_SESSION_TOKEN",
                                "an opt-in region may not be enabled for the account: try another <region>");
                    case "SignatureDoesNotMatch" -> ConnectionAdvice.onSignature(failure, source);
                    case "RequestTimeTooSkewed", "RequestExpired" -> ConnectionAdvice.onClock(failure);
                    default -> null;
                });
    }
}
