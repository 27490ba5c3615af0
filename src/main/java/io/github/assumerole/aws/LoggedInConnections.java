package io.github.assumerole.aws;

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
 * Connections through a proxy that wants a login. The SDK's own never send one for https: the JDK takes it out of the
 * CONNECT request, since the whole JVM has Basic switched off there (jdk.http.auth.tunneling.disabledSchemes). Maven's
 * own downloads do send it, so we do, too, and need no switch of the JVM.
 */
final class LoggedInConnections implements UrlConnectionFactory {
    private final ProxyConfiguration route;
    private final Duration connectTimeout;
    private final Duration readTimeout;
    private final SSLSocketFactory tunnels;

    /** @param tls makes the connections within the tunnel */
    LoggedInConnections(ProxyConfiguration route, Duration connectTimeout, Duration readTimeout, SSLSocketFactory tls) {
        this.route = route;
        this.connectTimeout = connectTimeout;
        this.readTimeout = readTimeout;
        // One for all connections: the JDK reuses a connection for the same factory only.
        this.tunnels = new TunnelSocketFactory(tls, route.host(), route.port(), login());
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
