package io.github.assumerole.aws;

import io.github.assumerole.role.Secret;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A proxy between us and AWS. Types of the JDK only, as in {@link AwsConnection}.
 *
 * @param login what the proxy asks for, if it does
 * @param nonProxyHosts hosts that are asked directly; an asterisk stands for any text
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
