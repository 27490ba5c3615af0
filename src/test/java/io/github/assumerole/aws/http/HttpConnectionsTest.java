package io.github.assumerole.aws.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.aws.CaBundle;
import io.github.assumerole.aws.CallLimits;
import io.github.assumerole.aws.Network;
import io.github.assumerole.role.HttpProxies;
import io.github.assumerole.role.HttpProxy;
import io.github.assumerole.role.HttpProxy.Login;
import io.github.assumerole.role.HttpProxy.ProxyRejectedException;
import io.github.assumerole.role.Secret;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Real TLS, with a CA bundle, directly and through a tunnel with and without a login. */
@Timeout(60)
final class HttpConnectionsTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String LOGIN = "Basic Ym9iOm9wZW4gc2VzYW1l";

    @TempDir
    private static Path folder;

    private static TlsServer aws;
    private static CaBundle bundle;

    private final LocalProxy proxy = LocalProxy.to(aws.address(), "bob", "open sesame");

    @BeforeAll
    static void start() throws Exception {
        aws = TlsServer.start("aws.invalid", folder);
        TlsServer other = TlsServer.start("localhost", folder);
        other.close();
        bundle = CaBundle.read(Files.writeString(
                folder.resolve("ca.pem"),
                "# two of them\n" + other.certificate() + "and text between\n" + aws.certificate()));
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
    void reachesServerAndReusesTunnel() throws IOException {
        HttpConnections connections = connections("open sesame");
        assertEquals("/one?query=1", get("https://aws.invalid/one?query=1", connections));
        assertEquals("/two", get("https://aws.invalid/two", connections));
        assertEquals(
                "[Request[method=CONNECT, target=aws.invalid:443, authorization=Optional[" + LOGIN + "]]]",
                proxy.requests().toString());
    }

    @Test
    void reachesServerThroughProxyWithoutLogin() throws IOException {
        try (LocalProxy open = LocalProxy.to(aws.address())) {
            assertEquals(
                    "/x",
                    get(
                            "https://aws.invalid/x",
                            connections(through(open.port(), Optional.empty()), TIMEOUT, Optional.of(bundle))));
            assertEquals(
                    "[Request[method=CONNECT, target=aws.invalid:443, authorization=Optional.empty]]",
                    open.requests().toString());
        }
    }

    @Test
    void trustsOnlyBundle() throws Exception {
        try (TlsServer local = TlsServer.start("localhost", Files.createTempDirectory(folder, "key"))) {
            String url = "https://localhost:" + local.address().getPort() + "/direct";
            CaBundle its = CaBundle.read(Files.writeString(folder.resolve("its.pem"), local.certificate()));

            assertEquals("/direct", get(url, direct(Optional.of(its))));
            assertThrows(SSLException.class, () -> get(url, direct(Optional.of(bundle))));
            assertThrows(SSLException.class, () -> get(url, direct(Optional.empty())));
        }
    }

    @Test
    void reportsRejectedLogin() {
        SdkClientException rejected =
                assertThrows(SdkClientException.class, () -> get("https://aws.invalid/", connections("wrong")));
        assertEquals("HTTP/1.1 407 Proxy Authentication Required", rejected.getMessage());
        assertEquals(407, ((ProxyRejectedException) rejected.getCause()).status());
    }

    @Test
    void verifiesHostNameAndCertificateChain() {
        SSLException rejected =
                assertThrows(SSLException.class, () -> get("https://elsewhere.invalid/", connections("open sesame")));
        assertTrue(rejected.getMessage().contains("elsewhere.invalid"), rejected.getMessage());

        assertThrows(
                SSLException.class,
                () -> get(
                        "https://aws.invalid/",
                        connections(through(proxy.port(), Optional.of("open sesame")), TIMEOUT, Optional.empty())));
    }

    @Test
    void reportsServerThatIsNoProxy() throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture.runAsync(() -> closeConnection(listening));
            HttpProxy none = through(listening.getLocalPort(), Optional.of("any"));
            IOException failed = assertThrows(
                    IOException.class,
                    () -> get("https://aws.invalid/", connections(none, TIMEOUT, Optional.of(bundle))));
            assertFalse(failed.getMessage().contains("Basic"), failed.getMessage());
        }
    }

    @Test
    void limitsTimeOfSilentProxy() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            HttpConnections connections = connections(
                    through(silent.getLocalPort(), Optional.of("any")), Duration.ofMillis(200), Optional.of(bundle));
            assertThrows(SocketTimeoutException.class, () -> get("https://aws.invalid/", connections));
        }
    }

    @Test
    void behavesAsSocketFactory() throws Exception {
        SSLSocketFactory tls = aws.trustingClient();
        ConnectTunnelSocketFactory tunnels =
                new ConnectTunnelSocketFactory(tls, through(proxy.port(), Optional.of("open sesame")));
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

    private HttpConnections connections(String password) {
        return connections(through(proxy.port(), Optional.of(password)), TIMEOUT, Optional.of(bundle));
    }

    private static HttpProxy through(int port, Optional<String> password) {
        return new HttpProxy(
                "127.0.0.1", port, password.map(it -> new Login("bob", Secret.of(it))), List.of(), "a test");
    }

    private static HttpConnections direct(Optional<CaBundle> trust) {
        return connections(new Network(HttpProxies.NONE, trust), TIMEOUT);
    }

    private static HttpConnections connections(HttpProxy proxy, Duration timeout, Optional<CaBundle> trust) {
        return connections(new Network(new HttpProxies(Optional.empty(), Optional.of(proxy)), trust), timeout);
    }

    private static HttpConnections connections(Network network, Duration timeout) {
        return new HttpConnections(network, new CallLimits(timeout, timeout, 1));
    }

    private static String get(String url, HttpConnections connections) throws IOException {
        HttpURLConnection connection = connections.createConnection(URI.create(url));
        try (InputStream in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void closeConnection(ServerSocket listening) {
        try {
            listening.accept().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
