package io.github.assumerole.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.role.HttpProxies;
import io.github.assumerole.role.HttpProxy;
import io.github.assumerole.role.HttpProxy.Login;
import io.github.assumerole.role.Secret;
import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.InvalidConfigurationException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EnvironmentProxiesTest {
    private final Map<String, String> environment = new HashMap<>();
    private final Properties system = new Properties();
    private final ConfigurationProblems problems = new ConfigurationProblems();

    @Test
    void findsNoProxy() {
        environment.put("HTTPS_PROXY", " ");
        environment.put("NO_PROXY", "*");
        assertEquals(HttpProxies.NONE, read());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            http://proxy.corp:3128            | proxy.corp | 3128
            HTTP://proxy.corp:3128/           | proxy.corp | 3128
            proxy.corp:3128                   | proxy.corp | 3128
            proxy.corp                        | proxy.corp | 80
            http://10.1.2.3                   | 10.1.2.3   | 80
            http://[fe80::1]:3128             | fe80::1    | 3128
            bob:secret@proxy.corp:3128        | proxy.corp | 3128
            """)
    void readsHostAndPort(String value, String host, int port) {
        environment.put("HTTPS_PROXY", value);
        HttpProxy proxy = read().https().orElseThrow();
        assertEquals(host + " " + port, proxy.host() + " " + proxy.port());
        assertEquals("HTTPS_PROXY", proxy.source());
        assertEquals(Optional.empty(), read().http());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            bob:sesame        | bob      | sesame
            bob:              | bob      | ''
            bob               | bob      | ''
            CORP%5Cbob:p%40ss | CORP\\bob | p@ss
            bob:p@s:s/w#o?rd  | bob      | p@s:s/w#o?rd
            bob:a+b%2Bc       | bob      | a+b+c
            bob:50%off%       | bob      | 50%off%
            bob:%E2%82%AC     | bob      | €
            """)
    void decodesLogin(String login, String user, String password) {
        environment.put("HTTPS_PROXY", "http://" + login + "@proxy.corp:3128");
        HttpProxy proxy = read().https().orElseThrow();
        assertEquals(Optional.of(new Login(user, Secret.of(password))), proxy.login());
        assertEquals("proxy.corp", proxy.host());
        assertFalse(proxy.toString().contains("sesame"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://bob:sesame@proxy.corp:3128",
                "socks5://proxy.corp:1080",
                "http://bob:sesame@",
                "http://bob:sesame@proxy.corp:0",
                "http://bob:sesame@proxy.corp:65536",
                "http://bob:sesame@proxy.corp:port",
                "http://bob:sesame@proxy.corp:3128/path",
                "bob:sesame",
                "http://"
            })
    void rejectsOtherValuesWithoutPrintingThem(String value) {
        environment.put("HTTPS_PROXY", value);

        assertEquals(HttpProxies.NONE, new EnvironmentProxies(environment, system).read(problems, scheme -> true));

        assertEquals(
                "HTTPS_PROXY: is not the URL of an HTTP proxy, as in http://proxy.example.com:3128; correct it, or"
                        + " configure the proxy in settings.xml",
                assertThrows(InvalidConfigurationException.class, problems::throwIfAny)
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource({"http, HTTPS_PROXY", "https, HTTP_PROXY"})
    void doesNotReadProxyThatNoCallUses(String scheme, String variable) {
        environment.put("HTTP_PROXY", "http://proxy.corp");
        environment.put("HTTPS_PROXY", "http://proxy.corp");
        environment.put(variable, "socks5://x:1");

        HttpProxies proxies = new EnvironmentProxies(environment, system).read(problems, scheme::equals);

        problems.throwIfAny();
        assertEquals(
                "proxy.corp",
                proxies.to(URI.create(scheme + "://s3.corp")).orElseThrow().host());
    }

    @Test
    void rejectsInvalidProxyForHttpThatHttpsWouldUse() {
        environment.put("HTTP_PROXY", "socks5://x:1");

        new EnvironmentProxies(environment, system).read(problems, "https"::equals);

        assertTrue(assertThrows(InvalidConfigurationException.class, problems::throwIfAny)
                .getMessage()
                .startsWith("HTTP_PROXY: "));
    }

    /** As curl and the AWS CLI do, the lower-case name first. */
    @Test
    void readsBothSpellings() {
        environment.put("HTTPS_PROXY", "http://upper.corp");
        assertEquals("upper.corp", read().https().orElseThrow().host());
        environment.put("https_proxy", "http://lower.corp");
        environment.put("no_proxy", "direct.corp");
        environment.put("NO_PROXY", "other.corp");
        HttpProxies proxies = read();
        assertEquals("lower.corp", proxies.https().orElseThrow().host());
        assertTrue(proxies.to(URI.create("https://direct.corp")).isEmpty());
        assertTrue(proxies.to(URI.create("https://other.corp")).isPresent());
    }

    @Test
    void usesProxyForHttpForHttpsAsWell() {
        environment.put("HTTP_PROXY", "http://plain.corp");
        assertEquals("plain.corp", read().https().orElseThrow().host());
        assertEquals("plain.corp", read().http().orElseThrow().host());
        environment.put("HTTPS_PROXY", "http://tls.corp");
        assertEquals("tls.corp", read().https().orElseThrow().host());
        assertEquals("plain.corp", read().http().orElseThrow().host());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            corp.internal          | https://corp.internal         | true
            corp.internal          | https://s3.corp.internal      | true
            .corp.internal         | https://corp.internal         | true
            .corp.internal         | https://s3.eu.corp.internal   | true
            *.corp.internal        | https://s3.corp.internal      | true
            CORP.internal          | https://S3.Corp.Internal      | true
            'x, .corp.internal ,y' | https://s3.corp.internal      | true
            corp.internal          | https://notcorp.internal      | false
            corp.internal          | https://corp.internal.example | false
            corp.internal:9000     | https://s3.corp.internal:9000 | true
            corp.internal:9000     | https://s3.corp.internal      | false
            corp.internal:443      | https://s3.corp.internal      | true
            *                      | https://s3.corp.internal      | true
            x                      | http://localhost:9000         | true
            x                      | https://127.0.0.1             | true
            x                      | https://[::1]:9000            | true
            x                      | https://127.0.0.1.corp        | false
            x                      | https://my_server             | false
            """)
    void bypassesProxyForHostsOfNoProxy(String noProxy, String server, boolean direct) {
        environment.put("HTTP_PROXY", "http://proxy.corp");
        environment.put("NO_PROXY", noProxy);
        assertEquals(direct, read().to(URI.create(server)).isEmpty());
    }

    @Test
    void prefersSystemProperties() {
        environment.put("HTTPS_PROXY", "http://variable.corp");
        environment.put("NO_PROXY", "*");
        system.setProperty("https.proxyHost", "property.corp");
        system.setProperty("https.proxyUser", "bob");
        system.setProperty("https.proxyPassword", "sesame");
        system.setProperty("http.nonProxyHosts", "*.direct|x");
        assertEquals(
                Optional.of(new HttpProxy(
                        "property.corp",
                        443,
                        Optional.of(new Login("bob", Secret.of("sesame"))),
                        List.of("*.direct", "x"),
                        "the system property https.proxyHost")),
                read().https());
        system.setProperty("https.proxyPort", "8443");
        assertEquals(8443, read().https().orElseThrow().port());
    }

    @Test
    void rejectsInvalidPortOfSystemProperty() {
        system.setProperty("http.proxyHost", "property.corp");
        system.setProperty("http.proxyPort", "70000");
        new EnvironmentProxies(environment, system).read(problems, scheme -> true);
        assertEquals(
                "http.proxyPort: '70000' is not a port, expected 1 to 65535",
                assertThrows(InvalidConfigurationException.class, problems::throwIfAny)
                        .getMessage());
    }

    private HttpProxies read() {
        HttpProxies proxies = new EnvironmentProxies(environment, system).read(problems, scheme -> true);
        problems.throwIfAny();
        return proxies;
    }
}
