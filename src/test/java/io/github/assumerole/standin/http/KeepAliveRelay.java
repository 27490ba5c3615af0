package io.github.assumerole.standin.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Serves any number of requests per connection, as S3 does, by a server that closes each connection; counts them. */
public final class KeepAliveRelay implements AutoCloseable {
    private static final String CLOSE = "\r\nConnection: close";

    private final URI server;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final HttpListener listener = HttpListener.start(0, this::handle);

    public KeepAliveRelay(URI server) {
        this.server = server;
    }

    public URI endpoint() {
        return listener.endpoint();
    }

    /** Connections so far. */
    public int connections() {
        return connections.get();
    }

    /** Requests so far. */
    public int requests() {
        return requests.get();
    }

    @Override
    public void close() {
        listener.close();
    }

    /** Ends with an IOException when the client closes the connection. */
    private void handle(HttpRequest first, InputStream rest, Socket client) throws IOException {
        connections.incrementAndGet();
        HttpRequest request = first;
        while (true) {
            requests.incrementAndGet();
            client.getOutputStream().write(forwarded(request));
            request = new HttpRequestReader(rest, client.getOutputStream()).read();
        }
    }

    private byte[] forwarded(HttpRequest request) throws IOException {
        try (Socket upstream = new Socket(server.getHost(), server.getPort())) {
            StringBuilder head = new StringBuilder(request.method() + " " + request.target() + " HTTP/1.1\r\n");
            request.headers()
                    .forEach((name, values) -> values.forEach(value ->
                            head.append(name).append(": ").append(value).append("\r\n")));
            upstream.getOutputStream().write(latin(head.append("\r\n").toString()));
            upstream.getOutputStream().write(request.body());
            String response = new String(upstream.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return latin(response.replace(CLOSE, ""));
        }
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
