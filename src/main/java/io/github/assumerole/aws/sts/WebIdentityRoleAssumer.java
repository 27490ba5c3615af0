package io.github.assumerole.aws.sts;

import io.github.assumerole.aws.AwsConnection;
import io.github.assumerole.aws.credentials.SigningRegion;
import io.github.assumerole.aws.http.AwsError;
import io.github.assumerole.aws.http.Clients;
import io.github.assumerole.aws.http.HttpExchange;
import io.github.assumerole.oidc.TokenClaims;
import io.github.assumerole.oidc.WebIdentity;
import io.github.assumerole.role.AssumeRoleRequest;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.IdentityToken;
import io.github.assumerole.role.RoleAssumer;
import io.github.assumerole.role.Secret;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.role.SessionPolicy;
import io.github.assumerole.text.ConfigurationProblems;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityResponse;
import software.amazon.awssdk.services.sts.model.PolicyDescriptorType;

/** Assumes roles with an OIDC ID token, without AWS credentials. */
public record WebIdentityRoleAssumer(AwsConnection connection, SigningRegion regions, IdentityToken token, Clock clock)
        implements RoleAssumer {
    @Override
    public SessionCredentials assume(AssumeRoleRequest request) {
        rejectUnsupported(request);
        return new Exchange(request, regions.within(request.role().partition())).make();
    }

    /** No configured value is ignored silently. */
    private static void rejectUnsupported(AssumeRoleRequest request) {
        Set<String> configured = new HashSet<>();
        request.session().externalId().ifPresent(id -> configured.add("externalId"));
        request.caller().sourceIdentity().ifPresent(identity -> configured.add("sourceIdentity"));
        request.caller().mfa().ifPresent(device -> configured.add("mfaSerial"));
        if (!request.session().tags().tags().isEmpty()) {
            configured.add("sessionTags");
        }
        ConfigurationProblems problems = new ConfigurationProblems();
        WebIdentity.rejectUnsupported(problems, configured);
        problems.throwIfAny();
    }

    /** One request with one token, which the SDK's retries send again. */
    private final class Exchange {
        private final AssumeRoleRequest request;
        private final Region region;
        private final Secret sent = token.fetch();
        private final HttpExchange exchange = new HttpExchange();

        private Exchange(AssumeRoleRequest request, Region region) {
            this.request = request;
            this.region = region;
        }

        private SessionCredentials make() {
            AwsCredentials anonymous = AnonymousCredentialsProvider.create().resolveCredentials();
            try (StsClient sts = new Clients(connection).sts(anonymous, region, exchange)) {
                AssumeRoleWithWebIdentityResponse response = call(sts);
                return AssumeRoleResponses.read(
                                response.credentials(),
                                response.assumedRoleUser(),
                                request,
                                region,
                                exchange.evidence(response, token.source()))
                        .orElseThrow(() -> failed(AwsError.invalidResponse(exchange, List.of(sent))));
            } catch (SdkException exception) {
                throw failed(AwsError.of(exception, exchange, List.of(sent), clock));
            }
        }

        private AssumeRoleWithWebIdentityResponse call(StsClient sts) {
            return sts.assumeRoleWithWebIdentity(
                    call -> call.roleArn(request.role().toString())
                            .roleSessionName(request.sessionName().value())
                            .durationSeconds((int) request.duration().toSeconds())
                            .policy(request.session()
                                    .policies()
                                    .inline()
                                    .map(SessionPolicy::json)
                                    .orElse(null))
                            .policyArns(request.session().policies().managed().isEmpty() ? null : descriptors())
                            .webIdentityToken(sent.reveal()));
        }

        private List<PolicyDescriptorType> descriptors() {
            return request.session().policies().managed().stream()
                    .map(arn -> PolicyDescriptorType.builder().arn(arn.value()).build())
                    .toList();
        }

        private AwsAccessException failed(AwsError failure) {
            WebIdentityAdvice advice = new WebIdentityAdvice(request, token.source(), TokenClaims.of(sent));
            return failure.exception(
                    "Cannot assume " + request.role() + " as " + request.sessionName(),
                    failure.sentence("STS") + advice.tokenSentence(),
                    advice.on(failure));
        }
    }
}
