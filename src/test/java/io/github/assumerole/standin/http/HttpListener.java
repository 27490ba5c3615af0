package io.github.assumerole.standin.http;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * An HTTP server on loopback, one request per connection.
 *
 * <p>The HttpServer of the JDK always sends the real time in the Date header, which clients compare with their clock,
 * and it cannot send broken responses.
 */
public final class HttpListener implements AutoCloseable {
    public interface Handler {
        /** @param rest what the client sends after the request */
        void handle(HttpRequest request, InputStream rest, Socket client) throws IOException, InterruptedException;
    }

    private static final int BACKLOG = 100;
    private static final int MOST_SECONDS_TO_END = 5;

    private final ServerSocket server;
    private final Handler handler;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "local-aws");
        thread.setDaemon(true);
        return thread;
    });

    private HttpListener(ServerSocket server, Handler handler) {
        this.server = server;
        this.handler = handler;
    }

    /** @param port 0 for any free port */
    public static HttpListener start(int port, Handler handler) {
        try {
            HttpListener listener =
                    new HttpListener(new ServerSocket(port, BACKLOG, InetAddress.getByName("127.0.0.1")), handler);
            listener.threads.execute(listener::acceptAll);
            return listener;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on port " + port, e);
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** Closes a connection of the handler together with this listener. */
    public void closeWithListener(Socket connection) {
        open.add(connection);
    }

    /** Returns when the port is closed, so that later connections are refused. */
    @Override
    public void close() {
        closeNow(server);
        threads.shutdownNow();
        open.forEach(HttpListener::closeNow);
        try {
            threads.awaitTermination(MOST_SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                dispatch(server.accept());
            } catch (IOException e) {
                // Thrown by close(), or for a broken connection, which its client notices.
                continue;
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

    private void serve(Socket socket) {
        open.add(socket);
        try (socket) {
            // Checked after add(): either close() closes this socket, or the server is already closed here.
            if (!server.isClosed()) {
                respond(socket);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // The client or close() closed the connection.
            return;
        } finally {
            open.remove(socket);
        }
    }

    private void respond(Socket socket) throws IOException, InterruptedException {
        try {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            handler.handle(new HttpRequestReader(in, socket.getOutputStream()).read(), in, socket);
        } catch (IllegalArgumentException e) {
            new ResponseWriter(socket, false)
                    .send(HttpResponse.of(400, "text/plain", "Bad request: " + e.getMessage()));
        }
    }

    private static void closeNow(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
