package io.github.assumerole.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.github.assumerole.aws.NoSecrets;
import io.github.assumerole.role.AwsAccessException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitHubTokenTest {
    private static final String BEARER = "bearerTokenOfTheRunner";
    private static final String TOKEN = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJlT2ZHaXRIdWI";
    private static final String URL_VARIABLE = "ACTIONS_ID_TOKEN_REQUEST_URL";
    private static final String BEARER_VARIABLE = "ACTIONS_ID_TOKEN_REQUEST_TOKEN";

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Map<String, String> environment = new HashMap<>();
    private String audience = "sts.amazonaws.com";
    private HttpHandler response = exchange -> send(exchange, 200, "{\"count\":1,\"value\":\"" + TOKEN + "\"}");
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            response.handle(exchange);
        });
        server.start();
        environment.put(URL_VARIABLE, base() + "/token/req?api-version=2.0");
        environment.put(BEARER_VARIABLE, BEARER);
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    @Test
    void requestsTokenWithAudience() {
        assertEquals(TOKEN, token().fetch().reveal());
        assertEquals(List.of("GET /token/req?api-version=2.0&audience=sts.amazonaws.com bearer " + BEARER), requests);
    }

    @Test
    void encodesAudience() {
        audience = "https://a.example/?x&y";
        environment.put(URL_VARIABLE, base() + "/req");
        token().fetch();

        assertEquals(List.of("GET /req?audience=https%3A%2F%2Fa.example%2F%3Fx%26y bearer " + BEARER), requests);
    }

    @Test
    void requestsNewTokenEachTime() {
        GitHubToken token = token();
        token.fetch();
        token.fetch();

        assertEquals(2, requests.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {URL_VARIABLE, BEARER_VARIABLE, URL_VARIABLE + " and " + BEARER_VARIABLE})
    void failsWhenVariablesAreMissing(String missing) {
        environment.keySet().removeAll(List.of(missing.split(" and ")));
        AwsAccessException failure = failure();

        assertEquals("the environment lacks " + missing + ".", failure.cameBack());
        assertTrue(failure.advice().get(0).contains("`permissions:` with `id-token: write`"));
        assertEquals(List.of(), requests);
    }

    @ParameterizedTest
    @CsvSource({
        "401, id-token: write",
        "403, id-token: write",
        "404, run the job again",
        "500, run the job again",
        "503, run the job again"
    })
    void reportsStatusOfDenial(int status, String advice) {
        response = exchange -> send(exchange, status, "no " + BEARER + " " + TOKEN);
        AwsAccessException failure = failure();

        assertEquals("127.0.0.1 answered HTTP " + status + ".", failure.cameBack());
        assertTrue(failure.getMessage().contains(advice), failure.getMessage());
    }

    @Test
    void doesNotFollowRedirect() {
        response = exchange -> {
            exchange.getResponseHeaders().set("Location", base() + "/elsewhere");
            send(exchange, 302, "");
        };

        assertEquals("127.0.0.1 answered HTTP 302.", failure().cameBack());
        assertEquals(1, requests.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>" + TOKEN + "</html>",
                "{\"value\":1}",
                "{\"value\":[]}",
                "{\"value\":\"" + TOKEN + "\"",
                "{\"message\":\"" + TOKEN + "\"}"
            })
    void doesNotQuoteInvalidResponse(String body) {
        response = exchange -> send(exchange, 200, body);

        assertEquals(
                "the response is not GitHub's: expected a JSON object with the token as its value.",
                failure().cameBack());
    }

    @Test
    void rejectsInvalidTokenInResponse() {
        response = exchange -> send(exchange, 200, "{\"value\":\"" + TOKEN + "\\n" + TOKEN + "\"}");

        assertTrue(failure().cameBack().startsWith("the value in the response contains more than a token"));
    }

    @Test
    void limitsSizeOfResponse() {
        response = exchange -> send(exchange, 200, "{\"value\":\"" + "x".repeat(200_000) + "\"}");

        assertTrue(failure().cameBack().startsWith("no response from 127.0.0.1: "));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void limitsTimeOfStalledOrDrippingResponse(boolean isDripping) {
        response = exchange -> {
            try {
                if (isDripping) {
                    exchange.sendResponseHeaders(200, 0);
                }
                while (!over.await(20, TimeUnit.MILLISECONDS)) {
                    if (isDripping) {
                        exchange.getResponseBody().write(' ');
                        exchange.getResponseBody().flush();
                    }
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        };

        assertEquals(
                "127.0.0.1 did not answer in time.",
                failure(Duration.ofMillis(300)).cameBack());
    }

    @Test
    void reportsUnreachableHost() {
        server.stop(0);

        assertEquals("no response from 127.0.0.1: ConnectException.", failure().cameBack());
    }

    @ParameterizedTest
    @ValueSource(strings = {"not a url", "ftp://127.0.0.1/", "file:///etc/passwd", "http:///x", "//x"})
    void doesNotQuoteInvalidUrl(String url) {
        environment.put(URL_VARIABLE, url);

        assertEquals(
                "the environment variable " + URL_VARIABLE + " is not a URL.",
                failure().cameBack());
    }

    @Test
    void rejectsInvalidBearerWithoutQuotingIt() {
        environment.put(BEARER_VARIABLE, BEARER + "\r\nX: " + BEARER);

        assertTrue(failure().cameBack().contains(BEARER_VARIABLE + " contains more than a token"));
        assertTrue(requests.isEmpty());
    }

    private AwsAccessException failure() {
        return failure(Duration.ofSeconds(5));
    }

    private AwsAccessException failure(Duration timeout) {
        AwsAccessException failure =
                assertThrows(AwsAccessException.class, () -> token(timeout).fetch());
        assertEquals("Cannot get the web identity token of GitHub Actions", failure.attempted());
        NoSecrets.in(failure, List.of(BEARER, TOKEN));
        return failure;
    }

    private GitHubToken token() {
        return token(Duration.ofSeconds(5));
    }

    private GitHubToken token(Duration timeout) {
        return new GitHubToken(environment, audience, new TokenRequest(uri -> open(uri, timeout), timeout));
    }

    private static HttpURLConnection open(URI uri, Duration timeout) {
        try {
            HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setReadTimeout((int) timeout.toMillis());
            return connection;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
