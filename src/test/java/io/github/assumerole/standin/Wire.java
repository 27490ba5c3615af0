package io.github.assumerole.standin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The client's end of a connection, with every way to treat it well or badly. */
final class Wire {
    private final Socket socket;
    private final OutputStream out;
    private final boolean toHead;

    /** @param toHead whether the answer is to a HEAD request, which never has a body */
    Wire(Socket socket, boolean toHead) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
        this.toHead = toHead;
    }

    void send(Answer answer) throws IOException {
        send(answer, answer.body().length);
    }

    /** Announces the whole body and stops in its middle. */
    void sendTruncated(Answer answer) throws IOException {
        send(answer, answer.body().length / 2);
    }

    /** The head, too, comes byte by byte: an answer to a HEAD request has nothing else. */
    void sendDripping(Answer answer, Duration perByte) throws IOException, InterruptedException {
        for (byte next : bytes(answer, answer.body().length)) {
            pause(perByte);
            out.write(next);
            out.flush();
        }
    }

    /** Hangs up without a goodbye: with a TCP reset, where a plain close would be the end of a stream. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    void pause(Duration duration) throws InterruptedException {
        Thread.sleep(duration.toMillis());
    }

    private void send(Answer answer, int bodyBytes) throws IOException {
        out.write(bytes(answer, bodyBytes));
        out.flush();
    }

    private byte[] bytes(Answer answer, int bodyBytes) {
        StringBuilder head =
                new StringBuilder("HTTP/1.1 ").append(answer.status()).append(" \r\n");
        answer.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(answer.body().length).append("\r\nConnection: close\r\n\r\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        bytes.write(answer.body(), 0, toHead ? 0 : bodyBytes);
        return bytes.toByteArray();
    }
}
