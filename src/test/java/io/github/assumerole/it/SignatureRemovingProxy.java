package io.github.assumerole.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
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

/** An HTTP proxy that removes the signature of each request, as proxies do that remove unknown headers. */
final class SignatureRemovingProxy implements Closeable {
    private static final List<String> KEPT = List.of("content-type", "x-amz-request-id");

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;
    private final URI upstream;

    private SignatureRemovingProxy(URI upstream) throws IOException {
        this.upstream = upstream;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::forward);
        server.start();
    }

    static SignatureRemovingProxy to(URI upstream) throws IOException {
        return new SignatureRemovingProxy(upstream);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void forward(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpResponse<byte[]> response = client.send(
                    HttpRequest.newBuilder(upstream.resolve(exchange.getRequestURI()))
                            .method(exchange.getRequestMethod(), BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofByteArray());
            KEPT.forEach(name -> response.headers().firstValue(name).ifPresent(value -> exchange.getResponseHeaders()
                    .set(name, value)));
            exchange.sendResponseHeaders(
                    response.statusCode(), response.body().length == 0 ? -1 : response.body().length);
            exchange.getResponseBody().write(response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
