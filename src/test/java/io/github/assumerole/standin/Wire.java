package io.github.assumerole.standin;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The client's end of a connection, with every way to treat it well or badly. */
final class Wire {
    private final OutputStream out;
    private final boolean toHead;

    /** @param toHead whether the answer is to a HEAD request, which never has a body */
    Wire(OutputStream out, boolean toHead) {
        this.out = out;
        this.toHead = toHead;
    }

    void send(Answer answer) throws IOException {
        send(answer, answer.body().length);
    }

    /** Announces the whole body and stops in its middle. */
    void sendTruncated(Answer answer) throws IOException {
        send(answer, answer.body().length / 2);
    }

    void sendDripping(Answer answer, Duration perByte) throws IOException, InterruptedException {
        send(answer, 0);
        for (byte next : toHead ? new byte[0] : answer.body()) {
            pause(perByte);
            out.write(next);
            out.flush();
        }
    }

    void pause(Duration duration) throws InterruptedException {
        Thread.sleep(duration.toMillis());
    }

    private void send(Answer answer, int bodyBytes) throws IOException {
        StringBuilder head =
                new StringBuilder("HTTP/1.1 ").append(answer.status()).append(" \r\n");
        answer.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(answer.body().length).append("\r\nConnection: close\r\n\r\n");
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        if (!toHead) {
            out.write(answer.body(), 0, bodyBytes);
        }
        out.flush();
    }
}
