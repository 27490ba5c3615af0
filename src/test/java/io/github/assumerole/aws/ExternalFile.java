package io.github.assumerole.aws;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a malicious response refers to: a file of this machine, and a page of another server. */
final class ExternalFile implements Closeable {
    private static final String CONTENT = "file-of-this-machine-3f9c1e";

    private final Path file;
    private final ServerSocket server;

    ExternalFile() {
        try {
            file = Files.writeString(Files.createTempFile("external", ".txt"), CONTENT);
            server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
            server.setSoTimeout(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI file() {
        return file.toUri();
    }

    URI page() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/page");
    }

    /** Fails if it was read or printed. */
    void assertUntouched(Throwable failure) {
        NoSecrets.in(failure, List.of(CONTENT));
        assertThrows(SocketTimeoutException.class, server::accept, "the other server was called");
    }

    @Override
    public void close() {
        try {
            server.close();
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
