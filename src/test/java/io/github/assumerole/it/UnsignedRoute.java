package io.github.assumerole.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/**
 * A route to a server on which each request loses its signature, as behind a proxy that removes what it does not know.
 */
final class UnsignedRoute implements AutoCloseable {
    private static final List<String> KEPT = List.of("content-type", "x-amz-request-id");

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;
    private final URI upstream;

    private UnsignedRoute(URI upstream) throws IOException {
        this.upstream = upstream;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::lead);
        server.start();
    }

    static UnsignedRoute to(URI upstream) throws IOException {
        return new UnsignedRoute(upstream);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void lead(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpResponse<byte[]> answer = client.send(
                    HttpRequest.newBuilder(upstream.resolve(exchange.getRequestURI()))
                            .method(exchange.getRequestMethod(), BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofByteArray());
            KEPT.forEach(name -> answer.headers().firstValue(name).ifPresent(value -> exchange.getResponseHeaders()
                    .set(name, value)));
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
