package io.github.assumerole.aws;

import java.util.List;

/** What to try when S3 did not let us list the buckets. */
final class S3Advice {
    private static final String ENDPOINT = "s3EndpointUrl";

    private final BaseCredentials credentials;

    S3Advice(BaseCredentials credentials) {
        this.credentials = credentials;
    }

    List<String> on(SdkFailure failure) {
        return failure.kind() == SdkFailure.Kind.REFUSED ? onRefusal(failure) : ConnectionAdvice.on(failure, ENDPOINT);
    }

    private List<String> onRefusal(SdkFailure failure) {
        return switch (failure.code().orElse("")) {
            case "AccessDenied", "AllAccessDisabled" -> onAccessDenied();
            case "ExpiredToken", "InvalidToken", "TokenRefreshRequired" -> onExpired();
            case "InvalidAccessKeyId" -> onUnknownKey();
            case "SignatureDoesNotMatch" -> ConnectionAdvice.onSignature(failure, credentials.source());
            case "RequestTimeTooSkewed" -> ConnectionAdvice.onClock(failure);
            case "SlowDown", "Throttling", "ThrottlingException", "ServiceUnavailable" ->
                List.of("S3 had too many requests, and did not relent within <maxAttempts>: run the build again");
            default -> failure.hasStatus(403) ? onAccessDenied() : ConnectionAdvice.onUnexpected(failure, ENDPOINT);
        };
    }

    private List<String> onAccessDenied() {
        return List.of(
                "allow s3:ListAllMyBuckets on * in the policies of the " + (credentials.ofRole() ? "role" : "caller")
                        + ", and see that no session policy, permissions boundary or service control policy takes it"
                        + " away",
                "with an S3-compatible server, expired credentials are refused in this way, too: "
                        + (credentials.ofRole() ? "assume the role again" : "get new ones"));
    }

    private List<String> onExpired() {
        return List.of("the credentials from " + credentials.source() + " have expired or are not whole: "
                + (credentials.ofRole()
                        ? "raise <durationSeconds>, or assume the role again right before this goal"
                        : "get new ones, then run the build again"));
    }

    private List<String> onUnknownKey() {
        return List.of(
                credentials.ofRole()
                        ? "check that STS and S3 are those of one and the same server: <endpointUrl>, <stsEndpointUrl>,"
                                + " <s3EndpointUrl>"
                        : "check the access key id from " + credentials.source()
                                + ": it is unknown or inactive, or belongs to another server than <s3EndpointUrl>",
                "a region that is opt-in may not be enabled for the account: try another <region>");
    }
}
