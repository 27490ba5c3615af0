package io.github.assumerole.aws.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionFactory;

/**
 * Connections through a proxy that requires a login. The SDK's own client never sends it for HTTPS: the JDK removes it
 * from the CONNECT request, since Basic is disabled there for the whole JVM (jdk.http.auth.tunneling.disabledSchemes).
 * Maven's downloads send it, and so do these connections, without a JVM-wide option.
 */
final class ProxyAuthConnectionFactory implements UrlConnectionFactory {
    private final ProxyConfiguration route;
    private final Duration connectTimeout;
    private final Duration readTimeout;
    private final SSLSocketFactory tunnels;

    /** @param tls creates the connections inside of the tunnel */
    ProxyAuthConnectionFactory(
            ProxyConfiguration route, Duration connectTimeout, Duration readTimeout, SSLSocketFactory tls) {
        this.route = route;
        this.connectTimeout = connectTimeout;
        this.readTimeout = readTimeout;
        // One for all connections: the JDK reuses connections of the same factory only.
        this.tunnels = new ConnectTunnelSocketFactory(tls, route.host(), route.port(), login());
    }

    @Override
    public HttpURLConnection createConnection(URI uri) {
        try {
            HttpURLConnection connection = open(uri);
            connection.setConnectTimeout(Math.toIntExact(connectTimeout.toMillis()));
            connection.setReadTimeout(Math.toIntExact(readTimeout.toMillis()));
            return connection;
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    private HttpURLConnection open(URI uri) throws IOException {
        if (goesDirect(uri)) {
            return (HttpURLConnection) uri.toURL().openConnection();
        }
        if (uri.getScheme().equalsIgnoreCase("https")) {
            HttpsURLConnection connection = (HttpsURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
            connection.setSSLSocketFactory(tunnels);
            return connection;
        }
        Proxy proxy = new Proxy(Proxy.Type.HTTP, new InetSocketAddress(route.host(), route.port()));
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection(proxy);
        connection.setRequestProperty("Proxy-Authorization", login());
        return connection;
    }

    private boolean goesDirect(URI uri) {
        return route.nonProxyHosts().stream().anyMatch(uri.getHost().toLowerCase(Locale.ROOT)::matches);
    }

    private String login() {
        byte[] login = (route.username() + ":" + route.password()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(login);
    }
}
