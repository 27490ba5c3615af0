package io.github.assumerole.aws;

import java.util.List;
import java.util.Optional;

/** What to try when STS does not take the caller's credentials, whatever was asked for with them. */
final class KeyAdvice {
    private KeyAdvice() {}

    /**
     * What to try; empty when it is not the credentials that were refused.
     *
     * @param source where they are from
     * @param partition where they would have to be known
     */
    static Optional<List<String>> on(SdkFailure failure, String source, String partition) {
        return Optional.ofNullable(
                switch (failure.code().orElse("")) {
                    case "ExpiredToken", "ExpiredTokenException" ->
                        List.of("the caller's own credentials, from " + source
                                + ", have expired: get new ones, then run the build again");
                    case "InvalidClientTokenId", "UnrecognizedClientException", "InvalidAccessKeyId" ->
                        List.of(
                                "check the access key id from " + source
                                        + ": it is unknown, inactive, or of another partition than " + partition,
                                "temporary credentials (key ids that begin with ASIA) need their session token, AWS_SESSION_TOKEN",
                                "a region that is opt-in may not be enabled for the account: try another <region>");
                    case "SignatureDoesNotMatch" -> ConnectionAdvice.onSignature(failure, source);
                    case "RequestTimeTooSkewed", "RequestExpired" -> ConnectionAdvice.onClock(failure);
                    default -> null;
                });
    }
}
