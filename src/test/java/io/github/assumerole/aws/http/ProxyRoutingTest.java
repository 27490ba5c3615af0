package io.github.assumerole.aws.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.aws.CallLimits;
import io.github.assumerole.aws.Network;
import io.github.assumerole.role.HttpProxies;
import io.github.assumerole.role.HttpProxy;
import io.github.assumerole.role.HttpProxy.Login;
import io.github.assumerole.role.Secret;
import io.github.assumerole.standin.LocalProxy;
import io.github.assumerole.standin.LocalProxy.Request;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.util.RestoreSystemProperties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** Which proxy requests use. The hosts do not exist, so none is reached without a proxy. */
@Timeout(60)
@RestoreSystemProperties
final class ProxyRoutingTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final LocalProxy proxy = LocalProxy.toNowhere();
    private final LocalProxy other = LocalProxy.toNowhere();

    @BeforeEach
    void clearProxiesOfThisMachine() {
        for (String scheme : List.of("http", "https")) {
            System.clearProperty(scheme + ".proxyHost");
            System.clearProperty(scheme + ".proxyPort");
        }
    }

    @AfterEach
    void close() {
        proxy.close();
        other.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void sendsRequestsAndLoginToProxy(boolean login) throws IOException {
        HttpProxy configured = login ? loggedIn(proxy) : through(proxy);

        assertEquals(502, get("http://sts.invalid/path?query=1", configured));
        IOException failed = assertThrows(IOException.class, () -> get("https://sts.invalid/", configured));

        assertEquals(List.of("GET http://sts.invalid/path?query=1", "CONNECT sts.invalid:443"), seen(proxy));
        Optional<String> sent = Optional.of("Basic Ym9iOm9wZW4gc2VzYW1l").filter(value -> login);
        assertEquals(List.of(sent, sent), logins(proxy));
        assertEquals("the proxy answered \"HTTP/1.1 502 Bad Gateway\"", failed.getMessage());
    }

    /** Also for hosts that bypass the configured proxy. */
    @ParameterizedTest
    @ValueSource(strings = {"http://sts.invalid/", "https://sts.invalid/"})
    void doesNotUseProxyOfJvmInstead(String url) {
        for (String scheme : List.of("http", "https")) {
            System.setProperty(scheme + ".proxyHost", other.host());
            System.setProperty(scheme + ".proxyPort", String.valueOf(other.port()));
        }
        reach(url, through(proxy));
        reach(url, through(proxy, "*"));
        assertEquals(1, proxy.requests().size());
        assertEquals(List.of(), seen(other));
    }

    @Test
    void choosesProxyBySchemeOfServer() {
        HttpProxies both = new HttpProxies(Optional.of(through(proxy)), Optional.of(through(other)));
        reach("http://sts.invalid/", both);
        reach("https://sts.invalid/", both);
        assertEquals(List.of("GET http://sts.invalid/"), seen(proxy));
        assertEquals(List.of("CONNECT sts.invalid:443"), seen(other));
    }

    @ParameterizedTest
    @CsvSource({
        "sts.invalid, sts.invalid",
        "sts.invalid, STS.Invalid",
        "sts.eu.invalid, *.invalid",
        "sts.eu.invalid, sts.*",
        "sts.eu.invalid, s*.eu.*",
        "sts.invalid, *",
        "sts.invalid, sts.invalid:*",
    })
    void bypassesProxyForNonProxyHost(String host, String nonProxyHost) {
        for (HttpProxy configured : List.of(through(proxy, nonProxyHost), loggedIn(proxy, nonProxyHost))) {
            assertThrows(UnknownHostException.class, () -> get("http://" + host + "/", configured));
            assertThrows(UnknownHostException.class, () -> get("https://" + host + "/", configured));
        }
        assertEquals(List.of(), seen(proxy));
    }

    @ParameterizedTest
    @CsvSource({
        "sts.invalid, invalid",
        "sts.invalid, *.sts.invalid",
        "stsxinvalid.invalid, sts.invalid",
        "sts.invalid, .*",
        "sts.invalid, sts.invalid:443",
        "127.0.0.1.invalid, x",
        "localhost.invalid, x"
    })
    void usesProxyForOtherHosts(String host, String nonProxyHost) throws IOException {
        assertEquals(502, get("http://" + host + "/", through(proxy, nonProxyHost)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1", "127.0.0.2", "localhost", "LOCALHOST", "s3.localhost", "[::1]", "[0:0:0:0:0:0:0:1]"
            })
    void bypassesProxyForLoopback(String host) {
        assertThrows(IOException.class, () -> get("http://" + host + ":1/", through(proxy)));
        assertThrows(IOException.class, () -> get("https://" + host + ":1/", loggedIn(proxy)));
        assertEquals(List.of(), seen(proxy));
    }

    @Test
    void failsWhenProxyIsDown() {
        proxy.close();
        assertThrows(ConnectException.class, () -> get("https://sts.invalid/", through(proxy)));
        assertThrows(ConnectException.class, () -> get("https://sts.invalid/", loggedIn(proxy)));
    }

    private static HttpProxy through(LocalProxy proxy, String... nonProxyHosts) {
        return new HttpProxy(proxy.host(), proxy.port(), Optional.empty(), List.of(nonProxyHosts), "a test");
    }

    private static HttpProxy loggedIn(LocalProxy proxy, String... nonProxyHosts) {
        Login login = new Login("bob", Secret.of("open sesame"));
        return new HttpProxy(proxy.host(), proxy.port(), Optional.of(login), List.of(nonProxyHosts), "a test");
    }

    private static void reach(String url, HttpProxy configured) {
        reach(url, both(configured));
    }

    private static void reach(String url, HttpProxies configured) {
        try {
            get(url, configured);
        } catch (IOException rejected) {
            // The tunnel is closed; only the recorded requests matter.
            return;
        }
    }

    private static HttpProxies both(HttpProxy proxy) {
        return new HttpProxies(Optional.of(proxy), Optional.of(proxy));
    }

    private static int get(String url, HttpProxy configured) throws IOException {
        return get(url, both(configured));
    }

    private static int get(String url, HttpProxies configured) throws IOException {
        HttpConnections connections =
                new HttpConnections(new Network(configured, Optional.empty()), new CallLimits(TIMEOUT, TIMEOUT, 1));
        try (SdkHttpClient client = UrlConnectionHttpClient.create(connections)) {
            SdkHttpRequest request = SdkHttpRequest.builder()
                    .method(SdkHttpMethod.GET)
                    .uri(URI.create(url))
                    .build();
            return client.prepareRequest(
                            HttpExecuteRequest.builder().request(request).build())
                    .call()
                    .httpResponse()
                    .statusCode();
        }
    }

    private static List<String> seen(LocalProxy proxy) {
        return proxy.requests().stream()
                .map(request -> request.method() + " " + request.target())
                .toList();
    }

    private static List<Optional<String>> logins(LocalProxy proxy) {
        return proxy.requests().stream().map(Request::authorization).toList();
    }
}
