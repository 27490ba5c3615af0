package io.github.assumerole.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A remote repository on loopback that serves a local one, with checksums in headers as public repositories send them.
 */
final class RepositoryServer implements AutoCloseable {
    private final Path root;
    private final HttpServer server;
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    private RepositoryServer(Path root, HttpServer server) {
        this.root = root;
        this.server = server;
    }

    static RepositoryServer start(Path root) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        RepositoryServer server = new RepositoryServer(root, http);
        http.createContext("/", server::respond);
        http.start();
        return server;
    }

    /** Settings in which it replaces all remote repositories. */
    String settings() {
        return """
                <settings>
                  <mirrors>
                    <mirror>
                      <id>bench</id>
                      <mirrorOf>*</mirrorOf>
                      <url>http://127.0.0.1:%d/</url>
                    </mirror>
                  </mirrors>
                  <profiles>
                    <profile>
                      <id>snapshots</id>
                      <activation><activeByDefault>true</activeByDefault></activation>
                      <pluginRepositories>
                        <pluginRepository>
                          <id>snapshots</id>
                          <url>http://127.0.0.1/</url>
                        </pluginRepository>
                      </pluginRepositories>
                    </profile>
                  </profiles>
                </settings>
                """
                .formatted(server.getAddress().getPort());
    }

    void reset() {
        requests.set(0);
        bytes.set(0);
    }

    long requests() {
        return requests.get();
    }

    long bytes() {
        return bytes.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void respond(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.incrementAndGet();
            Path file = root.resolve(exchange.getRequestURI().getPath().substring(1))
                    .normalize();
            if (!file.startsWith(root) || !Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] content = Files.readAllBytes(file);
            exchange.getResponseHeaders().set("x-checksum-sha1", sha1(content));
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
            bytes.addAndGet(content.length);
        }
    }

    private static String sha1(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
