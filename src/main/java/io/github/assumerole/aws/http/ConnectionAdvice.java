package io.github.assumerole.aws.http;

import io.github.assumerole.role.HttpProxy;
import java.net.HttpURLConnection;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;

/** What to try if a service is unreachable or its response is unexpected, for any call. */
public final class ConnectionAdvice {
    /** AWS rejects a signature that is 15 minutes off, some servers one of 5; less is never the reason. */
    private static final Duration NOTABLE_OFFSET = Duration.ofMinutes(5);

    private static final String RUN_AGAIN =
            "the service is unavailable or throttles requests: run the build again, or raise <maxAttempts>";

    private static final String LOGIN = "<username> and <password> of the <proxy> in settings.xml, or"
            + " HTTPS_PROXY=http://USER:PASSWORD@HOST:PORT with special characters percent-encoded";

    private static final String INVALID_SETTING =
            "correct or remove the setting of the AWS SDK that the message is about: a variable such as"
                    + " AWS_ENDPOINT_URL or AWS_USE_FIPS_ENDPOINT, its system property (aws.*), or its line in the profile";

    private static final String PRIVATE_CA =
            "if the server's certificate is issued by a private CA, set AWS_CA_BUNDLE to a PEM file with that CA,"
                    + " or configure a truststore for the JVM: -Djavax.net.ssl.trustStore";

    private static final String BYPASS =
            "if the server needs no proxy, name its host in <nonProxyHosts> of settings.xml" + " or in NO_PROXY";

    private ConnectionAdvice() {}

    public static List<String> on(AwsError failure, String endpointParameter) {
        return switch (failure.kind()) {
            case TIMEOUT ->
                List.of(
                        "check the network and its proxy from this machine",
                        "raise <callTimeoutSeconds>, which limits the call with its retries, or"
                                + " <connectTimeoutSeconds>");
            case REJECTED_BY_PROXY -> onRejectionByProxy(failure);
            case INVALID_RESPONSE -> onInvalidResponse(failure, endpointParameter);
            case NOT_SENT -> List.of(INVALID_SETTING);
            case NO_RESPONSE -> onNoResponse(failure, endpointParameter);
            case SERVICE_ERROR -> onUnexpected(failure, endpointParameter);
        };
    }

    private static List<String> onRejectionByProxy(AwsError failure) {
        if (!failure.hasStatus(HttpURLConnection.HTTP_PROXY_AUTH)) {
            return List.of("allow this server in the configuration of the proxy", BYPASS);
        }
        boolean sent = failure.proxy().flatMap(HttpProxy::login).isPresent();
        return List.of(
                sent
                        ? "correct the user and the password of the proxy, which rejected them: " + LOGIN
                        : "set the user and the password of the proxy: " + LOGIN,
                "check that the proxy accepts Basic authentication, the only kind that this plugin supports",
                BYPASS);
    }

    private static List<String> onNoResponse(AwsError failure, String endpointParameter) {
        if (failure.network().filter(UnknownHostException.class::isInstance).isPresent()) {
            return List.of(
                    "check the spelling of <region>, and of <endpointUrl> or <" + endpointParameter + "> if set",
                    "check that this machine can resolve internet host names, or configure its proxy");
        }
        if (failure.isOfUnknownAuthority()) {
            return List.of(failure.caBundle()
                    .map(file -> "add the CA that issued the server's certificate to " + file
                            + ", the file of AWS_CA_BUNDLE or ca_bundle, which replaces the CAs of the JVM")
                    .orElse(PRIVATE_CA));
        }
        if (failure.network().filter(SSLException.class::isInstance).isPresent()) {
            return List.of(PRIVATE_CA, "check that the endpoint uses HTTPS");
        }
        if (failure.proxy().isPresent()) {
            return List.of(
                    "check that " + failure.proxy().get().description() + ", is running and can reach this server",
                    BYPASS);
        }
        return List.of(
                "check that the endpoint is correct and running: <endpointUrl>, <" + endpointParameter
                        + ">, or AWS_ENDPOINT_URL in the environment",
                "check the network and its proxy from this machine");
    }

    private static List<String> onInvalidResponse(AwsError failure, String endpointParameter) {
        List<String> advice = new ArrayList<>();
        if (failure.isOfBusyServer()) {
            advice.add(RUN_AGAIN);
        }
        advice.add(
                "something between this machine and AWS may have responded instead, such as a proxy with a login page");
        advice.add("check <endpointUrl> and <" + endpointParameter + ">, and AWS_ENDPOINT_URL in the environment");
        return advice;
    }

    /** The SDK corrects a wrong clock and retries, if allowed; a rejection after that has another reason. */
    public static List<String> onSignature(AwsError failure, String source) {
        if (failure.says("signature expired") || failure.says("signature not yet current")) {
            return onClock(failure);
        }
        List<String> advice = new ArrayList<>(List.of(
                "check the secret access key from " + source + ": it does not match the access key ID",
                "a proxy that rewrites requests also invalidates their signature"));
        advice.addAll(onNotableClock(failure));
        return advice;
    }

    /** Only if the clock offset is large enough to be the reason of an unexplained rejection. */
    public static List<String> onNotableClock(AwsError failure) {
        return failure.clockOffset()
                .filter(offset -> offset.abs().compareTo(NOTABLE_OFFSET) >= 0)
                .map(offset -> onClock(failure))
                .orElseGet(List::of);
    }

    public static List<String> onClock(AwsError failure) {
        return List.of("set this machine's clock: it is "
                + failure.clockOffset()
                        .map(offset ->
                                words(offset.abs()) + (offset.isNegative() ? " behind" : " ahead of") + " the server's")
                        .orElse("too far from the server's"));
    }

    public static List<String> onUnexpected(AwsError failure, String endpointParameter) {
        if (failure.isOfBusyServer()) {
            return List.of(RUN_AGAIN);
        }
        return List.of("check that the endpoint is correct: <endpointUrl>, <" + endpointParameter
                + ">, <region>, or AWS_ENDPOINT_URL in the environment");
    }

    private static String words(Duration offset) {
        return offset.toMinutes() + " min " + offset.toSecondsPart() + " s";
    }
}
