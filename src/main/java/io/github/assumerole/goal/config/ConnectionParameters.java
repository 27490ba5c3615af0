package io.github.assumerole.goal.config;

import io.github.assumerole.aws.AwsConnection;
import io.github.assumerole.aws.AwsEndpoints;
import io.github.assumerole.aws.CallLimits;
import io.github.assumerole.role.BaseCredentialsSource;
import io.github.assumerole.role.HttpProxy;
import io.github.assumerole.text.ConfigurationProblems;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The parameters that describe a connection, as the POM or the command line has them. */
public record ConnectionParameters(
        String region,
        String endpointUrl,
        String stsEndpointUrl,
        String s3EndpointUrl,
        int connectTimeoutSeconds,
        int callTimeoutSeconds,
        int maxAttempts) {

    private static final Pattern REGION = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    /** Plain HTTP, but not to this machine. */
    private static final Pattern UNENCRYPTED = Pattern.compile(
            "http://(?:[^/@]*@)?+(?!(localhost|127(\\.[0-9]{1,3}){3}|\\[::1])([:/]|$))", Pattern.CASE_INSENSITIVE);

    private static final String EXAMPLE = "https://s3.example.com:9000";
    private static final int MAX_PORT = 65_535;
    private static final int MAX_CONNECT_SECONDS = 300;
    private static final int MAX_CALL_SECONDS = 900;
    private static final int MAX_ATTEMPTS = 10;

    AwsConnection read(
            ConfigurationProblems problems,
            BaseCredentialsSource origin,
            AwsEndpoints endpoints,
            Optional<HttpProxy> proxy) {
        return new AwsConnection(
                origin,
                problems.optional("region", region, ConnectionParameters::region),
                endpoints,
                new CallLimits(
                        seconds(problems, "connectTimeoutSeconds", connectTimeoutSeconds, MAX_CONNECT_SECONDS),
                        seconds(problems, "callTimeoutSeconds", callTimeoutSeconds, MAX_CALL_SECONDS),
                        problems.between("maxAttempts", maxAttempts, 1, MAX_ATTEMPTS)),
                proxy);
    }

    /** @param profile the parameter {@code profile}, whose endpoints count if no other is set */
    public AwsEndpoints endpoints(ConfigurationProblems problems, String profile) {
        Optional<URI> both = problems.optional("endpointUrl", endpointUrl, ConnectionParameters::endpoint);
        Optional<URI> sts = problems.optional("stsEndpointUrl", stsEndpointUrl, ConnectionParameters::endpoint);
        Optional<URI> s3 = problems.optional("s3EndpointUrl", s3EndpointUrl, ConnectionParameters::endpoint);
        return new AwsEndpoints(
                sts.or(() -> both),
                s3.or(() -> both),
                Optional.ofNullable(profile).filter(name -> !name.isBlank()));
    }

    /**
     * Those that use plain HTTP and are not on this machine; scheme, host and port, since a URL may contain a password.
     */
    static List<String> unencrypted(AwsEndpoints endpoints) {
        return endpoints.custom().stream()
                .filter(uri -> UNENCRYPTED.matcher(uri.toString()).lookingAt() && uri.getHost() != null)
                .map(uri -> "http://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()))
                .toList();
    }

    /** As configured, however wrong that may be. */
    Duration connectTimeout() {
        return Duration.ofSeconds(connectTimeoutSeconds);
    }

    /** As configured, however wrong that may be. */
    Duration callTimeout() {
        return Duration.ofSeconds(callTimeoutSeconds);
    }

    private static Duration seconds(ConfigurationProblems problems, String parameter, int value, int max) {
        return Duration.ofSeconds(problems.between(parameter, value, 1, max));
    }

    /** @throws IllegalArgumentException when no region is called so; the message reads on after a parameter */
    static String region(String text) {
        if (!REGION.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not the name of a region; expected one like eu-central-1");
        }
        return text;
    }

    private static URI endpoint(String text) {
        if (text.chars().anyMatch(c -> "@?#".indexOf(c) >= 0)) {
            // Looked at first, and not repeated: what stands before the @ may be a password.
            throw new IllegalArgumentException(
                    "has a user, a query or a fragment, expected scheme, host, port and path alone, as in " + EXAMPLE);
        }
        URI uri = parse(text);
        boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        if (!http || uri.getHost() == null) {
            throw wrongEndpoint(text);
        }
        if (uri.getPort() == 0 || uri.getPort() > MAX_PORT) {
            throw new IllegalArgumentException(
                    "'" + text + "' has the port " + uri.getPort() + ", expected 1 to " + MAX_PORT);
        }
        return uri;
    }

    private static URI parse(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException wrong) {
            throw wrongEndpoint(text);
        }
    }

    private static IllegalArgumentException wrongEndpoint(String text) {
        return new IllegalArgumentException(
                "'" + text + "' is not an http or https URL with a host; expected one like " + EXAMPLE);
    }
}
