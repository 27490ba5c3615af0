package io.github.assumerole.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    void findsNoneInSettingsWithoutOne() {
        assertEquals(Optional.empty(), read());
        assertTrue(problems.isEmpty());
    }

    @Test
    void takesHostAndPort() {
        proxy("http", " proxy.example ", 3128);
        assertEquals(Optional.of(new HttpProxy("proxy.example", 3128, Optional.empty(), List.of())), read());
    }

    @Test
    void leavesOutWhatIsNotActive() {
        proxy("https", "off.example", 1).setActive(false);
        proxy("http", "on.example", 2);
        assertEquals("on.example", read().orElseThrow().host());
    }

    @Test
    void prefersTheOneForHttpsSinceThatIsHowAwsIsAsked() {
        proxy("http", "plain.example", 1);
        proxy("HTTPS", "tls.example", 2);
        proxy("https", "later.example", 3);
        assertEquals("tls.example", read().orElseThrow().host());
    }

    @Test
    void leavesAProxyOfAnotherKindToOthersAsMavenDoes() {
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
    void splitsTheHostsThatAreAskedDirectly(String written, String hosts) {
        proxy("http", "proxy.example", 1).setNonProxyHosts(written);
        List<String> expected =
                Arrays.stream(hosts.split(";")).filter(host -> !host.isEmpty()).toList();
        assertEquals(expected, read().orElseThrow().nonProxyHosts());
    }

    @Test
    void takesALogin() {
        login("bob", "open sesame");
        assertEquals(
                Optional.of(new Login("bob", Secret.of("open sesame"))),
                read().orElseThrow().login());
        assertFalse(read().orElseThrow().toString().contains("sesame"));
    }

    @Test
    void decryptsThePasswordAsMavenDoes() {
        login("bob", SettingsSecurity.encrypted("open sesame"));
        assertEquals(
                Optional.of(new Login("bob", Secret.of("open sesame"))),
                read().orElseThrow().login());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void takesAnEmptyLoginForNone(String username) {
        login(username, "");
        assertEquals(Optional.empty(), read().orElseThrow().login());
    }

    @Test
    void refusesAPasswordThatCannotBeDecrypted() {
        login("bob", SettingsSecurity.encrypted("open sesame"));

        String problem = refusal(SettingsSecurity.missingIn(folder));

        assertTrue(
                problem.startsWith("settings.xml: the active proxy 'corp' cannot be decrypted: "
                        + "Failed to decrypt password for proxy corp: "),
                problem);
    }

    @Test
    void refusesAPasswordThatIsAnUndefinedVariable() {
        login("bob", "${env.NO_SUCH_PASSWORD}");
        assertRefused("has a <password> that holds a ${property} or ${env.VARIABLE} which is not defined");
    }

    @Test
    void refusesAUserWithoutPassword() {
        login("bob", null);
        assertRefused("has a <username>, but no <password>");
    }

    @Test
    void refusesAProxyWithoutHost() {
        proxy("http", " ", 3128);
        assertRefused("has no <host>");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 65_536})
    void refusesAPortThatIsNone(int port) {
        proxy("http", "proxy.example", port);
        assertRefused("has the <port> " + port + ", expected 1 to 65535");
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

    private Optional<HttpProxy> read() {
        return new SettingsProxy(settings, SettingsSecurity.in(folder).decrypter()).read(problems);
    }

    private void assertRefused(String problem) {
        assertEquals("settings.xml: the active proxy 'corp' " + problem, refusal(SettingsSecurity.in(folder)));
    }

    private String refusal(SettingsSecurity security) {
        assertEquals(Optional.empty(), new SettingsProxy(settings, security.decrypter()).read(problems));
        return assertThrows(InvalidConfigurationException.class, problems::throwIfAny)
                .getMessage();
    }
}
