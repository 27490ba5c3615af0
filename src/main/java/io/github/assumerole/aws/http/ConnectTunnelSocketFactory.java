package io.github.assumerole.aws.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocketFactory;

/** Creates TLS connections inside of a tunnel through a proxy with a login. */
final class ConnectTunnelSocketFactory extends SSLSocketFactory {
    /** More than any proxy sends before the tunnel is open. */
    private static final int MAX_RESPONSE = 64 * 1024;

    private final SSLSocketFactory tls;
    private final String host;
    private final int port;
    private final String login;

    /** @param login the value of the header Proxy-Authorization */
    ConnectTunnelSocketFactory(SSLSocketFactory tls, String host, int port, String login) {
        this.tls = tls;
        this.host = host;
        this.port = port;
        this.login = login;
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
            super.connect(new InetSocketAddress(host, port), timeout);
            try {
                setSoTimeout(timeout);
                requestTunnel((InetSocketAddress) server);
                expectOpen(firstLineOfResponse());
                setSoTimeout(0);
            } catch (IOException closed) {
                close();
                throw closed;
            }
        }

        private void requestTunnel(InetSocketAddress server) throws IOException {
            // The host name unresolved: the proxy resolves it.
            String there = server.getHostString() + ":" + server.getPort();
            String request = "CONNECT " + there + " HTTP/1.1\r\nHost: " + there + "\r\nProxy-Authorization: " + login
                    + "\r\n\r\n";
            getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        }

        /** Reads byte by byte: what follows the empty line belongs to the tunnel. */
        private String firstLineOfResponse() throws IOException {
            InputStream in = getInputStream();
            StringBuilder response = new StringBuilder();
            while (response.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0 || response.length() >= MAX_RESPONSE) {
                    throw new EOFException(
                            "the proxy " + host + ":" + port + " closed the connection, or is not a proxy");
                }
                response.append((char) next);
            }
            return response.substring(0, response.indexOf("\r\n"));
        }

        private void expectOpen(String status) throws IOException {
            if (!status.matches("HTTP/1\\.[01] 2\\d\\d.*")) {
                throw new IOException(
                        "the proxy " + host + ":" + port + " rejected the tunnel with \"" + status + "\"");
            }
        }
    }
}
