package io.github.assumerole.aws;

import io.github.assumerole.role.AccessFailed;
import io.github.assumerole.role.AssumeRoleRequest;
import io.github.assumerole.role.Caller;
import io.github.assumerole.role.ExternalId;
import io.github.assumerole.role.PolicyArn;
import io.github.assumerole.role.RoleAssumer;
import io.github.assumerole.role.Secret;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.role.SessionPolicy;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.PolicyDescriptorType;

/** Assumes roles by calling STS. */
final class StsRoleAssumer implements RoleAssumer {
    private static final Pattern CALLER = Pattern.compile("User: (arn:[^ ]+) is not authorized");
    private static final Pattern ACCOUNT = Pattern.compile("arn:[^:]+:sts::([0-9]{12}):.*");

    private final AwsConnection connection;
    private final SigningRegion regions;
    private final Clock clock;

    StsRoleAssumer(AwsConnection connection, SigningRegion regions, Clock clock) {
        this.connection = connection;
        this.regions = regions;
        this.clock = clock;
    }

    @Override
    public SessionCredentials assume(AssumeRoleRequest request) {
        String attempt = "Cannot assume " + request.role() + " as " + request.sessionName();
        Region region = regions.within(request.role().partition());
        BaseCredentials base = BaseCredentials.discover(connection.profile(), attempt);
        Wire wire = new Wire();
        try (StsClient sts = new Clients(connection).sts(base.credentials(), region, wire)) {
            try {
                AssumeRoleResponse answer = call(sts, request);
                if (!isWhole(answer)) {
                    throw failed(
                            attempt,
                            SdkFailure.noSense(wire, base.credentials()),
                            new StsAdvice(request, base.source(), Optional.empty()));
                }
                return read(answer, request, region);
            } catch (SdkException exception) {
                SdkFailure failure = SdkFailure.of(exception, wire, base.credentials(), clock);
                throw failed(attempt, failure, new StsAdvice(request, base.source(), caller(failure, sts)));
            }
        }
    }

    private static AssumeRoleResponse call(StsClient sts, AssumeRoleRequest request) {
        return sts.assumeRole(call -> call.roleArn(request.role().toString())
                .roleSessionName(request.sessionName().value())
                .durationSeconds((int) request.duration().toSeconds())
                .externalId(request.externalId().map(ExternalId::value).orElse(null))
                .policy(request.policy().map(SessionPolicy::json).orElse(null))
                .policyArns(request.policyArns().isEmpty() ? null : descriptors(request.policyArns())));
    }

    private static List<PolicyDescriptorType> descriptors(List<PolicyArn> arns) {
        return arns.stream()
                .map(arn -> PolicyDescriptorType.builder().arn(arn.value()).build())
                .toList();
    }

    /** The SDK makes an answer of anything that is XML, and leaves out what it does not find. */
    private static boolean isWhole(AssumeRoleResponse answer) {
        return answer.credentials() != null
                && answer.assumedRoleUser() != null
                && answer.credentials().expiration() != null
                && Stream.of(
                                answer.credentials().accessKeyId(),
                                answer.credentials().secretAccessKey(),
                                answer.credentials().sessionToken(),
                                answer.assumedRoleUser().arn())
                        .allMatch(BaseCredentials::isPlain);
    }

    private static SessionCredentials read(AssumeRoleResponse answer, AssumeRoleRequest request, Region region) {
        String assumedRoleArn = answer.assumedRoleUser().arn();
        Matcher account = ACCOUNT.matcher(assumedRoleArn);
        return new SessionCredentials(
                answer.credentials().accessKeyId(),
                Secret.of(answer.credentials().secretAccessKey()),
                Secret.of(answer.credentials().sessionToken()),
                answer.credentials().expiration(),
                assumedRoleArn,
                account.matches()
                        ? Optional.of(account.group(1))
                        : request.role().accountId(),
                region.id());
    }

    /** Who was refused: STS says so itself, or tells when asked, which needs no permission. */
    private static Optional<Caller> caller(SdkFailure failure, StsClient sts) {
        if (failure.code().filter(code -> code.startsWith("AccessDenied")).isEmpty()) {
            return Optional.empty();
        }
        Matcher named = CALLER.matcher(failure.message().orElse(""));
        if (named.find()) {
            return Optional.of(new Caller(named.group(1), Optional.empty()));
        }
        return CallerIdentity.ask(sts);
    }

    private static AccessFailed failed(String attempt, SdkFailure failure, StsAdvice advice) {
        return new AccessFailed(
                attempt,
                failure.sentence("STS") + advice.caller(),
                advice.on(failure),
                failure.network().orElse(null));
    }
}
