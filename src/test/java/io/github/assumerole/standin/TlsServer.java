package io.github.assumerole.standin;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLSocketFactory;

/** An HTTPS server on loopback with a certificate for a host name; it responds with the request URI. */
public final class TlsServer implements AutoCloseable {
    private final HttpsServer server;
    private final TlsKey key;

    private TlsServer(HttpsServer server, TlsKey key) {
        this.server = server;
        this.key = key;
    }

    /** @param folder for the generated key store */
    public static TlsServer start(String host, Path folder) throws Exception {
        TlsKey key = TlsKey.of(host, folder);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(key.context()));
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestURI().toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return new TlsServer(server, key);
    }

    /** The address it listens on; to be used under its host name. */
    public URI address() {
        return URI.create("https://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Trusts only this server. */
    public SSLSocketFactory trustingClient() throws GeneralSecurityException {
        return key.context().getSocketFactory();
    }

    /** Its self-signed certificate, as PEM. */
    public String certificate() throws GeneralSecurityException {
        return key.certificate();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
