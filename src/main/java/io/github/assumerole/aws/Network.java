package io.github.assumerole.aws;

import io.github.assumerole.aws.http.HttpConnections;
import io.github.assumerole.role.HttpProxies;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/**
 * How servers are reached.
 *
 * @param trust the certificate authorities of servers; empty for those of the JVM
 */
public record Network(HttpProxies proxies, Optional<CaBundle> trust) {
    /** Opens connections to servers that are not called by the SDK. */
    public Function<URI, HttpURLConnection> connections(CallLimits limits) {
        return new HttpConnections(this, limits)::createConnection;
    }
}
