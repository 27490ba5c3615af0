package io.github.assumerole.role;

import io.github.assumerole.aws.AwsConnection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An HTTP proxy. Types of the JDK only, as in {@link AwsConnection}.
 *
 * @param login the credentials of the proxy, if it requires any
 * @param nonProxyHosts hosts that are called directly; an asterisk matches any text
 */
public record HttpProxy(String host, int port, Optional<Login> login, List<String> nonProxyHosts) {

    public HttpProxy {
        Objects.requireNonNull(host);
        Objects.requireNonNull(login);
        nonProxyHosts = List.copyOf(nonProxyHosts);
    }

    /** A user of the proxy. */
    public record Login(String user, Secret password) {
        public Login {
            Objects.requireNonNull(user);
            Objects.requireNonNull(password);
        }
    }
}
