package io.github.assumerole.aws.http;

import static java.util.function.Predicate.not;

import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.HttpProxy;
import io.github.assumerole.role.HttpProxy.ProxyRejectedException;
import io.github.assumerole.role.Secret;
import io.github.assumerole.text.Printable;
import java.io.IOException;
import java.net.HttpRetryException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * A failed call, read once from the SDK's exception and the HTTP exchange.
 *
 * @param kind whether the service returned an error, nothing was sent, there was no response, or the response was
 *     invalid
 * @param code the service's error code; S3-compatible servers often omit it
 * @param status the HTTP status; empty without a response
 * @param message the service's message without secrets; that of the SDK if nothing was sent
 * @param clockOffset how far this machine's clock is ahead of the server's, by the Date header of the response
 * @param proxy the proxy that the request went through
 * @param caBundle the file with the certificate authorities that the client trusts; empty for those of the JVM
 * @param network the network exception, if there is one
 */
public record AwsError(
        Kind kind,
        Optional<String> code,
        Optional<Integer> status,
        Optional<String> requestId,
        Optional<String> message,
        Optional<URI> endpoint,
        Optional<String> contentType,
        Optional<Duration> clockOffset,
        Optional<HttpProxy> proxy,
        Optional<Path> caBundle,
        Optional<IOException> network) {

    private static final int MAX_MESSAGE = 600;
    private static final Set<String> DENIALS = Set.of("AccessDenied", "AllAccessDisabled");
    private static final Set<String> THROTTLING =
            Set.of("SlowDown", "Throttling", "ThrottlingException", "RequestLimitExceeded", "TooManyRequestsException");

    public enum Kind {
        SERVICE_ERROR,
        NOT_SENT,
        NO_RESPONSE,
        REJECTED_BY_PROXY,
        TIMEOUT,
        INVALID_RESPONSE
    }

    /**
     * Reads an exception.
     *
     * @param sent the secrets of the request, which must not be printed
     */
    public static AwsError of(SdkException exception, HttpExchange exchange, List<Secret> sent, Clock clock) {
        // Without a body there is no code: the SDK invents one.
        Optional<AwsErrorDetails> details = exception instanceof AwsServiceException service && !exchange.isHead()
                ? Optional.ofNullable(service.awsErrorDetails())
                : Optional.empty();
        Optional<IOException> network = causes(exception)
                .filter(IOException.class::isInstance)
                .map(IOException.class::cast)
                .findFirst();
        Optional<ProxyRejectedException> rejection = rejection(exception, network, exchange);
        UnaryOperator<String> quoted = text -> quoted(text, sent);
        Optional<String> code = details.map(AwsErrorDetails::errorCode)
                .filter(not(String::isBlank))
                .map(quoted);
        Kind kind = rejection.isPresent() ? Kind.REJECTED_BY_PROXY : kind(exception, code, network, exchange);
        return new AwsError(
                kind,
                code,
                rejection.map(ProxyRejectedException::status).or(exchange::status),
                requestId(exception, exchange).map(quoted),
                rejection
                        .map(AwsError::words)
                        .or(() -> kind == Kind.NOT_SENT
                                ? Optional.of(words(exception))
                                : details.map(AwsErrorDetails::errorMessage))
                        .filter(not(String::isBlank))
                        .map(quoted),
                exchange.endpoint(),
                exchange.header("Content-Type").map(quoted),
                exchange.header("Date").flatMap(date -> offset(date, clock)),
                exchange.proxy(),
                exchange.caBundle(),
                network);
    }

    /** A response with a success status that lacks a required part. */
    public static AwsError invalidResponse(HttpExchange exchange, List<Secret> sent) {
        return new AwsError(
                Kind.INVALID_RESPONSE,
                Optional.empty(),
                exchange.status(),
                Optional.empty(),
                Optional.empty(),
                exchange.endpoint(),
                exchange.header("Content-Type").map(type -> quoted(type, sent)),
                Optional.empty(),
                exchange.proxy(),
                exchange.caBundle(),
                Optional.empty());
    }

    /** What came back, as one sentence. */
    public String sentence(String service) {
        String where = endpoint.map(URI::toString).orElse("the endpoint of " + service)
                + proxy.map(it -> " (through " + it.description() + ")").orElse("");
        return switch (kind) {
            case TIMEOUT -> where + " did not answer in time.";
            case NOT_SENT ->
                "nothing could be sent to " + where
                        + message.map(words -> ": \"" + words + "\"").orElse(".");
            case NO_RESPONSE ->
                "no response from " + where + ": "
                        + network.map(AwsError::describe).orElse("the connection was closed") + ".";
            case REJECTED_BY_PROXY ->
                proxy.map(it -> it.description() + ",").orElse("a proxy") + " rejected the request to "
                        + endpoint.map(URI::toString).orElse(service)
                        + message.map(words -> ": \"" + words + "\"").orElse(".");
            case INVALID_RESPONSE ->
                where + " returned a response that is not valid for " + service + ", or is incomplete (HTTP "
                        + status.map(String::valueOf).orElse("?") + ", "
                        + contentType.map(type -> "content type " + type).orElse("no content type") + ").";
            case SERVICE_ERROR -> serviceError(service, where);
        };
    }

    private String serviceError(String service, String where) {
        List<String> facts = new ArrayList<>();
        facts.add(code.orElse("no error code"));
        status.ifPresent(number -> facts.add("HTTP " + number));
        requestId.ifPresent(id -> facts.add("request " + id));
        facts.add("endpoint " + where);
        return service + " answered " + String.join(", ", facts)
                + message.map(text -> ": \"" + text + "\"").orElse(".");
    }

    public boolean hasStatus(int wanted) {
        return status.filter(actual -> actual == wanted).isPresent();
    }

    /** Whether the server fails or throttles; an unsupported call (501) is neither. */
    boolean isOfBusyServer() {
        return status.filter(actual -> actual >= 500 && actual != 501 || actual == 429)
                        .isPresent()
                || code.filter(THROTTLING::contains).isPresent();
    }

    /** Whether no trusted authority issued the server's certificate. */
    boolean isOfUnknownAuthority() {
        List<Throwable> causes = network.stream().flatMap(AwsError::causes).toList();
        return causes.stream()
                        .anyMatch(cause -> cause instanceof CertPathBuilderException
                                || cause instanceof CertPathValidatorException)
                && causes.stream()
                        .noneMatch(cause -> cause instanceof CertificateExpiredException
                                || cause instanceof CertificateNotYetValidException);
    }

    /** Whether the same call can succeed later. */
    public boolean isTransient() {
        boolean brokeOff = kind == Kind.INVALID_RESPONSE && network.isPresent();
        return kind == Kind.TIMEOUT || kind == Kind.NO_RESPONSE || brokeOff || isOfBusyServer();
    }

    /** The exception for this failure, transient if the failure is. */
    public AwsAccessException exception(String attempted, String cameBack, List<String> advice) {
        return new AwsAccessException(attempted, cameBack, advice, isTransient(), network.orElse(null));
    }

    /** Whether a permission is missing. Some servers deny without a code, and so does HEAD everywhere. */
    public boolean isDenial() {
        return kind == Kind.SERVICE_ERROR && code.map(DENIALS::contains).orElseGet(() -> hasStatus(403));
    }

    public boolean says(String words) {
        return message.filter(text -> text.toLowerCase(Locale.ROOT).contains(words))
                .isPresent();
    }

    /** The message of an exception in one line; its type if it has none. */
    public static String words(Throwable failure) {
        return Optional.ofNullable(failure.getMessage())
                .map(AwsError::firstLine)
                .orElse(failure.getClass().getSimpleName());
    }

    /** The first line of an untrusted text, shortened and without control characters. */
    private static String firstLine(String text) {
        String line = text.strip().lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", " ");
        return line.length() <= MAX_MESSAGE ? line : line.substring(0, MAX_MESSAGE) + "...";
    }

    private static Kind kind(
            SdkException exception, Optional<String> code, Optional<IOException> network, HttpExchange exchange) {
        if (exception instanceof AwsServiceException) {
            // Services respond with XML; some S3-compatible servers send errors without a body, and so without a type.
            boolean xml = exchange.header("Content-Type").orElse("xml").contains("xml");
            return xml || code.isPresent() ? Kind.SERVICE_ERROR : Kind.INVALID_RESPONSE;
        }
        if (exception instanceof ApiCallTimeoutException
                || network.filter(SocketTimeoutException.class::isInstance).isPresent()) {
            return Kind.TIMEOUT;
        }
        if (exchange.endpoint().isEmpty() && network.isEmpty()) {
            return Kind.NOT_SENT;
        }
        // JDK 17 reports a truncated response as invalid, JDK 25 as a network failure.
        return exchange.status().isPresent() ? Kind.INVALID_RESPONSE : Kind.NO_RESPONSE;
    }

    /** Of a tunnel for HTTPS, or by the status that only proxies return. */
    private static Optional<ProxyRejectedException> rejection(
            SdkException exception, Optional<IOException> network, HttpExchange exchange) {
        // The JDK cannot repeat a streamed body with the login, and throws.
        Optional<Integer> status = network.filter(HttpRetryException.class::isInstance)
                .map(retry -> ((HttpRetryException) retry).responseCode())
                .or(exchange::status);
        return causes(exception)
                .filter(ProxyRejectedException.class::isInstance)
                .map(ProxyRejectedException.class::cast)
                .findFirst()
                .or(() -> status.filter(code -> code == HttpURLConnection.HTTP_PROXY_AUTH)
                        .map(code -> new ProxyRejectedException(code, "HTTP 407 Proxy Authentication Required")));
    }

    private static Optional<String> requestId(SdkException exception, HttpExchange exchange) {
        return Optional.ofNullable(exception instanceof AwsServiceException service ? service.requestId() : null)
                .or(() -> exchange.header("x-amz-request-id"))
                .filter(id -> !id.isBlank());
    }

    private static Stream<Throwable> causes(Throwable exception) {
        return Stream.iterate(exception, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }

    private static String describe(IOException failure) {
        if (failure instanceof UnknownHostException) {
            return "unknown host " + firstLine(failure.getMessage());
        }
        return failure instanceof SSLException ? "TLS failed, " + words(failure) : words(failure);
    }

    private static Optional<Duration> offset(String date, Clock clock) {
        try {
            ZonedDateTime theirs = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(Duration.between(theirs.toInstant(), clock.instant()));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * A server's text, safe to print. Some servers quote the canonical request with the token if a signature is wrong;
     * masked before it is shortened, since part of a token is still a secret.
     */
    public static String quoted(String text, List<Secret> sent) {
        return Printable.of(firstLine(new SecretMask(sent).mask(text)));
    }
}
