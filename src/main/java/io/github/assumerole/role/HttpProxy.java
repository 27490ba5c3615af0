package io.github.assumerole.role;

import io.github.assumerole.text.Glob;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An HTTP proxy.
 *
 * @param login the credentials of the proxy, if it requires any
 * @param nonProxyHosts hosts, or hosts and ports, that are called directly; an asterisk matches any text
 * @param source the setting that configures the proxy, as in "set by HTTPS_PROXY"
 */
public record HttpProxy(String host, int port, Optional<Login> login, List<String> nonProxyHosts, String source) {
    private static final Pattern LOOPBACK =
            Pattern.compile("(.+\\.)?localhost\\.?|127(\\.[0-9]{1,3}){3}|\\[(0{0,4}:){1,7}:?0{0,3}1]");

    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    public HttpProxy {
        nonProxyHosts = nonProxyHosts.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Whether a server is called directly; a server of this machine always is. */
    boolean isBypassedFor(URI server) {
        // The JDK knows no host of a URL such as https://my_server.
        String name = Optional.ofNullable(server.getHost()).orElse("").toLowerCase(Locale.ROOT);
        String nameAndPort = name + ":" + port(server);
        return LOOPBACK.matcher(name).matches()
                || nonProxyHosts.stream().anyMatch(it -> Glob.matches(it, name) || Glob.matches(it, nameAndPort));
    }

    private static int port(URI server) {
        int standard = server.getScheme().equalsIgnoreCase("https") ? HTTPS : HTTP;
        return server.getPort() < 0 ? standard : server.getPort();
    }

    /** The proxy as logs and errors name it. */
    public String description() {
        return "the proxy " + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + ", set by " + source;
    }

    /** A user of the proxy. */
    public record Login(String user, Secret password) {}

    /** A proxy rejected a connection. Not an IOException, which the SDK would retry. */
    public static final class ProxyRejectedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final int status;

        /** @param line the status line of the response */
        public ProxyRejectedException(int status, String line) {
            super(line);
            this.status = status;
        }

        public int status() {
            return status;
        }
    }
}
