package io.github.assumerole.it;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * A proxy whose tunnels to s3.amazonaws.com end at another server, so that plugins without a parameter for the endpoint
 * can be tested. It opens no other tunnels.
 */
final class AwsHosts implements Closeable {
    private static final Pattern CONNECT = Pattern.compile("CONNECT ([\\w-]+\\.)?s3\\.amazonaws\\.com:443 .*");

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "proxy for s3.amazonaws.com");
        thread.setDaemon(true);
        return thread;
    });
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int port;

    private AwsHosts(int port) throws IOException {
        this.port = port;
        threads.execute(this::accept);
    }

    /** @param port of the server on the loopback address where the tunnels end */
    static AwsHosts at(int port) throws IOException {
        return new AwsHosts(port);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                threads.execute(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            String request = header(client.getInputStream());
            if (!CONNECT.matcher(request).matches()) {
                answer(client, "403 Forbidden");
                return;
            }
            try (Socket upstream = new Socket(InetAddress.getLoopbackAddress(), port)) {
                answer(client, "200 OK");
                threads.execute(() -> copy(upstream, client));
                copy(client, upstream);
            }
        } catch (IOException broken) {
            // The client sees the closed connection.
        }
    }

    private static void answer(Socket client, String status) throws IOException {
        client.getOutputStream().write(("HTTP/1.1 " + status + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** The request line; the rest of the header is skipped. */
    private static String header(InputStream input) throws IOException {
        StringBuilder header = new StringBuilder();
        while (header.indexOf("\r\n\r\n") < 0) {
            int next = input.read();
            if (next < 0) {
                return "";
            }
            header.append((char) next);
        }
        return header.substring(0, header.indexOf("\r\n"));
    }

    private static void copy(Socket from, Socket to) {
        try {
            OutputStream output = to.getOutputStream();
            from.getInputStream().transferTo(output);
            to.shutdownOutput();
        } catch (IOException broken) {
            // The other end sees the closed connection.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
