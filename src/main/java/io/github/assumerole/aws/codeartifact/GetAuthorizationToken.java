package io.github.assumerole.aws.codeartifact;

import io.github.assumerole.aws.AwsConnection;
import io.github.assumerole.aws.credentials.BaseCredentials;
import io.github.assumerole.aws.http.AwsError;
import io.github.assumerole.aws.http.HttpExchange;
import io.github.assumerole.aws.http.SdkCall;
import io.github.assumerole.aws.http.SignedCall;
import io.github.assumerole.codeartifact.AuthorizationTokens;
import io.github.assumerole.codeartifact.CodeArtifactDomain;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.Secret;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.text.JsonReader;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Calls GetAuthorizationToken. */
public record GetAuthorizationToken(AwsConnection connection, Clock clock) implements AuthorizationTokens {
    /** As long as the session of the caller: otherwise the token would outlive it. */
    private static final String UNTIL_SESSION_EXPIRES = "0";

    @Override
    public Secret request(SessionCredentials session, CodeArtifactDomain domain) {
        BaseCredentials credentials = BaseCredentials.of(session);
        HttpExchange exchange = new HttpExchange(connection.network());
        try {
            SdkHttpRequest request = SdkCall.make(() -> request(domain));
            String body = new SignedCall(
                            connection,
                            credentials.credentials(),
                            "codeartifact",
                            domain.region(),
                            RestJsonErrors::read,
                            clock)
                    .send(request, exchange);
            return token(body)
                    .orElseThrow(
                            () -> failed(session, domain, AwsError.invalidResponse(exchange, credentials.secrets())));
        } catch (SdkException failure) {
            throw failed(session, domain, AwsError.of(failure, exchange, credentials.secrets(), clock));
        }
    }

    private SdkHttpRequest request(CodeArtifactDomain domain) {
        URI endpoint = connection.endpoints().codeArtifact().orElseGet(() -> endpointOf(domain.region()));
        String path = endpoint.getRawPath() == null ? "" : endpoint.getRawPath().replaceFirst("/$", "");
        SdkHttpRequest.Builder request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(endpoint)
                .encodedPath(path + "/v1/authorization-token")
                .appendRawQueryParameter("domain", domain.name())
                .appendRawQueryParameter("duration", UNTIL_SESSION_EXPIRES);
        domain.owner().ifPresent(owner -> request.appendRawQueryParameter("domain-owner", owner));
        return request.build();
    }

    private static URI endpointOf(String region) {
        return URI.create(
                "https://codeartifact." + region + ".amazonaws.com" + (region.startsWith("cn-") ? ".cn" : ""));
    }

    /** Empty if the response has none, or one that cannot be sent as a password. */
    private static Optional<Secret> token(String body) {
        try {
            return JsonReader.strings(body).getOrDefault("authorizationToken", List.of()).stream()
                    .filter(BaseCredentials::isPlain)
                    .findFirst()
                    .map(Secret::of);
        } catch (IllegalArgumentException noJson) {
            return Optional.empty();
        }
    }

    private static AwsAccessException failed(SessionCredentials session, CodeArtifactDomain domain, AwsError failure) {
        return failure.exception(
                "Cannot get an authorization token for the CodeArtifact domain " + domain,
                failure.sentence("CodeArtifact") + "\nThe caller is " + session.assumedRoleArn() + ".",
                new CodeArtifactAdvice(session, domain).on(failure));
    }
}
