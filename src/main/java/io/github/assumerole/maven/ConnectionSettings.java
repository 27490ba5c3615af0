package io.github.assumerole.maven;

import io.github.assumerole.aws.AwsConnection;
import io.github.assumerole.aws.HttpProxy;
import io.github.assumerole.role.CredentialOrigin;
import io.github.assumerole.role.Validation;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parameters that describe a connection, as the POM or the command line has them. */
record ConnectionSettings(
        String region,
        String endpointUrl,
        String stsEndpointUrl,
        String s3EndpointUrl,
        int connectTimeoutSeconds,
        int callTimeoutSeconds,
        int maxAttempts) {

    private static final Pattern REGION = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    /** Plain http, but not to this machine. */
    private static final Pattern UNENCRYPTED = Pattern.compile(
            "http://(?:[^/@]*@)?+(?!(localhost|127(\\.[0-9]{1,3}){3}|\\[::1])([:/]|$))", Pattern.CASE_INSENSITIVE);

    private static final String EXAMPLE = "https://s3.example.com:9000";
    private static final int MAX_PORT = 65_535;
    private static final int MAX_CONNECT_SECONDS = 300;
    private static final int MAX_CALL_SECONDS = 900;
    private static final int MAX_ATTEMPTS = 10;

    AwsConnection read(Validation validation, CredentialOrigin origin, Optional<HttpProxy> proxy) {
        Optional<URI> both = validation.optional("endpointUrl", endpointUrl, ConnectionSettings::endpoint);
        Optional<URI> sts = validation.optional("stsEndpointUrl", stsEndpointUrl, ConnectionSettings::endpoint);
        Optional<URI> s3 = validation.optional("s3EndpointUrl", s3EndpointUrl, ConnectionSettings::endpoint);
        return new AwsConnection(
                origin,
                validation.optional("region", region, ConnectionSettings::region),
                sts.or(() -> both),
                s3.or(() -> both),
                seconds(validation, "connectTimeoutSeconds", connectTimeoutSeconds, MAX_CONNECT_SECONDS),
                seconds(validation, "callTimeoutSeconds", callTimeoutSeconds, MAX_CALL_SECONDS),
                validation.between("maxAttempts", maxAttempts, 1, MAX_ATTEMPTS),
                proxy);
    }

    /** Whether STS is a server of the user's own, going by the parameters and the variables that the SDK honours. */
    boolean hasOwnSts(Map<String, String> environment) {
        return isOwn(stsEndpointUrl, environment, "STS");
    }

    /** The same of S3. */
    boolean hasOwnS3(Map<String, String> environment) {
        return isOwn(s3EndpointUrl, environment, "S3");
    }

    /**
     * The endpoints beyond this machine to which all goes unencrypted, the secret keys that STS answers with as well.
     */
    Set<String> unencrypted(Map<String, String> environment) {
        return Stream.of(
                        endpointUrl,
                        stsEndpointUrl,
                        s3EndpointUrl,
                        environment.get("AWS_ENDPOINT_URL"),
                        environment.get("AWS_ENDPOINT_URL_STS"),
                        environment.get("AWS_ENDPOINT_URL_S3"))
                .filter(url -> url != null && UNENCRYPTED.matcher(url.strip()).lookingAt())
                .flatMap(url -> withoutPassword(url.strip()).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Scheme, host and port alone: what stands before an @ may be a password. */
    private static Optional<String> withoutPassword(String url) {
        try {
            URI uri = new URI(url);
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            return Optional.ofNullable(uri.getHost()).map(host -> "http://" + host + port);
        } catch (URISyntaxException refusedLater) {
            return Optional.empty();
        }
    }

    private boolean isOwn(String configured, Map<String, String> environment, String service) {
        return Stream.of(
                        endpointUrl,
                        configured,
                        environment.get("AWS_ENDPOINT_URL"),
                        environment.get("AWS_ENDPOINT_URL_" + service))
                .anyMatch(url -> url != null && !url.isBlank());
    }

    /** As configured, however wrong that may be. */
    Duration connectTimeout() {
        return Duration.ofSeconds(connectTimeoutSeconds);
    }

    /** As configured, however wrong that may be. */
    Duration callTimeout() {
        return Duration.ofSeconds(callTimeoutSeconds);
    }

    private static Duration seconds(Validation validation, String parameter, int value, int max) {
        return Duration.ofSeconds(validation.between(parameter, value, 1, max));
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
