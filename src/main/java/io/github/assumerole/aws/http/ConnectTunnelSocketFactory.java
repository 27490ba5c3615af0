package io.github.assumerole.aws.http;

import io.github.assumerole.role.HttpProxy;
import io.github.assumerole.role.HttpProxy.ProxyRejectedException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocketFactory;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Creates TLS connections inside of a tunnel through a proxy, with a login if it has one. */
final class ConnectTunnelSocketFactory extends SSLSocketFactory {
    /** More than any proxy sends before the tunnel is open. */
    private static final int MAX_RESPONSE = 64 * 1024;

    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] (\\d{3}).*");
    private static final int SERVER_ERROR = 500;
    private static final int TOO_MANY_REQUESTS = 429;

    private final SSLSocketFactory tls;
    private final HttpProxy proxy;

    /** @param tls creates the connections inside of the tunnel */
    ConnectTunnelSocketFactory(SSLSocketFactory tls, HttpProxy proxy) {
        this.tls = tls;
        this.proxy = proxy;
    }

    /** The value of the header Proxy-Authorization. */
    static Optional<String> authorization(HttpProxy proxy) {
        return proxy.login()
                .map(login -> login.user() + ":" + login.password().reveal())
                .map(text -> "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Not connected yet: HttpsURLConnection connects it, then adds TLS by the next method. */
    @Override
    public Socket createSocket() {
        return new TunnelSocket();
    }

    @Override
    public Socket createSocket(Socket tunnel, String server, int serverPort, boolean autoClose) throws IOException {
        return tls.createSocket(tunnel, server, serverPort, autoClose);
    }

    @Override
    public Socket createSocket(String server, int serverPort) throws IOException {
        Socket tunnel = createSocket();
        tunnel.connect(InetSocketAddress.createUnresolved(server, serverPort));
        return createSocket(tunnel, server, serverPort, true);
    }

    @Override
    public Socket createSocket(InetAddress server, int serverPort) throws IOException {
        return createSocket(server.getHostName(), serverPort);
    }

    /** Ignores the local address: the tunnel starts at the proxy. */
    @Override
    public Socket createSocket(String server, int serverPort, InetAddress local, int localPort) throws IOException {
        return createSocket(server, serverPort);
    }

    @Override
    public Socket createSocket(InetAddress server, int serverPort, InetAddress local, int localPort)
            throws IOException {
        return createSocket(server, serverPort);
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return tls.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return tls.getSupportedCipherSuites();
    }

    /** A connection to the proxy, which {@code connect} turns into one to the server. */
    private final class TunnelSocket extends Socket {
        @Override
        public void connect(SocketAddress server) throws IOException {
            connect(server, 0);
        }

        @Override
        public void connect(SocketAddress server, int timeout) throws IOException {
            super.connect(new InetSocketAddress(proxy.host(), proxy.port()), timeout);
            try {
                setSoTimeout(timeout);
                requestTunnel((InetSocketAddress) server);
                expectOpen(firstLineOfResponse());
                setSoTimeout(0);
            } catch (IOException | SdkClientException failed) {
                close();
                throw failed;
            }
        }

        private void requestTunnel(InetSocketAddress server) throws IOException {
            // The host name unresolved: the proxy resolves it.
            String there = server.getHostString() + ":" + server.getPort();
            String login = authorization(proxy)
                    .map(value -> "Proxy-Authorization: " + value + "\r\n")
                    .orElse("");
            String request = "CONNECT " + there + " HTTP/1.1\r\nHost: " + there + "\r\n" + login + "\r\n";
            getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        }

        /** Reads byte by byte: what follows the empty line belongs to the tunnel. */
        private String firstLineOfResponse() throws IOException {
            InputStream in = getInputStream();
            StringBuilder response = new StringBuilder();
            while (response.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0 || response.length() >= MAX_RESPONSE) {
                    throw new EOFException("the proxy closed the connection, or is not a proxy");
                }
                response.append((char) next);
            }
            return response.substring(0, response.indexOf("\r\n"));
        }

        private void expectOpen(String status) throws IOException {
            Matcher line = STATUS_LINE.matcher(status);
            if (!line.matches()) {
                throw new IOException("the proxy answered \"" + status + "\", which is not HTTP");
            }
            int code = Integer.parseInt(line.group(1));
            if (code >= SERVER_ERROR || code == TOO_MANY_REQUESTS) {
                throw new IOException("the proxy answered \"" + status + "\"");
            }
            if (code / 100 != 2) {
                // As the cause, because the SDK replaces its own exceptions.
                throw SdkClientException.create(status, new ProxyRejectedException(code, status));
            }
        }
    }
}
