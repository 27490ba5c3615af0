package io.github.assumerole.aws.sts;

import io.github.assumerole.aws.credentials.KeyAdvice;
import io.github.assumerole.aws.http.AwsError;
import io.github.assumerole.aws.http.ConnectionAdvice;
import io.github.assumerole.role.AssumeRoleRequest;
import io.github.assumerole.role.Caller;
import io.github.assumerole.role.MfaSerial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What to try if AssumeRole failed. */
record StsAdvice(AssumeRoleRequest request, KeyAdvice keys, Optional<Caller> caller) {
    private static final Pattern SESSION = Pattern.compile("arn:[^:]+:sts::([0-9]{12}):assumed-role/([^/]+)/.+");

    /** Who was denied, as a sentence that follows what came back. */
    String callerSentence() {
        return caller.map(who -> "\nThe caller is " + who.arn() + ", with credentials from " + keys.source() + ".")
                .orElse("\nThe caller is unknown; its credentials are from " + keys.source() + ".");
    }

    List<String> on(AwsError failure) {
        return failure.kind() == AwsError.Kind.SERVICE_ERROR
                ? onError(failure)
                : ConnectionAdvice.on(failure, "stsEndpointUrl");
    }

    private List<String> onError(AwsError failure) {
        return keys.on(failure, request.role().partition()).orElseGet(() -> onRequest(failure));
    }

    /** The credentials are valid; the request was denied. */
    private List<String> onRequest(AwsError failure) {
        return switch (failure.code().orElse("")) {
            case "AccessDenied", "AccessDeniedException" -> onAccessDenied(failure);
            case "RegionDisabledException", "RegionDisabled" ->
                List.of("activate STS for this region in the caller's account (IAM console, account settings), or"
                        + " set <region> to one"
                        + " that is active");
            case "MalformedPolicyDocument", "MalformedPolicyDocumentException" ->
                List.of("the session policy is valid JSON but not a valid policy: check its Version, and the Effect,"
                        + " Action and Resource of"
                        + " each statement");
            case "PackedPolicyTooLarge", "PackedPolicyTooLargeException" ->
                List.of(
                        "make the session policy smaller: STS packs policy, policyArns and tags together, and the"
                                + " message says by how much the limit is exceeded",
                        "restrict the role's own policy, and remove the session policy");
            case "ValidationError", "ValidationException" -> onValidation(failure);
            case "Throttling", "ThrottlingException", "TooManyRequestsException", "RequestLimitExceeded" ->
                List.of("STS kept throttling requests for all <maxAttempts> attempts: raise <maxAttempts> and"
                        + " <callTimeoutSeconds>, or run the build again");
            default -> onOther(failure);
        };
    }

    private List<String> onAccessDenied(AwsError failure) {
        if (isRoot(failure)) {
            return List.of("root cannot assume a role: use credentials of an IAM user or role instead");
        }
        if (failure.says("multifactorauthentication failed")) {
            if (isSession()) {
                return List.of(
                        "an MFA device belongs to a user, and the caller is a role session, which has none: remove"
                                + " <mfaSerial>, and require MFA where the user assumes the first role");
            }
            return List.of("the code of the MFA device "
                    + request.caller().mfa().map(MfaSerial::value).orElse("")
                    + " is wrong or was already used: wait for the next one, and check that the device belongs to"
                    + " the caller");
        }
        List<String> advice = onOwnRole();
        advice.addAll(onPermissions(failure));
        advice.addAll(List.of(
                "check that the role exists, and that its trust policy names " + nameOfCaller() + " as a principal",
                "check that the caller's own policies allow sts:AssumeRole on " + request.role(),
                request.session().externalId().isPresent()
                        ? "check that <externalId> is the one that the trust policy requires"
                        : "if the trust policy requires sts:ExternalId, set <externalId>: none was sent"));
        if (request.caller().mfa().isEmpty()) {
            advice.add("if the trust policy requires MFA (aws:MultiFactorAuthPresent), set <mfaSerial>, or use"
                    + " credentials obtained with MFA");
        }
        return advice;
    }

