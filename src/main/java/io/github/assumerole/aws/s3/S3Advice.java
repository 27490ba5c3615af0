package io.github.assumerole.aws.s3;

import io.github.assumerole.aws.credentials.BaseCredentials;
import io.github.assumerole.aws.credentials.KeyAdvice;
import io.github.assumerole.aws.http.AwsError;
import io.github.assumerole.aws.http.ConnectionAdvice;
import java.util.ArrayList;
import java.util.List;

/**
 * What to try if a call to S3 failed.
 *
 * @param permission as of {@link S3Failures}
 * @param otherReasons as of {@link S3Failures}
 */
record S3Advice(BaseCredentials credentials, String permission, List<String> otherReasons) {
    private static final String ENDPOINT = "s3EndpointUrl";

    List<String> on(AwsError failure) {
        return failure.kind() == AwsError.Kind.SERVICE_ERROR
                ? onError(failure)
                : ConnectionAdvice.on(failure, ENDPOINT);
    }

    private List<String> onError(AwsError failure) {
        return switch (failure.code().orElse("")) {
            case "AccessDenied", "AllAccessDisabled" -> onAccessDenied();
            case "ExpiredToken", "InvalidToken", "TokenRefreshRequired" -> onExpired();
            case "InvalidAccessKeyId" -> onUnknownKey();
            case "SignatureDoesNotMatch" -> ConnectionAdvice.onSignature(failure, credentials.source());
            case "RequestTimeTooSkewed" -> ConnectionAdvice.onClock(failure);
            case "SlowDown", "Throttling", "ThrottlingException", "ServiceUnavailable" ->
                List.of("S3 kept throttling requests for all <maxAttempts> attempts: run the build again");
            case "NoSuchBucket" -> List.of("the bucket was deleted while it was checked: run the build again");
            case "MethodNotAllowed", "NotImplemented" ->
                List.of("this S3-compatible server does not support the call; remove the rule that needs it");
            default -> onOther(failure);
        };
    }

    private List<String> onOther(AwsError failure) {
        if (failure.isDenial() || failure.hasStatus(403)) {
            List<String> advice = new ArrayList<>(ConnectionAdvice.onNotableClock(failure));
            advice.addAll(onAccessDenied());
            return advice;
        }
        return failure.code().isEmpty() && failure.hasStatus(400)
                ? List.of("S3 reports no details: the credentials may have expired, or <region> may be wrong")
                : ConnectionAdvice.onUnexpected(failure, ENDPOINT);
    }

    private List<String> onAccessDenied() {
        List<String> advice = new ArrayList<>(List.of(
                "allow " + permission + " in the policies of the " + (credentials.ofRole() ? "role" : "caller")
                        + ", and check that no session policy, permissions boundary or service control policy denies"
                        + " it",
                "S3-compatible servers report expired credentials in the same way: "
                        + (credentials.ofRole() ? "assume the role again" : "get new ones")));
        advice.addAll(otherReasons);
        return advice;
    }

    private List<String> onExpired() {
        return KeyAdvice.of(credentials)
                .onStrayToken()
                .orElseGet(() -> List.of("the credentials from " + credentials.source()
                        + " have expired or are incomplete: "
                        + (credentials.ofRole()
                                ? "raise <durationSeconds>, or assume the role again right before this goal"
                                : "get new ones, then run the build again")));
    }

    private List<String> onUnknownKey() {
        return List.of(
                credentials.ofRole()
                        ? "check that STS and S3 belong to the same server: <endpointUrl>, <stsEndpointUrl>,"
                                + " <s3EndpointUrl>"
                        : "check the access key ID from " + credentials.source()
                                + ": it is unknown or inactive, or belongs to another server than <s3EndpointUrl>",
                "an opt-in region may not be enabled for the account: try another <region>");
    }
}
