package io.github.assumerole.standin;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A proxy on loopback that records its requests. It forwards requests for any host to one server, so that tests can use
 * host names that do not exist, and no request leaves the machine.
 */
public final class LocalProxy implements AutoCloseable {
    private final ServerSocket server;
    private final Optional<URI> upstream;
    private final Optional<String> login;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "local-proxy");
        thread.setDaemon(true);
        return thread;
    });

    private LocalProxy(Optional<URI> upstream, Optional<String> login) {
        this.upstream = upstream;
        this.login = login;
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::acceptAll);
    }

    /** Forwards every request to a server. */
    public static LocalProxy to(URI upstream) {
        return new LocalProxy(Optional.of(upstream), Optional.empty());
    }

    /** Forwards requests with this login to a server, and answers all others with 407. */
    public static LocalProxy to(URI upstream, String user, String password) {
        String login = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return new LocalProxy(Optional.of(upstream), Optional.of("Basic " + login));
    }

    /** Answers every request with 502. */
    public static LocalProxy toNowhere() {
        return new LocalProxy(Optional.empty(), Optional.empty());
    }

    public String host() {
        return server.getInetAddress().getHostAddress();
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Every request so far, in order of arrival. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /** Returns when the port is closed, so that later connections are refused and cannot hang. */
    @Override
    public void close() {
        closeNow(server);
        threads.shutdownNow();
        open.forEach(LocalProxy::closeNow);
        try {
            threads.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                dispatch(server.accept());
            } catch (IOException closing) {
                return;
            }
        }
    }

    private void dispatch(Socket socket) {
        try {
            threads.execute(() -> serve(socket));
        } catch (RejectedExecutionException closing) {
            closeNow(socket);
        }
    }

    private void serve(Socket client) {
        open.add(client);
        try (client) {
            if (server.isClosed()) {
                return;
            }
            InputStream in = new BufferedInputStream(client.getInputStream());
            Head head = Head.read(in);
            byte[] body = in.readNBytes(head.contentLength());
            Request request = new Request(head.word(0), head.word(1), head.header("proxy-authorization"));
            requests.add(request);
            if (login.isPresent() && !request.authorization().equals(login)) {
                answer(client, "407 Proxy Authentication Required", "Proxy-Authenticate: Basic realm=\"local\"\r\n");
            } else if (upstream.isEmpty()) {
                answer(client, "502 Bad Gateway", "");
            } else {
                forward(client, in, head, body, upstream.get());
            }
        } catch (IOException gone) {
            // The client or close() closed the connection.
            return;
        } finally {
            open.remove(client);
        }
    }

    private void forward(Socket client, InputStream in, Head head, byte[] body, URI there) throws IOException {
        try (Socket origin = new Socket(there.getHost(), there.getPort())) {
            open.add(origin);
            if (head.word(0).equals("CONNECT")) {
                client.getOutputStream().write(ascii("HTTP/1.1 200 Connection established\r\n\r\n"));
                threads.execute(() -> pump(in, origin));
            } else {
                origin.getOutputStream().write(ascii(head.inOriginForm()));
                origin.getOutputStream().write(body);
            }
            origin.getInputStream().transferTo(client.getOutputStream());
            open.remove(origin);
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

    private static void answer(Socket client, String status, String header) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write(ascii("HTTP/1.1 " + status + "\r\n" + header + "Content-Length: 0\r\nConnection: close\r\n\r\n"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void closeNow(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A recorded request.
     *
     * @param target a URL, or with the method CONNECT a host and a port
     * @param authorization the value of the header Proxy-Authorization
     */
    public record Request(String method, String target, Optional<String> authorization) {}

    /** Request line and headers. */
    private record Head(List<String> lines) {
        private static Head read(InputStream in) throws IOException {
            StringBuilder text = new StringBuilder();
            while (text.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) {
                    throw new EOFException("the request ended early");
                }
                text.append((char) next);
            }
            return new Head(
                    text.toString().lines().filter(line -> !line.isEmpty()).toList());
        }

        private String word(int index) {
            return lines.get(0).split(" ")[index];
        }

        private Optional<String> header(String name) {
            return lines.stream()
                    .skip(1)
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst();
        }

        private int contentLength() {
            return header("content-length").map(Integer::parseInt).orElse(0);
        }

        /** For a server that is no proxy; one request per connection. */
        private String inOriginForm() {
            URI target = URI.create(word(1));
            String path = target.getRawPath().isEmpty() ? "/" : target.getRawPath();
            String query = Optional.ofNullable(target.getRawQuery())
                    .map(text -> "?" + text)
                    .orElse("");
            return lines.stream()
                    .skip(1)
                    .filter(line -> !line.matches("(?i)(proxy-.*|connection):.*"))
                    .collect(Collectors.joining(
                            "\r\n", word(0) + " " + path + query + " HTTP/1.1\r\n", "\r\nConnection: close\r\n\r\n"));
        }
    }
}
