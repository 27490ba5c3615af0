package io.github.assumerole.role;

import java.util.List;
import java.util.Optional;

/**
 * An HTTP proxy.
 *
 * @param login the credentials of the proxy, if it requires any
 * @param nonProxyHosts hosts that are called directly; an asterisk matches any text
 */
public record HttpProxy(String host, int port, Optional<Login> login, List<String> nonProxyHosts) {

    public HttpProxy {
        nonProxyHosts = List.copyOf(nonProxyHosts);
    }

    /** A user of the proxy. */
    public record Login(String user, Secret password) {}
}
