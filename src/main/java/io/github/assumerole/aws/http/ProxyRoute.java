package io.github.assumerole.aws.http;

import io.github.assumerole.role.HttpProxy;
import io.github.assumerole.role.HttpProxy.Login;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;

/** The proxy of one client: the configured one, else that of the environment. */
final class ProxyRoute {
    /** As in the JDK: no proxy for the loopback. */
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.*", "[::1]");

    private ProxyRoute() {}

    /**
     * The proxy configuration of one client.
     *
     * @param configured takes precedence over the environment
     * @param endpoint the custom endpoint; AWS is called by HTTPS
     */
    static ProxyConfiguration of(Optional<HttpProxy> configured, Optional<URI> endpoint) {
        return configured.map(ProxyRoute::through).orElseGet(() -> fromEnvironment(endpoint));
    }

    private static ProxyConfiguration through(HttpProxy proxy) {
        String host = proxy.host().contains(":") ? "[" + proxy.host() + "]" : proxy.host();
        return ProxyConfiguration.builder()
                .endpoint(URI.create("http://" + host + ":" + proxy.port()))
                .username(proxy.login().map(Login::user).orElse(null))
                .password(proxy.login().map(login -> login.password().reveal()).orElse(null))
                .nonProxyHosts(Stream.concat(LOOPBACK.stream(), proxy.nonProxyHosts().stream())
                        .map(ProxyRoute::regex)
                        .collect(Collectors.toSet()))
                .useSystemPropertyValues(false)
                .useEnvironmentVariablesValues(false)
                .build();
    }

    /** By default, this client of the SDK reads HTTP_PROXY only, never HTTPS_PROXY. */
    private static ProxyConfiguration fromEnvironment(Optional<URI> endpoint) {
        ProxyConfiguration asTheSdkDoes = ProxyConfiguration.builder().build();
        if (endpoint.filter(uri -> uri.getScheme().equalsIgnoreCase("http")).isPresent()) {
            return asTheSdkDoes;
        }
        ProxyConfiguration https = ProxyConfiguration.builder().scheme("https").build();
        return https.host() == null ? asTheSdkDoes : https;
    }

    /** The SDK expects regular expressions, and matches them with the host in lower case. */
    private static String regex(String glob) {
        return Stream.of(glob.toLowerCase(Locale.ROOT).split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
    }
}
