package io.github.assumerole.oidc;

import io.github.assumerole.role.HttpProxy.ProxyRejectedException;
import io.github.assumerole.role.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Requests a token from its issuer, with limits. Uses HttpURLConnection, which the calls to AWS load anyway.
 *
 * @param connections opens a connection, through a proxy if one is configured
 */
record TokenRequest(Function<URI, HttpURLConnection> connections, Duration callTimeout) {
    /** A multiple of the largest token that STS accepts. */
    private static final int LONGEST_BODY = 100_000;

    private static final int CHUNK = 8192;

    /**
     * Sends the request.
     *
     * @param bearer must be valid in a header: the JDK quotes an invalid one
     * @throws ProxyRejectedException if a proxy rejects the connection
     */
    Response get(URI uri, Secret bearer) throws IOException {
        long end = System.nanoTime() + callTimeout.toNanos();
        HttpURLConnection connection = connections.apply(uri);
        try {
            // The bearer token must not be sent to another server.
            connection.setInstanceFollowRedirects(false);
            connection.setUseCaches(false);
            connection.setRequestProperty("Accept", "application/json");
            connection.setRequestProperty("Authorization", "bearer " + bearer.reveal());
            int status = connection.getResponseCode();
            return new Response(
                    status, status == HttpURLConnection.HTTP_OK ? body(connection.getInputStream(), end) : "");
        } catch (RuntimeException failed) {
            throw Stream.<Throwable>iterate(failed, Objects::nonNull, Throwable::getCause)
                    .filter(ProxyRejectedException.class::isInstance)
                    .map(ProxyRejectedException.class::cast)
                    .findFirst()
                    .<RuntimeException>map(rejected -> rejected)
                    .orElse(failed);
        } finally {
            connection.disconnect();
        }
    }

    private static String body(InputStream in, long end) throws IOException {
        byte[] body = new byte[LONGEST_BODY];
        int length = 0;
        while (true) {
            int read = in.read(body, length, Math.min(CHUNK, LONGEST_BODY - length));
            if (read < 0) {
                return new String(body, 0, length, StandardCharsets.UTF_8);
            }
            length += read;
            if (length == LONGEST_BODY) {
                throw new IOException("the response is too long");
            }
            if (System.nanoTime() - end > 0) {
                throw new SocketTimeoutException("the response takes too long");
            }
        }
    }

    /** @param body empty unless the status is 200; contains a token then */
    record Response(int status, String body) {
        @Override
        public String toString() {
            return "HTTP " + status;
        }
    }
}
