package io.github.assumerole.role;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The proxies of a build. The scheme of the server's URL decides which of them is used.
 *
 * @param http for servers that are called by HTTP
 * @param https for servers that are called by HTTPS
 */
public record HttpProxies(Optional<HttpProxy> http, Optional<HttpProxy> https) {
    public static final HttpProxies NONE = new HttpProxies(Optional.empty(), Optional.empty());

    /** These, and for a scheme without a proxy those of another source. */
    public HttpProxies orElse(Supplier<HttpProxies> others) {
        if (http.isPresent() && https.isPresent()) {
            return this;
        }
        HttpProxies other = others.get();
        return new HttpProxies(http.or(other::http), https.or(other::https));
    }

    /** The proxy that is configured for the scheme of a server, also if the server bypasses it. */
    public Optional<HttpProxy> configuredFor(URI server) {
        return server.getScheme().equalsIgnoreCase("https") ? https : http;
    }

    /** The proxy through which a server is called. */
    public Optional<HttpProxy> to(URI server) {
        return configuredFor(server).filter(proxy -> !proxy.isBypassedFor(server));
    }
}
