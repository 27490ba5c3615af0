package io.github.assumerole.aws.http;

/** A proxy rejected a connection. Not an IOException, which the SDK would retry. */
final class ProxyRejectedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    /** @param line the status line of the response */
    ProxyRejectedException(int status, String line) {
        super(line);
        this.status = status;
    }

    int status() {
        return status;
    }
}
