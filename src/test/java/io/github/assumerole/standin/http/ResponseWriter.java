package io.github.assumerole.standin.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Sends a response correctly, or in one of several broken ways. */
public final class ResponseWriter {
    private final Socket socket;
    private final OutputStream out;
    private final boolean toHead;

    /** @param toHead whether it responds to a HEAD request, which never gets a body */
    public ResponseWriter(Socket socket, boolean toHead) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
        this.toHead = toHead;
    }

    public void send(HttpResponse response) throws IOException {
        if (response.content().isPresent()) {
            out.write(head(response).append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
            response.content().get().writeTo(out);
        } else {
            send(response, response.body().length);
        }
    }

    /** Sends the full Content-Length and half of the body. */
    public void sendTruncated(HttpResponse response) throws IOException {
        send(response, response.body().length / 2);
    }

    /** Byte by byte, including the head: a response to a HEAD request has nothing else. */
    public void sendDripping(HttpResponse response, Duration perByte) throws IOException, InterruptedException {
        for (byte next : bytes(response, response.body().length)) {
            pause(perByte);
            out.write(next);
            out.flush();
        }
    }

    /** Closes the connection with a TCP reset; a plain close would be an end of stream. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    public void pause(Duration duration) throws InterruptedException {
        Thread.sleep(duration.toMillis());
    }

    private void send(HttpResponse response, int bodyBytes) throws IOException {
        out.write(bytes(response, bodyBytes));
        out.flush();
    }

    private byte[] bytes(HttpResponse response, int bodyBytes) {
        StringBuilder head = head(response)
                .append("Content-Length: ")
                .append(response.body().length)
                .append("\r\n\r\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        bytes.write(response.body(), 0, toHead ? 0 : bodyBytes);
        return bytes.toByteArray();
    }

    private static StringBuilder head(HttpResponse response) {
        StringBuilder head =
                new StringBuilder("HTTP/1.1 ").append(response.status()).append(" \r\n");
        response.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("Connection: close\r\n");
    }
}
