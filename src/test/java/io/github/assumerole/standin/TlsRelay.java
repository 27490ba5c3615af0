package io.github.assumerole.standin;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Puts TLS, with a certificate for a host name, in front of a server without. */
public final class TlsRelay implements AutoCloseable {
    private static final int BACKLOG = 50;

    private final URI server;
    private final TlsKey key;
    private final ServerSocket listening;
    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "tls-relay");
        thread.setDaemon(true);
        return thread;
    });

    private TlsRelay(URI server, TlsKey key) throws IOException, GeneralSecurityException {
        this.server = server;
        this.key = key;
        this.listening = key.context()
                .getServerSocketFactory()
                .createServerSocket(0, BACKLOG, InetAddress.getByName("127.0.0.1"));
        threads.execute(this::acceptAll);
    }

    /** @param folder for the generated key store */
    public static TlsRelay to(URI server, String host, Path folder) throws Exception {
        return new TlsRelay(server, TlsKey.of(host, folder));
    }

    /** The address it listens on; to be used under its host name. */
    public URI address() {
        return URI.create("https://127.0.0.1:" + listening.getLocalPort());
    }

    /** Its self-signed certificate, as PEM. */
    public String certificate() throws GeneralSecurityException {
        return key.certificate();
    }

    @Override
    public void close() {
        closeNow(listening);
        open.forEach(TlsRelay::closeNow);
        threads.shutdownNow();
    }

    private void acceptAll() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Socket upstream = new Socket(server.getHost(), server.getPort());
                open.add(client);
                open.add(upstream);
                threads.execute(() -> pump(client, upstream));
                threads.execute(() -> pump(upstream, client));
            } catch (IOException ended) {
                // Thrown by close(), or for a broken connection, which its client notices.
                continue;
            }
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[8192];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                out.write(buffer, 0, count);
                out.flush();
            }
        } catch (IOException ended) {
            // One side closed the connection.
            return;
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
