package io.github.assumerole.aws;

import io.github.assumerole.bucket.Evidence;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Puts questions to S3, from any number of threads, with one client for all: its connections are worth keeping. The
 * client is made for the first question.
 */
final class S3Calls implements AutoCloseable {
    private final Clients clients;
    private final BaseCredentials credentials;
    private final Region region;
    private final boolean customEndpoint;
    private final Clock clock;
    private final Wires wires = new Wires();
    private S3Client client;

    S3Calls(AwsConnection connection, BaseCredentials credentials, Region region, Clock clock) {
        this.clients = new Clients(connection);
        this.customEndpoint = connection.endpoints().hasCustomS3();
        this.credentials = credentials;
        this.region = region;
        this.clock = clock;
    }

    /** The region that is asked when nothing speaks for another; the client's own. */
    Region region() {
        return region;
    }

    /**
     * Asks once.
     *
     * @param there which region the question goes to, by its route unless that is the usual one
     */
    <T> S3Answer<T> ask(String api, Region there, Function<S3Client, T> question) {
        Wire wire = new Wire();
        try {
            T value = wires.tap(wire, () -> question.apply(client()));
            return answer(api, there, Optional.of(value), Optional.empty(), wire);
        } catch (SdkException exception) {
            SdkFailure failure = SdkFailure.of(exception, wire, credentials.secrets(), clock);
            return answer(api, there, Optional.empty(), Optional.of(failure), wire);
        }
    }

    /** Asks where a bucket is thought to lie, and when S3 says that it lies elsewhere, there, but not a third time. */
    <T> S3Answer<T> askWhereItLies(Optional<String> presumed, Function<Region, S3Answer<T>> question) {
        Region first = presumed.filter(S3Answer::isRegion).map(Region::of).orElse(region);
        S3Answer<T> answer = question.apply(first);
        return answer.elsewhere().map(question).orElse(answer);
    }

    /** The same answer, once something was found missing in it that every good one has. */
    <T> S3Answer<T> noSense(S3Answer<?> answer) {
        SdkFailure failure = SdkFailure.noSense(answer.wire(), credentials.secrets());
        return answer(answer.evidence().api(), answer.region(), Optional.empty(), Optional.of(failure), answer.wire());
    }

    private <T> S3Answer<T> answer(
            String api, Region there, Optional<T> value, Optional<SdkFailure> failure, Wire wire) {
        Evidence evidence = new Evidence(
                api,
                wire.status(),
                failure.flatMap(SdkFailure::code),
                Optional.of(there.id()),
                wire.header(S3Answer.REQUEST_ID_HEADER).map(id -> SdkFailure.quoted(id, credentials.secrets())));
        return new S3Answer<>(evidence, there, value, failure, wire);
    }

    /** Whether the endpoint is a custom one, of an S3-compatible server. */
    boolean haveCustomEndpoint() {
        return customEndpoint;
    }

    BaseCredentials credentials() {
        return credentials;
    }

    private synchronized S3Client client() {
        if (client == null) {
            client = clients.s3(credentials.credentials(), region, wires);
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
