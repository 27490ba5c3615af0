package io.github.assumerole.aws;

import java.util.ArrayList;
import java.util.List;

/** What to try when S3 did not answer a question. */
final class S3Advice {
    private static final String ENDPOINT = "s3EndpointUrl";

    private final BaseCredentials credentials;
    private final String permission;
    private final List<String> otherReasons;

    /**
     * @param permission what the question needs, as in "s3:ListAllMyBuckets on *"
     * @param otherReasons for a refusal than its lack
     */
    S3Advice(BaseCredentials credentials, String permission, String... otherReasons) {
        this.credentials = credentials;
        this.permission = permission;
        this.otherReasons = List.of(otherReasons);
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
            case "NoSuchBucket" -> List.of("the bucket vanished while it was looked at: run the build again");
            case "MethodNotAllowed", "NotImplemented" ->
                List.of("the server does not know this question, as some that are compatible with S3 do not: leave out"
                        + " what it is asked for");
            default -> onOther(failure);
        };
    }

    private List<String> onOther(SdkFailure failure) {
        if (failure.isDenial() || failure.hasStatus(403)) {
            List<String> advice = new ArrayList<>(ConnectionAdvice.onNotableClock(failure));
            advice.addAll(onAccessDenied());
            return advice;
        }
        return failure.code().isEmpty() && failure.hasStatus(400)
                ? List.of("S3 tells no more than this: the credentials may have expired, or <region> may be wrong")
                : ConnectionAdvice.onUnexpected(failure, ENDPOINT);
    }

    private List<String> onAccessDenied() {
        List<String> advice = new ArrayList<>(List.of(
                "allow " + permission + " in the policies of the " + (credentials.ofRole() ? "role" : "caller")
                        + ", and see that no session policy, permissions boundary or service control policy takes it"
                        + " away",
                "with an S3-compatible server, expired credentials are refused in this way, too: "
                        + (credentials.ofRole() ? "assume the role again" : "get new ones")));
        advice.addAll(otherReasons);
        return advice;
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
