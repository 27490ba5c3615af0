package io.github.assumerole.aws;

import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;

/** What to try when a service was not reached, or did not understand us, whatever was asked of it. */
final class ConnectionAdvice {
    /** AWS refuses a signature that is 15 minutes off, some servers one of 5; less than that is never the reason. */
    private static final Duration NOTABLE_OFFSET = Duration.ofMinutes(5);

    private static final String RUN_AGAIN =
            "the service is in trouble or has too many requests: run the build again, or raise <maxAttempts>";

    private ConnectionAdvice() {}

    static List<String> on(SdkFailure failure, String endpointParameter) {
        return switch (failure.kind()) {
            case TIMEOUT ->
                List.of(
                        "check the network and its proxy from this machine",
                        "give it longer: <callTimeoutSeconds> bounds the call with its repetitions, <connectTimeoutSeconds> the"
                                + " connection");
            case NO_SENSE -> onNoSense(failure, endpointParameter);
            case NOT_SENT, NO_ANSWER -> onNoAnswer(failure, endpointParameter);
            case REFUSED -> onUnexpected(failure, endpointParameter);
        };
    }

    private static List<String> onNoAnswer(SdkFailure failure, String endpointParameter) {
        if (failure.network().filter(UnknownHostException.class::isInstance).isPresent()) {
            return List.of(
                    "check the spelling of <region>, and of <endpointUrl> or <" + endpointParameter + "> if set",
                    "check that this machine resolves names of the internet, or set its proxy");
        }
        if (failure.network().filter(SSLException.class::isInstance).isPresent()) {
            return List.of(
                    "if the server's certificate is of a private CA, give the JVM a truststore: -Djavax.net.ssl.trustStore",
                    "check that the endpoint really speaks https");
        }
        return List.of(
                "check that the endpoint is right and up: <endpointUrl>, <" + endpointParameter
                        + ">, or AWS_ENDPOINT_URL in the environment",
                "check the network and its proxy from this machine");
    }

    private static List<String> onNoSense(SdkFailure failure, String endpointParameter) {
        List<String> advice = new ArrayList<>();
        if (failure.isOfBusyServer()) {
            advice.add(RUN_AGAIN);
        }
        if (failure.hasStatus(407)) {
            advice.add("a proxy on the way wants a user and a password: check the proxy settings of this machine");
        }
        advice.add(
                "something between this machine and AWS may have answered instead, such as a proxy with a login page");
        advice.add("check <endpointUrl> and <" + endpointParameter + ">, and AWS_ENDPOINT_URL in the environment");
        return advice;
    }

    /** The SDK corrects a wrong clock and asks again, if it may; what is refused then has another reason. */
    static List<String> onSignature(SdkFailure failure, String source) {
        if (failure.says("signature expired") || failure.says("signature not yet current")) {
            return onClock(failure);
        }
        List<String> advice = new ArrayList<>(List.of(
                "check the secret access key from " + source + ": it does not belong to the key id",
                "a proxy that rewrites requests breaks their signature, too"));
        advice.addAll(onNotableClock(failure));
        return advice;
    }

    /** Only when the clock is so far off that it may be the reason of a refusal that tells none. */
    static List<String> onNotableClock(SdkFailure failure) {
        return failure.clockOffset()
                .filter(offset -> offset.abs().compareTo(NOTABLE_OFFSET) >= 0)
                .map(offset -> onClock(failure))
                .orElseGet(List::of);
    }

    static List<String> onClock(SdkFailure failure) {
        return List.of("set this machine's clock: it is "
                + failure.clockOffset()
                        .map(offset ->
                                words(offset.abs()) + (offset.isNegative() ? " behind" : " ahead of") + " the server's")
                        .orElse("too far from the server's"));
    }

    static List<String> onUnexpected(SdkFailure failure, String endpointParameter) {
        if (failure.isOfBusyServer()) {
            return List.of(RUN_AGAIN);
        }
        return List.of("check that the endpoint is the right one: <endpointUrl>, <" + endpointParameter
                + ">, <region>, or AWS_ENDPOINT_URL in the environment");
    }

    private static String words(Duration offset) {
        return offset.toMinutes() + " min " + offset.toSecondsPart() + " s";
    }
}
