package io.github.assumerole.goal.config;

import io.github.assumerole.aws.AwsEndpoints;
import io.github.assumerole.aws.profile.SharedFilesCache;
import io.github.assumerole.export.PlainHttp;
import io.github.assumerole.text.ConfigurationProblems;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Parameters of custom endpoints. */
public record EndpointParameters(
        Optional<String> endpointUrl, Optional<String> stsEndpointUrl, Optional<String> s3EndpointUrl) {
    private static final String EXAMPLE = "https://s3.example.com:9000";
    private static final int MAX_PORT = 65_535;

    /**
     * @param profile the parameter {@code profile}, whose endpoints are used if no other is set
     * @param files where the profile is
     */
    public AwsEndpoints read(ConfigurationProblems problems, Optional<String> profile, SharedFilesCache files) {
        Optional<URI> all = problems.optional("endpointUrl", endpointUrl, EndpointParameters::endpoint);
        Optional<URI> sts = problems.optional("stsEndpointUrl", stsEndpointUrl, EndpointParameters::endpoint);
        Optional<URI> s3 = problems.optional("s3EndpointUrl", s3EndpointUrl, EndpointParameters::endpoint);
        return new AwsEndpoints(all, sts, s3, profile.filter(name -> !name.isBlank()), files);
    }

    /**
     * Those that use plain HTTP and are not on this machine; scheme, host and port, since a URL can contain a password.
     */
    public static List<String> unencrypted(AwsEndpoints endpoints) {
        return endpoints.custom().stream()
                .filter(uri -> PlainHttp.isUsedBy(uri.toString()) && uri.getHost() != null)
                .map(uri -> "http://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()))
                .toList();
    }

    private static URI endpoint(String text) {
        if (text.chars().anyMatch(c -> "@?#".indexOf(c) >= 0)) {
            // Checked first, and not shown, because the text before the @ can be a password.
            throw new IllegalArgumentException(
                    "has a user, a query or a fragment, expected only scheme, host, port and path, as in " + EXAMPLE);
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
