package io.github.assumerole.aws.http;

import io.github.assumerole.aws.AwsConnection;
import io.github.assumerole.role.HttpProxy;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** Creates the SDK's HTTP clients, each with its proxy. */
final class ProxiedHttp {
    private final Optional<HttpProxy> proxy;
    private final Duration connectTimeout;
    private final Duration readTimeout;

    ProxiedHttp(AwsConnection connection) {
        this.proxy = connection.proxy();
        this.connectTimeout = connection.limits().connectTimeout();
        this.readTimeout = connection.limits().callTimeout();
    }

    /**
     * Creates a client.
     *
     * @param endpoint the custom endpoint, if there is one
     */
    SdkHttpClient.Builder<UrlConnectionHttpClient.Builder> to(Optional<URI> endpoint) {
        ProxyConfiguration route = ProxyRoute.of(proxy, endpoint);
        if (route.host() == null || route.username() == null || route.password() == null) {
            return UrlConnectionHttpClient.builder()
                    .connectionTimeout(connectTimeout)
                    .socketTimeout(readTimeout)
                    .proxyConfiguration(route);
        }
        ProxyAuthConnectionFactory connections = new ProxyAuthConnectionFactory(
                route, connectTimeout, readTimeout, HttpsURLConnection.getDefaultSSLSocketFactory());
        return defaults -> UrlConnectionHttpClient.create(connections);
    }
}
