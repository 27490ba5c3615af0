package io.github.assumerole.aws.s3;

import io.github.assumerole.aws.AwsConnection;
import io.github.assumerole.aws.Network;
import io.github.assumerole.aws.credentials.BaseCredentials;
import io.github.assumerole.aws.http.AwsError;
import io.github.assumerole.aws.http.Clients;
import io.github.assumerole.aws.http.HttpExchange;
import io.github.assumerole.aws.http.HttpExchanges;
import io.github.assumerole.aws.http.SdkCall;
import io.github.assumerole.bucket.CallEvidence;
import java.io.Closeable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Calls S3 from any number of threads with one client, to reuse its connections. The first call creates the client. */
public final class S3Calls implements Closeable {
    private final Clients clients;
    private final BaseCredentials credentials;
    private final Region region;
    private final boolean customEndpoint;
    private final Duration timeout;
    private final Clock clock;
    private final HttpExchanges exchanges = new HttpExchanges();
    private S3Client client;

    public S3Calls(AwsConnection connection, BaseCredentials credentials, String region, Clock clock) {
        this.clients = new Clients(connection);
        this.customEndpoint = connection.endpoints().hasCustomS3();
        this.timeout = connection.limits().callTimeout();
        this.credentials = credentials;
        this.region = Region.of(region);
        this.clock = clock;
    }

    /** The default region; that of the client. */
    Region region() {
        return region;
    }

    /**
     * Makes one call.
     *
     * @param there the region that is called
     */
    <T> S3Response<T> call(String api, Region there, Function<S3Client, T> operation) {
        return call(api, there, new HttpExchange(network()), operation);
    }

    /** The same with an exchange that reads the body. */
    <T> S3Response<T> call(String api, Region there, HttpExchange exchange, Function<S3Client, T> operation) {
        try {
            T value = exchanges.recorded(exchange, () -> SdkCall.make(() -> operation.apply(client())));
            return response(api, there, Optional.of(value), Optional.empty(), exchange);
        } catch (SdkException exception) {
            AwsError failure = AwsError.of(exception, exchange, credentials.secrets(), clock);
            return response(api, there, Optional.empty(), Optional.of(failure), exchange);
        }
    }

    /** Calls the presumed region of a bucket; if S3 names another region, that one as well, but no third. */
    <T> S3Response<T> callBucketRegion(Optional<String> presumed, Function<Region, S3Response<T>> call) {
        Region first = presumed.filter(S3Response::isRegion).map(Region::of).orElse(region);
        S3Response<T> response = call.apply(first);
        return response.elsewhere().map(call).orElse(response);
    }

    /** The same result as a failure, for a response that lacks a required part. */
    <T> S3Response<T> invalidResponse(S3Response<?> response) {
        AwsError failure = AwsError.invalidResponse(response.exchange(), credentials.secrets());
        return response(
                response.evidence().api(),
                response.region(),
                Optional.empty(),
                Optional.of(failure),
                response.exchange());
    }

    private <T> S3Response<T> response(
            String api, Region there, Optional<T> value, Optional<AwsError> failure, HttpExchange exchange) {
        CallEvidence evidence = new CallEvidence(
                api,
                exchange.status(),
                failure.flatMap(AwsError::code),
                Optional.of(there.id()),
                exchange.header(S3Response.REQUEST_ID_HEADER).map(id -> AwsError.quoted(id, credentials.secrets())));
        return new S3Response<>(evidence, there, value, failure, exchange);
    }

    /** The value; a failure if the response has none. */
    <T> S3Response<T> required(S3Response<Optional<T>> response) {
        Optional<T> value = response.value().orElse(Optional.empty());
        return value.isEmpty() && response.failure().isEmpty()
                ? invalidResponse(response)
                : new S3Response<>(
                        response.evidence(), response.region(), value, response.failure(), response.exchange());
    }

    /** The time limit of a call. */
    Duration timeout() {
        return timeout;
    }

    Instant now() {
        return clock.instant();
    }

    /** The network of the client. */
    Network network() {
        return clients.connection().network();
    }

    /** Whether the endpoint is a custom one, of an S3-compatible server. */
    boolean hasCustomEndpoint() {
        return customEndpoint;
    }

    BaseCredentials credentials() {
        return credentials;
    }

    private synchronized S3Client client() {
        if (client == null) {
            client = clients.s3(credentials.credentials(), region, exchanges);
        }
        return client;
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
            client = null;
        }
    }
}
