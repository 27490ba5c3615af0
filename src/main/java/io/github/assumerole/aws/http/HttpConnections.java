package io.github.assumerole.aws.http;

import io.github.assumerole.aws.CaBundle;
import io.github.assumerole.aws.CallLimits;
import io.github.assumerole.aws.Network;
import io.github.assumerole.role.HttpProxies;
import io.github.assumerole.role.HttpProxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import software.amazon.awssdk.http.urlconnection.UrlConnectionFactory;

/**
 * The connections of one client. The SDK's own never send the login of a proxy for HTTPS: the JDK removes it from the
 * CONNECT request, since Basic is disabled there for the whole JVM (jdk.http.auth.tunneling.disabledSchemes). They also
 * choose the proxy before they know the server, and read the trust store for plain HTTP, too.
 */
public final class HttpConnections implements UrlConnectionFactory {
    private final HttpProxies proxies;
    private final Optional<CaBundle> trust;
    private final Duration connectTimeout;
    private final Duration readTimeout;

    /** One for all connections: the JDK reuses connections of the same factory only. */
    private SSLSocketFactory tls;

    private SSLSocketFactory tunnels;

    public HttpConnections(Network network, CallLimits limits) {
        this.proxies = network.proxies();
        this.trust = network.trust();
        this.connectTimeout = limits.connectTimeout();
        this.readTimeout = limits.callTimeout();
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
        Optional<HttpProxy> proxy = proxies.to(uri);
        if (uri.getScheme().equalsIgnoreCase("https")) {
            HttpsURLConnection connection = (HttpsURLConnection)
                    (proxy.isPresent() ? uri.toURL().openConnection(Proxy.NO_PROXY) : openDirect(uri));
            connection.setSSLSocketFactory(proxy.isPresent() ? tunnels(proxy.get()) : tls());
            return connection;
        }
        if (proxy.isEmpty()) {
            return openDirect(uri);
        }
        HttpURLConnection connection = (HttpURLConnection) uri.toURL()
                .openConnection(new Proxy(
                        Proxy.Type.HTTP,
                        new InetSocketAddress(proxy.get().host(), proxy.get().port())));
        ConnectTunnelSocketFactory.authorization(proxy.get())
                .ifPresent(login -> connection.setRequestProperty("Proxy-Authorization", login));
        return connection;
    }

    /** Without any HTTP proxy, the JVM's own settings apply, such as those of a SOCKS proxy. */
    private HttpURLConnection openDirect(URI uri) throws IOException {
        return (HttpURLConnection)
                (proxies.configuredFor(uri).isPresent()
                        ? uri.toURL().openConnection(Proxy.NO_PROXY)
                        : uri.toURL().openConnection());
    }

    private synchronized SSLSocketFactory tunnels(HttpProxy proxy) throws IOException {
        if (tunnels == null) {
            tunnels = new ConnectTunnelSocketFactory(tls(), proxy);
        }
        return tunnels;
    }

    /** Not that of HttpsURLConnection, which another plugin can replace for the whole JVM. */
    private synchronized SSLSocketFactory tls() throws IOException {
        if (tls == null) {
            try {
                SSLContext context = trust.isPresent() ? trust.get().context() : SSLContext.getDefault();
                tls = context.getSocketFactory();
            } catch (NoSuchAlgorithmException unusable) {
                // The trust store of the JVM cannot be read.
                throw new IOException(unusable.getMessage(), unusable);
            }
        }
        return tls;
    }
}
