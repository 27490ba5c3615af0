package io.github.assumerole.standin;

import io.github.assumerole.standin.http.HttpListener;
import io.github.assumerole.standin.http.HttpRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A proxy on loopback that records its requests. It forwards requests for any host to one server, so that tests can use
 * host names that do not exist, and no request leaves the machine.
 */
public final class LocalProxy implements AutoCloseable {
    private final Optional<URI> upstream;
    private final Optional<String> login;
    private final String answer;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final HttpListener listener = HttpListener.start(0, this::handle);

    private LocalProxy(Optional<URI> upstream, Optional<String> login, String answer) {
        this.upstream = upstream;
        this.login = login;
        this.answer = answer;
    }

    /** Forwards every request to a server. */
    public static LocalProxy to(URI upstream) {
        return new LocalProxy(Optional.of(upstream), Optional.empty(), "");
    }

    /** Forwards requests with this login to a server, and responds to all others with 407. */
    public static LocalProxy to(URI upstream, String user, String password) {
        String login = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return new LocalProxy(Optional.of(upstream), Optional.of("Basic " + login), "");
    }

    /** Responds to every request with 502. */
    public static LocalProxy toNowhere() {
        return answering("502 Bad Gateway");
    }

    /** Responds to every request with this status and reason. */
    public static LocalProxy answering(String status) {
        return new LocalProxy(Optional.empty(), Optional.empty(), status);
    }

    public String host() {
        return listener.endpoint().getHost();
    }

    public int port() {
        return listener.endpoint().getPort();
    }

    /** Every request so far, in order of arrival. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        listener.close();
    }

    private void handle(HttpRequest received, InputStream rest, Socket client) throws IOException {
        Request request = new Request(received.method(), received.target(), received.header("proxy-authorization"));
        requests.add(request);
        if (login.isPresent() && !request.authorization().equals(login)) {
            respond(client, "407 Proxy Authentication Required", "Proxy-Authenticate: Basic realm=\"local\"\r\n");
        } else if (upstream.isEmpty()) {
            respond(client, answer, "");
        } else {
            forward(received, rest, client, upstream.get());
        }
    }

    private void forward(HttpRequest request, InputStream rest, Socket client, URI server) throws IOException {
        try (Socket origin = new Socket(server.getHost(), server.getPort())) {
            listener.closeWithListener(origin);
            if (request.method().equals("CONNECT")) {
                client.getOutputStream().write(bytes("HTTP/1.1 200 Connection established\r\n\r\n"));
                Thread upload = new Thread(() -> pump(rest, origin), "local-proxy");
                upload.setDaemon(true);
                upload.start();
            } else {
                origin.getOutputStream().write(bytes(headInOriginForm(request)));
                origin.getOutputStream().write(request.body());
            }
            origin.getInputStream().transferTo(client.getOutputStream());
        }
    }

    private static void pump(InputStream from, Socket to) {
        try {
            from.transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException ended) {
            // One side closed the connection, which ends the tunnel.
            return;
        }
    }

    private static void respond(Socket client, String status, String header) throws IOException {
        client.getOutputStream()
                .write(bytes(
                        "HTTP/1.1 " + status + "\r\n" + header + "Content-Length: 0\r\nConnection: close\r\n\r\n"));
    }

    /** For a server that is no proxy; one request per connection. */
    private static String headInOriginForm(HttpRequest request) {
        String query = request.rawQuery().isEmpty() ? "" : "?" + request.rawQuery();
        StringBuilder head =
                new StringBuilder("%s %s%s HTTP/1.1\r\n".formatted(request.method(), request.rawPath(), query));
        request.headers().forEach((name, values) -> {
            if (!name.startsWith("proxy-") && !name.equals("connection")) {
                values.forEach(
                        value -> head.append(name).append(": ").append(value).append("\r\n"));
            }
        });
        return head.append("Connection: close\r\n\r\n").toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * A recorded request.
     *
     * @param target a URL, or with the method CONNECT a host and a port
     * @param authorization the value of the header Proxy-Authorization
     */
    public record Request(String method, String target, Optional<String> authorization) {}
}