    /** A role does not trust itself unless its trust policy says so. */
    private List<String> onOwnRole() {
        boolean own = caller.map(Caller::arn)
                .map(SESSION::matcher)
                .filter(Matcher::matches)
                .filter(session -> request.role()
                        .accountId()
                        .filter(session.group(1)::equals)
                        .isPresent())
                .filter(session -> session.group(2).equals(request.role().name()))
                .isPresent();
        return new ArrayList<>(
                own
                        ? List.of("the caller is already a session of " + request.role() + ": with a <profile> that has"
                                + " this role, remove <roleArn>; otherwise omit assume-role, and set"
                                + " <allowDefaultCredentials> for list-buckets")
                        : List.of());
    }

    private boolean isSession() {
        return caller.map(Caller::arn).filter(SESSION.asMatchPredicate()).isPresent();
    }

    /** For tags and source identity: what STS names, else all that was sent. Sessions pass both on in role chaining. */
    private List<String> onPermissions(AwsError failure) {
        boolean tags = failure.says("sts:tagsession");
        boolean identity = failure.says("sts:setsourceidentity");
        boolean either = tags || identity;
        List<String> advice = new ArrayList<>();
        if (tags || !either && !request.session().tags().tags().isEmpty()) {
            advice.add("sessionTags, including transitive tags of the caller's session, need the permission"
                    + " sts:TagSession, in"
                    + " the role's trust policy and in the caller's own policies");
        }
        if (identity || !either && request.caller().sourceIdentity().isPresent()) {
            advice.add(
                    "sourceIdentity, which is kept across role chaining, needs the permission sts:SetSourceIdentity, in"
                            + " the role's trust policy and in the caller's own policies");
        }
        return advice;
    }

    private boolean isRoot(AwsError failure) {
        return failure.says("root account")
                || caller.filter(who -> who.arn().endsWith(":root")).isPresent();
    }

    /** The caller as a trust policy names it: a policy for a single session is useless to a build. */
    private String nameOfCaller() {
        return caller.map(Caller::arn)
                .map(arn -> SESSION.matcher(arn).replaceFirst("the role $2 of account $1"))
                .orElse("the caller");
    }

    private List<String> onValidation(AwsError failure) {
        if (failure.says("role chaining")) {
            return List.of("role chaining is limited to one hour: set <durationSeconds> to 3600 or less");
        }
        if (failure.says("maxsessionduration")) {
            return List.of("set <durationSeconds> (now " + request.duration().toSeconds()
                    + ") to the role's maximum session duration or less, or raise that maximum in IAM");
        }
        return List.of("the message names the value that STS rejects");
    }

    private List<String> onOther(AwsError failure) {
        if (failure.hasStatus(403)) {
            return onErrorWithoutCode(failure);
        }
        if (failure.hasStatus(400) && failure.code().isEmpty()) {
            return List.of("the server does not say what it rejects: check <roleArn>, <roleSessionName>,"
                    + " <durationSeconds> and the session policy");
        }
        if (failure.hasStatus(404)) {
            return List.of("check that the role " + request.role().name() + " exists, and that the endpoint is an STS"
                    + " endpoint");
        }
        return ConnectionAdvice.onUnexpected(failure, "stsEndpointUrl");
    }

    /**
     * S3-compatible servers return the same error for a wrong clock, key or signature, an expired session and a denied
     * role.
     */
    private List<String> onErrorWithoutCode(AwsError failure) {
        List<String> advice = new ArrayList<>(ConnectionAdvice.onNotableClock(failure));
        advice.addAll(onAccessDenied(failure));
        advice.add("check the access key ID and the secret access key from " + keys.source()
                + ", and that they have not expired: the server gives no reason");
        return advice;
    }
}
