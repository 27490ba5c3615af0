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
import java.net.InetAddress;
import java.net.InetSocketAddress;
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
    private static final String BEARER = "bearerOfTheRunnerThatNobodyMaySee";
    private static final String TOKEN = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJlT2ZHaXRIdWI";
    private static final String URL_VARIABLE = "ACTIONS_ID_TOKEN_REQUEST_URL";
    private static final String BEARER_VARIABLE = "ACTIONS_ID_TOKEN_REQUEST_TOKEN";

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Map<String, String> environment = new HashMap<>();
    private String audience = "sts.amazonaws.com";
    private HttpHandler answer = exchange -> send(exchange, 200, "{\"count\":1,\"value\":\"" + TOKEN + "\"}");
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            answer.handle(exchange);
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
    @CsvSource({
        "ACTIONS_ID_TOKEN_REQUEST_URL,   the environment lacks ACTIONS_ID_TOKEN_REQUEST_URL.",
        "ACTIONS_ID_TOKEN_REQUEST_TOKEN, the environment lacks ACTIONS_ID_TOKEN_REQUEST_TOKEN."
    })
    void failsWhenVariableIsMissing(String variable, String cameBack) {
        environment.remove(variable);
        AwsAccessException failure = refused();

        assertEquals(cameBack, failure.cameBack());
        assertTrue(failure.advice().get(0).contains("`permissions:` with `id-token: write`"));
        assertTrue(requests.isEmpty());
    }

    @Test
    void namesBothMissingVariables() {
        environment.clear();

        assertEquals(
                "the environment lacks " + URL_VARIABLE + " and " + BEARER_VARIABLE + ".",
                refused().cameBack());
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
        answer = exchange -> send(exchange, status, "no " + BEARER + " " + TOKEN);
        AwsAccessException failure = refused();

        assertEquals("127.0.0.1 answered HTTP " + status + ".", failure.cameBack());
        assertTrue(failure.getMessage().contains(advice), failure.getMessage());
    }

    @Test
    void doesNotFollowRedirect() {
        answer = exchange -> {
            exchange.getResponseHeaders().set("Location", base() + "/elsewhere");
            send(exchange, 302, "");
        };

        assertEquals("127.0.0.1 answered HTTP 302.", refused().cameBack());
        assertEquals(1, requests.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>" + TOKEN + "</html>",
                "{}",
                "{\"value\":1}",
                "{\"value\":[]}",
                "\"" + TOKEN + "\"",
                "{\"value\":\"" + TOKEN + "\"",
                "{\"message\":\"" + TOKEN + "\"}"
            })
    void doesNotQuoteInvalidResponse(String body) {
        answer = exchange -> send(exchange, 200, body);

        assertEquals(
                "the response is not GitHub's: expected a JSON object with the token as its value.",
                refused().cameBack());
    }

    @Test
    void failsWhenTokenIsEmpty() {
        answer = exchange -> send(exchange, 200, "{\"value\":\"\"}");

        assertEquals("the value in the response is empty.", refused().cameBack());
    }

    @Test
    void rejectsTokenThatIsInvalidInHeader() {
        answer = exchange -> send(exchange, 200, "{\"value\":\"" + TOKEN + "\\n" + TOKEN + "\"}");

        assertTrue(refused().cameBack().startsWith("the value in the response contains more than a token"));
    }

    @Test
    void limitsSizeOfResponse() {
        answer = exchange -> send(exchange, 200, "{\"value\":\"" + "x".repeat(200_000) + "\"}");

        assertTrue(refused().cameBack().startsWith("no response from 127.0.0.1: "));
    }

    @Test
    void limitsTimeOfStalledResponse() {
        answer = exchange -> {
            try {
                over.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        };

        assertEquals(
                "127.0.0.1 did not answer in time.",
                refused(Duration.ofMillis(200)).cameBack());
    }

    @Test
    void limitsTimeOfDrippingResponse() {
        answer = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                while (over.getCount() > 0) {
                    exchange.getResponseBody().write(' ');
                    exchange.getResponseBody().flush();
                    over.await(20, TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        };

        assertEquals(
                "127.0.0.1 did not answer in time.",
                refused(Duration.ofMillis(300)).cameBack());
    }

    @Test
    void reportsUnreachableHost() {
        server.stop(0);

        assertEquals("no response from 127.0.0.1: ConnectException.", refused().cameBack());
    }

    @ParameterizedTest
    @ValueSource(strings = {"not a url", "ftp://127.0.0.1/", "file:///etc/passwd", "http:///x", "//x"})
    void doesNotQuoteInvalidUrl(String url) {
        environment.put(URL_VARIABLE, url);
        AwsAccessException failure = refused();

        assertEquals("the environment variable " + URL_VARIABLE + " is not a URL.", failure.cameBack());
    }

    @Test
    void rejectsInvalidBearerWithoutQuotingIt() {
        environment.put(BEARER_VARIABLE, BEARER + "\r\nX: " + BEARER);

        assertTrue(refused().cameBack().contains(BEARER_VARIABLE + " contains more than a token"));
        assertTrue(requests.isEmpty());
    }

    private AwsAccessException refused() {
        return refused(Duration.ofSeconds(5));
    }

    private AwsAccessException refused(Duration patience) {
        AwsAccessException failure =
                assertThrows(AwsAccessException.class, () -> token(patience).fetch());
        assertEquals("Cannot get the web identity token of GitHub Actions", failure.attempted());
        NoSecrets.in(failure, List.of(BEARER, TOKEN));
        return failure;
    }

    private GitHubToken token() {
        return token(Duration.ofSeconds(5));
    }

    private GitHubToken token(Duration patience) {
        return new GitHubToken(environment, audience, new TokenRequest(Duration.ofSeconds(2), patience));
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
