package io.github.assumerole.aws;

import java.util.List;

/** What to try when S3 did not let us list the buckets. */
final class S3Advice {
    private static final String ENDPOINT = "s3EndpointUrl";

    private final String source;

    S3Advice(String source) {
        this.source = source;
    }

    List<String> on(SdkFailure failure) {
        return failure.kind() == SdkFailure.Kind.REFUSED ? onRefusal(failure) : ConnectionAdvice.on(failure, ENDPOINT);
    }

    private List<String> onRefusal(SdkFailure failure) {
        return switch (failure.code().orElse("")) {
            case "AccessDenied", "AllAccessDisabled" -> onAccessDenied();
            case "ExpiredToken", "InvalidToken", "TokenRefreshRequired" ->
                List.of("the credentials from " + source
                        + " have expired or are not whole: raise <durationSeconds>, or assume the"
                        + " role again right before this goal");
            case "InvalidAccessKeyId" ->
                List.of(
                        "check that STS and S3 are those of one and the same server: <endpointUrl>, <stsEndpointUrl>, <s3EndpointUrl>");
            case "SignatureDoesNotMatch", "RequestTimeTooSkewed" -> ConnectionAdvice.onSignature(failure, source);
            case "SlowDown", "Throttling", "ThrottlingException", "ServiceUnavailable" ->
                List.of("S3 had too many requests, and did not relent within <maxAttempts>: run the build again");
            default -> failure.hasStatus(403) ? onAccessDenied() : ConnectionAdvice.onUnexpected(failure, ENDPOINT);
        };
    }

    private static List<String> onAccessDenied() {
        return List.of(
                "allow s3:ListAllMyBuckets on * in the role's policies, and see that no session policy, permissions boundary or"
                        + " service control policy takes it away",
                "with an S3-compatible server, expired credentials are refused in this way, too: assume the role again");
    }
}
