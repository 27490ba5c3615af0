package io.github.assumerole.aws;

import io.github.assumerole.aws.HttpProxy.Login;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;

/** The way of one client to its server: a configured proxy, or the one that the environment names. */
final class ProxyRoute {
    /** As the JDK has it: no proxy can lead to the machine that asks. */
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.*", "[::1]");

    private ProxyRoute() {}

    /**
     * The settings for one client.
     *
     * @param configured comes before all that the environment says
     * @param endpoint the server, when it is not that of AWS, which is asked by https
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

    /** Left alone, this client of the SDK would read HTTP_PROXY only, never HTTPS_PROXY. */
    private static ProxyConfiguration fromEnvironment(Optional<URI> endpoint) {
        ProxyConfiguration asTheSdkDoes = ProxyConfiguration.builder().build();
        if (endpoint.filter(uri -> uri.getScheme().equalsIgnoreCase("http")).isPresent()) {
            return asTheSdkDoes;
        }
        ProxyConfiguration https = ProxyConfiguration.builder().scheme("https").build();
        return https.host() == null ? asTheSdkDoes : https;
    }

    /** The SDK takes regular expressions, and compares them with the host in lower case. */
    private static String regex(String glob) {
        return Stream.of(glob.toLowerCase(Locale.ROOT).split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
    }
}
