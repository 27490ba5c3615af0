package io.github.assumerole.aws.sts;

import io.github.assumerole.aws.AwsConnection;
import io.github.assumerole.aws.BuildServices;
import io.github.assumerole.aws.credentials.BaseCredentials;
import io.github.assumerole.aws.credentials.KeyAdvice;
import io.github.assumerole.aws.credentials.Partition;
import io.github.assumerole.aws.http.AwsError;
import io.github.assumerole.aws.http.Clients;
import io.github.assumerole.aws.http.ConnectionAdvice;
import io.github.assumerole.aws.http.HttpExchange;
import io.github.assumerole.aws.http.SdkCall;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Calls GetCallerIdentity. */
public record CallerIdentity(AwsConnection connection, BuildServices services, String region) {
    /** The caller; empty if the call fails, as on some S3-compatible servers. */
    public Optional<Caller> find(BaseCredentials base) {
        try (StsClient sts = new Clients(connection)
                .sts(base.credentials(), Region.of(region), new HttpExchange(connection.network()))) {
            return find(sts);
        } catch (SdkException noClient) {
            return Optional.empty();
        }
    }

    static Optional<Caller> find(StsClient sts) {
        try {
            return read(SdkCall.make(sts::getCallerIdentity));
        } catch (SdkException unknown) {
            return Optional.empty();
        }
    }

    /**
     * The caller, if it is required.
     *
     * @param attempt what it is for; starts the message of a failure
     * @throws AwsAccessException if the server does not return it
     */
    public Caller require(String attempt, BaseCredentials base) {
        HttpExchange exchange = new HttpExchange(connection.network());
        try (StsClient sts = new Clients(connection).sts(base.credentials(), Region.of(region), exchange)) {
            return read(SdkCall.make(sts::getCallerIdentity))
                    .orElseThrow(() -> failed(attempt, AwsError.invalidResponse(exchange, base.secrets()), base));
        } catch (SdkException exception) {
            throw failed(attempt, AwsError.of(exception, exchange, base.secrets(), services.clock()), base);
        }
    }

    private static Optional<Caller> read(GetCallerIdentityResponse response) {
        return Optional.ofNullable(response.arn())
                .map(arn ->
                        new Caller(arn, Optional.ofNullable(response.account()).filter(id -> !id.isEmpty())));
    }

    private AwsAccessException failed(String attempt, AwsError failure, BaseCredentials base) {
        return failure.exception(
                attempt,
                failure.sentence("STS") + "\nThe credentials are from " + base.source() + ".",
                advice(failure, KeyAdvice.of(base), Partition.of(region)));
    }

    private static List<String> advice(AwsError failure, KeyAdvice keys, String partition) {
        List<String> advice = new ArrayList<>();
        if (failure.kind() == AwsError.Kind.SERVICE_ERROR) {
            keys.on(failure, partition).ifPresent(advice::addAll);
        } else {
            advice.addAll(ConnectionAdvice.on(failure, "stsEndpointUrl"));
        }
        if (advice.isEmpty()) {
            advice.add("the server may not support this call, as some S3-compatible servers do not");
        }
        advice.add("set the full role ARN, which needs no such call: arn:" + partition + ":iam::<account>:role/<name>");
        return advice;
    }
}
