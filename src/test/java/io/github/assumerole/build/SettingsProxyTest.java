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
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsProxyTest {
    private final Settings settings = new Settings();
    private final ConfigurationProblems problems = new ConfigurationProblems();

    @TempDir
    private Path folder;

    @Test
    void findsNoProxyInEmptySettings() {
        assertEquals(Optional.empty(), read());
        assertTrue(problems.isEmpty());
    }

    @Test
    void readsHostAndPort() {
        proxy("http", " proxy.example ", 3128);
        assertEquals(
                Optional.of(new HttpProxy("proxy.example", 3128, Optional.empty(), List.of(), "settings.xml")), read());
    }

    @Test
    void ignoresInactiveProxies() {
        proxy("https", "off.example", 1).setActive(false);
        proxy("http", "on.example", 2);
        assertEquals("on.example", read().orElseThrow().host());
    }

    @Test
    void prefersTheFirstProxyForHttps() {
        proxy("http", "plain.example", 1);
        proxy("HTTPS", "tls.example", 2);
        proxy("https", "later.example", 3);
        assertEquals("tls.example", read().orElseThrow().host());
    }

    @Test
    void usesProxyForHttpForBothSchemes() {
        proxy("http", "proxy.example", 1);
        assertEquals(readAll().http(), readAll().https());
    }

    @Test
    void doesNotUseProxyForHttpsForHttp() {
        proxy("https", "tls.example", 1);
        assertEquals(Optional.empty(), readAll().http());
        proxy("http", "plain.example", 2);
        assertEquals("plain.example", readAll().http().orElseThrow().host());
    }

    @Test
    void ignoresProxiesForOtherProtocols() {
        proxy("socks5", "socks.example", 1080);
        assertEquals(Optional.empty(), read());
        assertTrue(problems.isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "a|*.b, a;*.b",
        "'a, *.b', a;*.b",
        "' a | *.b |', a;*.b",
        "'|,', ''",
        "*, *",
    })
    void splitsNonProxyHosts(String configured, String hosts) {
        proxy("http", "proxy.example", 1).setNonProxyHosts(configured);
        List<String> expected =
                Arrays.stream(hosts.split(";")).filter(host -> !host.isEmpty()).toList();
        assertEquals(expected, read().orElseThrow().nonProxyHosts());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void readsAndDecryptsTheLogin(boolean encrypted) {
        login("bob", encrypted ? SettingsSecurity.encrypted("open sesame") : "open sesame");

        HttpProxy proxy = read().orElseThrow();

        assertEquals(Optional.of(new Login("bob", Secret.of("open sesame"))), proxy.login());
        assertFalse(proxy.toString().contains("sesame"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void ignoresAnEmptyUsername(String username) {
        login(username, "");
        assertEquals(Optional.empty(), read().orElseThrow().login());
    }

    @Test
    void rejectsAPasswordThatCannotBeDecrypted() {
        login("bob", SettingsSecurity.encrypted("open sesame"));

        String problem = problemWith(SettingsSecurity.missingIn(folder));

        assertTrue(
                problem.startsWith("settings.xml: the active proxy 'corp' cannot be decrypted: "
                        + "Failed to decrypt password for proxy corp: "),
                problem);
    }

    @ParameterizedTest
    @CsvSource({
        "proxy.example, 3128,  ${env.NO_SUCH_PASSWORD}, 'has a <password> with an undefined ${property} or ${env.VARIABLE}'",
        "proxy.example, 3128,  ,                        'has a <username>, but no <password>'",
        "' ',           3128,  secret,                  has no <host>",
        "proxy.example, -1,    secret,                  'has the <port> -1, expected 1 to 65535'",
        "proxy.example, 0,     secret,                  'has the <port> 0, expected 1 to 65535'",
        "proxy.example, 65536, secret,                  'has the <port> 65536, expected 1 to 65535'"
    })
    void rejectsAnInvalidProxy(String host, int port, String password, String problem) {
        Proxy proxy = proxy("http", host, port);
        proxy.setUsername("bob");
        proxy.setPassword(password);

        assertEquals("settings.xml: the active proxy 'corp' " + problem, problemWith(SettingsSecurity.in(folder)));
    }

    private Proxy proxy(String protocol, String host, int port) {
        Proxy proxy = new Proxy();
        proxy.setId("corp");
        proxy.setProtocol(protocol);
        proxy.setHost(host);
        proxy.setPort(port);
        settings.addProxy(proxy);
        return proxy;
    }

    private void login(String username, String password) {
        Proxy proxy = proxy("http", "proxy.example", 3128);
        proxy.setUsername(username);
        proxy.setPassword(password);
    }

    /** That for HTTPS. */
    private Optional<HttpProxy> read() {
        return readAll().https();
    }

    private HttpProxies readAll() {
        return new SettingsProxy(settings, SettingsSecurity.in(folder).decrypter()).read(problems);
    }

    private String problemWith(SettingsSecurity security) {
        assertEquals(HttpProxies.NONE, new SettingsProxy(settings, security.decrypter()).read(problems));
        return assertThrows(InvalidConfigurationException.class, problems::throwIfAny)
                .getMessage();
    }
}
