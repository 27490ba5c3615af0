package io.github.assumerole.standin.http;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
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
 * Answers HTTP on loopback, one request a connection.
 *
 * <p>Not the JDK's own HttpServer, because that one insists on the real time in the Date header, which clients compare
 * with their clock, and because it will not send an answer that is broken on purpose.
 */
public final class HttpListener implements AutoCloseable {
    public interface Handler {
        void handle(HttpRequest request, ResponseWriter wire) throws IOException, InterruptedException;
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

    /** @param port 0 for any that is free */
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

    /** Returns when nobody listens any more, so that a later request is refused and cannot hang. */
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
                // close() ends the wait in this way; a connection that broke on its own is its client's to notice.
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
            // Looked at only now: either close() finds this socket among the open ones, or we see that it is over.
            if (!server.isClosed()) {
                answer(socket);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // The client went away, or close() hung up: nobody is left to be told.
            return;
        } finally {
            open.remove(socket);
        }
    }

    private void answer(Socket socket) throws IOException, InterruptedException {
        try {
            HttpRequest request = new HttpRequestReader(new BufferedInputStream(socket.getInputStream())).read();
            handler.handle(request, new ResponseWriter(socket, request.method().equals("HEAD")));
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
