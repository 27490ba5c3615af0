package io.github.assumerole.aws.sts;

import io.github.assumerole.aws.AwsConnection;
import io.github.assumerole.aws.BuildServices;
import io.github.assumerole.aws.credentials.BaseCredentials;
import io.github.assumerole.aws.credentials.KeyAdvice;
import io.github.assumerole.aws.http.AwsError;
import io.github.assumerole.aws.http.Clients;
import io.github.assumerole.aws.http.HttpExchange;
import io.github.assumerole.aws.http.SdkCall;
import io.github.assumerole.role.AssumeRoleRequest;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.Caller;
import io.github.assumerole.role.ExternalId;
import io.github.assumerole.role.MfaSerial;
import io.github.assumerole.role.Secret;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.role.SessionPolicy;
import io.github.assumerole.role.SessionTags;
import io.github.assumerole.role.SourceIdentity;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.PolicyDescriptorType;
import software.amazon.awssdk.services.sts.model.Tag;

/** One call of AssumeRole with given credentials: one step of role chaining. */
record AssumeRoleCall(AwsConnection connection, Region region, BuildServices services) {
    private static final Pattern CALLER = Pattern.compile("User: (arn:[^ ]+) is not authorized");

    /**
     * Calls AssumeRole.
     *
     * @param attempt what the call is for; starts the message of a failure
     */
    SessionCredentials make(AssumeRoleRequest request, BaseCredentials base, String attempt) {
        Optional<Secret> code =
                request.caller().mfa().map(device -> services.codes().codeOf(device.value()));
        List<Secret> sent =
                Stream.concat(base.secrets().stream(), code.stream()).toList();
        HttpExchange exchange = new HttpExchange(connection.network());
        try (StsClient sts = new Clients(connection).sts(base.credentials(), region, exchange)) {
            try {
                AssumeRoleResponse response = SdkCall.make(() -> call(sts, request, code));
                return AssumeRoleResponses.read(
                                response.credentials(),
                                response.assumedRoleUser(),
                                request,
                                region,
                                exchange.evidence(response, base.source()))
                        .orElseThrow(() -> failed(
                                attempt,
                                AwsError.invalidResponse(exchange, sent),
                                new StsAdvice(request, KeyAdvice.of(base), Optional.empty())));
            } catch (SdkException exception) {
                AwsError failure = AwsError.of(exception, exchange, sent, services.clock());
                throw failed(attempt, failure, new StsAdvice(request, KeyAdvice.of(base), caller(failure, sts)));
            }
        } catch (SdkException noClient) {
            AwsError failure = AwsError.of(noClient, exchange, sent, services.clock());
            throw failed(attempt, failure, new StsAdvice(request, KeyAdvice.of(base), Optional.empty()));
        }
    }

    private static AssumeRoleResponse call(StsClient sts, AssumeRoleRequest request, Optional<Secret> code) {
        SessionTags tags = request.session().tags();
        return sts.assumeRole(call -> call.roleArn(request.role().toString())
                .roleSessionName(request.sessionName().value())
                .durationSeconds((int) request.duration().toSeconds())
                .externalId(
                        request.session().externalId().map(ExternalId::value).orElse(null))
                .policy(request.session()
                        .policies()
                        .inline()
                        .map(SessionPolicy::json)
                        .orElse(null))
                .policyArns(descriptors(request))
                .sourceIdentity(request.caller()
                        .sourceIdentity()
                        .map(SourceIdentity::value)
                        .orElse(null))
                .tags(unlessEmpty(tags.tags().entrySet(), AssumeRoleCall::tag))
                .transitiveTagKeys(unlessEmpty(tags.transitiveKeys(), key -> key))
                .serialNumber(request.caller().mfa().map(MfaSerial::value).orElse(null))
                .tokenCode(code.map(Secret::reveal).orElse(null)));
    }

    /** The SDK sends an empty list as a parameter without members, which differs from sending no parameter. */
    private static <T, R> List<R> unlessEmpty(Collection<T> values, Function<T, R> translation) {
        return values.isEmpty() ? null : values.stream().map(translation).toList();
    }

    static List<PolicyDescriptorType> descriptors(AssumeRoleRequest request) {
        return unlessEmpty(
                request.session().policies().managed(),
                arn -> PolicyDescriptorType.builder().arn(arn.value()).build());
    }

    private static Tag tag(Map.Entry<String, String> tag) {
        return Tag.builder().key(tag.getKey()).value(tag.getValue()).build();
    }

    /** Who was denied: named by the error, else by GetCallerIdentity, which needs no permission. */
    private static Optional<Caller> caller(AwsError failure, StsClient sts) {
        if (failure.code().filter(code -> code.startsWith("AccessDenied")).isEmpty()) {
            return Optional.empty();
        }
        Matcher named = CALLER.matcher(failure.message().orElse(""));
        return named.find() ? Optional.of(new Caller(named.group(1), Optional.empty())) : CallerIdentity.find(sts);
    }

    private static AwsAccessException failed(String attempt, AwsError failure, StsAdvice advice) {
        return failure.exception(attempt, failure.sentence("STS") + advice.callerSentence(), advice.on(failure));
    }
}
