package io.github.assumerole.aws.sts;

import io.github.assumerole.aws.AwsConnection;
import io.github.assumerole.aws.http.AwsError;
import io.github.assumerole.aws.http.Clients;
import io.github.assumerole.aws.http.HttpExchange;
import io.github.assumerole.aws.http.SdkCall;
import io.github.assumerole.oidc.TokenClaims;
import io.github.assumerole.role.AssumeRoleRequest;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.IdentityToken;
import io.github.assumerole.role.Secret;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.role.SessionPolicy;
import java.time.Clock;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityResponse;

/** One call of AssumeRoleWithWebIdentity with one token, which the SDK's retries send again. */
record WebIdentityCall(AwsConnection connection, Region region, Clock clock) {
    /**
     * Calls AssumeRoleWithWebIdentity.
     *
     * @param attempt what the call is for; starts the message of a failure
     */
    SessionCredentials make(AssumeRoleRequest request, IdentityToken token, String attempt) {
        Secret sent = token.fetch();
        HttpExchange exchange = new HttpExchange(connection.network());
        AwsCredentials anonymous = AnonymousCredentialsProvider.create().resolveCredentials();
        WebIdentityAdvice advice = new WebIdentityAdvice(request, token.source(), TokenClaims.of(sent));
        try (StsClient sts = new Clients(connection).sts(anonymous, region, exchange)) {
            AssumeRoleWithWebIdentityResponse response = SdkCall.make(() -> call(sts, request, sent));
            return AssumeRoleResponses.read(
                            response.credentials(),
                            response.assumedRoleUser(),
                            request,
                            region,
                            exchange.evidence(response, token.source()))
                    .orElseThrow(() -> failed(attempt, AwsError.invalidResponse(exchange, List.of(sent)), advice));
        } catch (SdkException exception) {
            throw failed(attempt, AwsError.of(exception, exchange, List.of(sent), clock), advice);
        }
    }

    private static AssumeRoleWithWebIdentityResponse call(StsClient sts, AssumeRoleRequest request, Secret token) {
        return sts.assumeRoleWithWebIdentity(call -> call.roleArn(request.role().toString())
                .roleSessionName(request.sessionName().value())
                .durationSeconds((int) request.duration().toSeconds())
                .policy(request.session()
                        .policies()
                        .inline()
                        .map(SessionPolicy::json)
                        .orElse(null))
                .policyArns(AssumeRoleCall.descriptors(request))
                .webIdentityToken(token.reveal()));
    }

    private static AwsAccessException failed(String attempt, AwsError failure, WebIdentityAdvice advice) {
        return failure.exception(attempt, failure.sentence("STS") + advice.tokenSentence(), advice.on(failure));
    }
}
