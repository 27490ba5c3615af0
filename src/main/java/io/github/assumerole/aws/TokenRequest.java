package io.github.assumerole.aws;

import io.github.assumerole.role.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Asks an issuer of tokens, within bounds. By the JDK's plainest client: what it needs is loaded for the calls to AWS
 * anyway.
 */
record TokenRequest(Duration connectTimeout, Duration callTimeout) {
    /** The largest token that STS takes, a few times over. */
    private static final int LONGEST_BODY = 100_000;

    private static final int CHUNK = 8192;

    /**
     * What came back.
     *
     * @param bearer has to be fit for a header: the JDK quotes one that is not
     */
    Answer get(URL url, Secret bearer) throws IOException {
        long end = System.nanoTime() + callTimeout.toNanos();
        HttpURLConnection connection = (HttpURLConnection) url.openConnection();
        try {
            connection.setConnectTimeout(Math.toIntExact(connectTimeout.toMillis()));
            connection.setReadTimeout(Math.toIntExact(callTimeout.toMillis()));
            // Whoever is elsewhere must not get the bearer's token.
            connection.setInstanceFollowRedirects(false);
            connection.setUseCaches(false);
            connection.setRequestProperty("Accept", "application/json");
            connection.setRequestProperty("Authorization", "bearer " + bearer.reveal());
            int status = connection.getResponseCode();
            return new Answer(
                    status, status == HttpURLConnection.HTTP_OK ? body(connection.getInputStream(), end) : "");
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
                throw new IOException("its answer is too long");
            }
            if (System.nanoTime() - end > 0) {
                throw new SocketTimeoutException("its answer takes too long");
            }
        }
    }

    /** @param body empty unless the status is 200; holds a token then */
    record Answer(int status, String body) {
        @Override
        public String toString() {
            return "HTTP " + status;
        }
    }
}
