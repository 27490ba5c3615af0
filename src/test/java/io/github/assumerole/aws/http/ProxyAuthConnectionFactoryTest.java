package io.github.assumerole.aws.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.standin.LocalProxy;
import io.github.assumerole.standin.TlsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;

/** Real TLS through a tunnel that requires a login. */
@Timeout(60)
final class ProxyAuthConnectionFactoryTest {
    private static final Duration BOUND = Duration.ofSeconds(10);
    private static final String LOGIN = "Basic Ym9iOm9wZW4gc2VzYW1l";

    @TempDir
    private static Path folder;

    private static TlsServer aws;

    private final LocalProxy proxy = LocalProxy.to(aws.address(), "bob", "open sesame");

    @BeforeAll
    static void start() throws Exception {
        aws = TlsServer.start("aws.invalid", folder);
    }

    @AfterAll
    static void stop() {
        aws.close();
    }

    @AfterEach
    void close() {
        proxy.close();
    }

    @Test
    void reachesServer() throws IOException {
        assertEquals("/path?query=1", get("https://aws.invalid/path?query=1", connections("open sesame")));
        assertEquals(
                "[Request[method=CONNECT, target=aws.invalid:443, authorization=Optional[" + LOGIN + "]]]",
                proxy.requests().toString());
    }

    @Test
    void reusesTunnel() throws IOException {
        ProxyAuthConnectionFactory connections = connections("open sesame");
        assertEquals("/one", get("https://aws.invalid/one", connections));
        assertEquals("/two", get("https://aws.invalid/two", connections));
        assertEquals(1, proxy.requests().size());
    }

    @Test
    void reportsRejectedLogin() {
        IOException refused = assertThrows(IOException.class, () -> get("https://aws.invalid/", connections("wrong")));
        assertEquals(
                "the proxy 127.0.0.1:" + proxy.port() + " rejected the tunnel with \"HTTP/1.1 407 Proxy"
                        + " Authentication Required\"",
                refused.getMessage());
    }

    @Test
    void verifiesHostName() {
        SSLException refused =
                assertThrows(SSLException.class, () -> get("https://elsewhere.invalid/", connections("open sesame")));
        assertTrue(refused.getMessage().contains("elsewhere.invalid"), refused.getMessage());
    }

    @Test
    void verifiesCertificateChain() {
        SSLSocketFactory ofTheJdk = (SSLSocketFactory) SSLSocketFactory.getDefault();
        assertThrows(
                SSLException.class,
                () -> get("https://aws.invalid/", connections(proxy.port(), "open sesame", BOUND, ofTheJdk)));
    }

    @Test
    void reportsServerThatIsNoProxy() throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture.runAsync(() -> hangUp(listening));
            int port = listening.getLocalPort();
            IOException failed = assertThrows(
                    IOException.class,
                    () -> get("https://aws.invalid/", connections(port, "any", BOUND, aws.trustingClient())));
            assertFalse(failed.getMessage().contains("Basic"), failed.getMessage());
        }
    }

    @Test
    void limitsTimeOfSilentProxy() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ProxyAuthConnectionFactory impatient =
                    connections(silent.getLocalPort(), "any", Duration.ofMillis(200), aws.trustingClient());
            assertThrows(SocketTimeoutException.class, () -> get("https://aws.invalid/", impatient));
        }
    }

    @Test
    void behavesAsSocketFactory() throws IOException {
        SSLSocketFactory tls = aws.trustingClient();
        ConnectTunnelSocketFactory tunnels = new ConnectTunnelSocketFactory(tls, proxy.host(), proxy.port(), LOGIN);
        InetAddress nowhere = InetAddress.getByAddress("aws.invalid", new byte[] {127, 0, 0, 1});

        for (Socket socket : new Socket[] {
            tunnels.createSocket("aws.invalid", 443),
            tunnels.createSocket("aws.invalid", 443, null, 0),
            tunnels.createSocket(nowhere, 443),
            tunnels.createSocket(nowhere, 443, null, 0)
        }) {
            try (socket) {
                socket.getOutputStream().write("GET /x HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                assertEquals(
                        "HTTP/1.1 200 OK", new String(socket.getInputStream().readNBytes(15)));
            }
        }
        assertArrayEquals(tls.getDefaultCipherSuites(), tunnels.getDefaultCipherSuites());
        assertArrayEquals(tls.getSupportedCipherSuites(), tunnels.getSupportedCipherSuites());
    }

    private ProxyAuthConnectionFactory connections(String password) {
        return connections(proxy.port(), password, BOUND, aws.trustingClient());
    }

    private static ProxyAuthConnectionFactory connections(
            int port, String password, Duration bound, SSLSocketFactory tls) {
        return new ProxyAuthConnectionFactory(
                ProxyConfiguration.builder()
                        .endpoint(URI.create("http://127.0.0.1:" + port))
                        .username("bob")
                        .password(password)
                        .nonProxyHosts(Set.of())
                        .build(),
                bound,
                bound,
                tls);
    }

    private static String get(String url, ProxyAuthConnectionFactory connections) throws IOException {
        HttpURLConnection connection = connections.createConnection(URI.create(url));
        try (InputStream in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void hangUp(ServerSocket listening) {
        try {
            listening.accept().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
