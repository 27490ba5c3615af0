package io.github.assumerole.aws.http;

import io.github.assumerole.aws.AwsConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** Creates the SDK's HTTP clients, each with its proxy. */
record ProxiedHttp(AwsConnection connection) {
    /**
     * Creates a client.
     *
     * @param endpoint the custom endpoint, if there is one
     */
    SdkHttpClient.Builder<UrlConnectionHttpClient.Builder> to(Optional<URI> endpoint) {
        ProxyConfiguration route = ProxyRoute.of(connection.proxy(), endpoint);
        Duration connectTimeout = connection.limits().connectTimeout();
        Duration readTimeout = connection.limits().callTimeout();
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
