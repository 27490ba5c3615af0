package io.github.assumerole.aws.http;

import io.github.assumerole.aws.AwsConnection;
import io.github.assumerole.aws.CallLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkGlobalTime;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * Calls an operation of a service whose client we do not ship: signed, sent and retried as the SDK does, with the
 * limits and the proxy of a connection.
 *
 * @param service the name that signatures contain
 * @param errors reads the error of a response
 */
public record SignedCall(
        AwsConnection connection,
        AwsCredentials credentials,
        String service,
        String region,
        Errors errors,
        Clock clock) {
    private static final int MAX_BODY = 1 << 20;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

    /** A wrong clock invalidates signatures if it is off by minutes. */
    private static final Duration MIN_SKEW = Duration.ofMinutes(4);

    /** The format of the errors of a service. */
    public interface Errors {
        /** Code and message; null where the response has none. */
        AwsErrorDetails read(SdkHttpResponse response, String body);
    }

    /**
     * Sends a request without a body.
     *
     * @param exchange records the last attempt
     * @return the body of the response
     * @throws SdkException if the call fails; {@link AwsError} reads it
     */
    public String send(SdkHttpRequest request, HttpExchange exchange) {
        long end = System.nanoTime() + connection.limits().callTimeout().toNanos();
        Clock now = Clock.offset(clock, Duration.ofSeconds(-SdkGlobalTime.getGlobalTimeOffset()));
        boolean corrected = false;
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(signed(request, now), exchange, end);
            } catch (SdkException failure) {
                // Only to decide on a retry: its text, which can quote secrets, is not used.
                AwsError error = AwsError.of(failure, exchange, List.of(), now);
                boolean isSkewed = !corrected && isSkewed(error);
                if (attempt >= connection.limits().maxAttempts() || !(isSkewed || error.isTransient())) {
                    throw failure;
                }
                if (isSkewed) {
                    now = Clock.offset(now, error.clockOffset().orElseThrow().negated());
                    corrected = true;
                } else {
                    pause(attempt, end, failure);
                }
            }
        }
    }

    private static boolean isSkewed(AwsError error) {
        return error.kind() == AwsError.Kind.SERVICE_ERROR
                && error.clockOffset()
                        .filter(offset -> offset.abs().compareTo(MIN_SKEW) > 0)
                        .isPresent();
    }

    private SdkHttpRequest signed(SdkHttpRequest request, Clock now) {
        return SdkCall.make(() -> AwsV4HttpSigner.create()
                .sign(sign -> sign.request(request)
                        .identity(credentials)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(AwsV4HttpSigner.SIGNING_CLOCK, now))
                .request());
    }

    private String attempt(SdkHttpRequest request, HttpExchange exchange, long end) {
        CallLimits limits = connection.limits();
        Duration left = Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime()));
        exchange.sent(request);
        try (SdkHttpClient client = UrlConnectionHttpClient.create(new HttpConnections(
                connection.network(),
                new CallLimits(shorter(limits.connectTimeout(), left), left, limits.maxAttempts())))) {
            ExecutableHttpRequest executable = client.prepareRequest(execution(request));
            // A read has a time limit, but a slow server can make many.
            Thread timer = abortAfter(left, executable);
            try {
                HttpExecuteResponse response = executable.call();
                exchange.received(response.httpResponse());
                String body = body(response, end);
                if (response.httpResponse().isSuccessful()) {
                    return body;
                }
                throw AwsServiceException.builder()
                        .statusCode(response.httpResponse().statusCode())
                        .requestId(response.httpResponse()
                                .firstMatchingHeader("x-amzn-requestid")
                                .orElse(null))
                        .awsErrorDetails(errors.read(response.httpResponse(), body))
                        .build();
            } finally {
                timer.interrupt();
            }
        } catch (IOException failure) {
            throw failed(failure, end);
        } catch (SdkException failure) {
            throw failure;
        } catch (RuntimeException failure) {
            // The JDK throws some for a connection that is closed meanwhile.
            throw failed(new IOException(AwsError.words(failure), failure), end);
        }
    }

    private static SdkException failed(IOException failure, long end) {
        return System.nanoTime() >= end
                ? ApiCallTimeoutException.builder()
                        .message("the call did not complete in time")
                        .cause(failure)
                        .build()
                : SdkClientException.create(AwsError.words(failure), failure);
    }

    /** A thread that ends with the call, and not one of the JDK, which would stay. */
    private static Thread abortAfter(Duration delay, ExecutableHttpRequest request) {
        Thread timer = new Thread(
                () -> {
                    try {
                        Thread.sleep(delay.toMillis());
                        request.abort();
                    } catch (InterruptedException completed) {
                        // In time.
                    }
                },
                "assume-role call timeout");
        timer.setDaemon(true);
        timer.start();
        return timer;
    }

    private static HttpExecuteRequest execution(SdkHttpRequest request) {
        HttpExecuteRequest.Builder execution = HttpExecuteRequest.builder().request(request);
        return request.method() == SdkHttpMethod.POST
                ? execution
                        .request(request.toBuilder()
                                .putHeader("Content-Length", "0")
                                .build())
                        .contentStreamProvider(() -> new ByteArrayInputStream(new byte[0]))
                        .build()
                : execution.build();
    }

    private static String body(HttpExecuteResponse response, long end) throws IOException {
        if (response.responseBody().isEmpty()) {
            return "";
        }
        try (AbortableInputStream in = response.responseBody().get()) {
            return read(in, end);
        }
    }

    private static String read(InputStream in, long end) throws IOException {
        byte[] body = new byte[MAX_BODY];
        int length = 0;
        while (length < body.length) {
            int more = in.read(body, length, body.length - length);
            if (more < 0) {
                break;
            }
            length += more;
            if (System.nanoTime() >= end) {
                throw new IOException("the response is too slow");
            }
        }
        return new String(body, 0, length, StandardCharsets.UTF_8);
    }

    private static void pause(int attempt, long end, SdkException failure) {
        long most = Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << attempt);
        long millis = ThreadLocalRandom.current().nextLong(most);
        if (System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis) >= end) {
            throw failure;
        }
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw AbortedException.create("interrupted", interrupted);
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
