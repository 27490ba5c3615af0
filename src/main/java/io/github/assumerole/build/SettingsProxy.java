package io.github.assumerole.build;

import io.github.assumerole.role.HttpProxies;
import io.github.assumerole.role.HttpProxy;
import io.github.assumerole.role.HttpProxy.Login;
import io.github.assumerole.role.Secret;
import io.github.assumerole.text.ConfigurationProblems;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** The proxies of settings.xml. */
public record SettingsProxy(Settings settings, SettingsDecrypter decrypter) {
    private static final int MAX_PORT = 65_535;

    /**
     * The first active proxy for each protocol; for https else that for http, as in Maven.
     *
     * @return without proxies after a problem was added to {@code problems}
     */
    public HttpProxies read(ConfigurationProblems problems) {
        try {
            Optional<HttpProxy> http = active("http").map(this::translate);
            return new HttpProxies(http, active("https").map(this::translate).or(() -> http));
        } catch (IllegalArgumentException wrong) {
            problems.add("settings.xml", wrong.getMessage());
            return HttpProxies.NONE;
        }
    }

    private Optional<Proxy> active(String protocol) {
        return settings.getProxies().stream()
                .filter(Proxy::isActive)
                .filter(proxy -> protocol.equalsIgnoreCase(proxy.getProtocol()))
                .findFirst();
    }

    private HttpProxy translate(Proxy configured) {
        if (isBlank(configured.getHost())) {
            throw wrong(configured, "has no <host>");
        }
        if (configured.getPort() < 1 || configured.getPort() > MAX_PORT) {
            throw wrong(configured, "has the <port> " + configured.getPort() + ", expected 1 to " + MAX_PORT);
        }
        return new HttpProxy(
                configured.getHost().strip(),
                configured.getPort(),
                login(configured),
                hosts(configured),
                "settings.xml");
    }

    private Optional<Login> login(Proxy configured) {
        if (isBlank(configured.getUsername())) {
            return Optional.empty();
        }
        Decryption decryption = new Decryption(decrypter, problem -> wrong(configured, problem));
        decryption.requireDefined("<username>", configured.getUsername());
        decryption.requireDefined("<password>", configured.getPassword());
        Proxy proxy = decryption
                .decrypt(new DefaultSettingsDecryptionRequest(configured))
                .getProxy();
        if (isBlank(proxy.getPassword())) {
            throw wrong(configured, "has a <username>, but no <password>");
        }
        decryption.requireDecrypted("<password>", proxy.getPassword());
        return Optional.of(new Login(proxy.getUsername(), Secret.of(proxy.getPassword())));
    }

    /** Maven separates hosts with {@code |}; old settings have commas. */
    private static List<String> hosts(Proxy configured) {
        return Stream.ofNullable(configured.getNonProxyHosts())
                .flatMap(hosts -> Stream.of(hosts.split("[|,]")))
                .map(String::strip)
                .filter(host -> !host.isEmpty())
                .toList();
    }

    private static IllegalArgumentException wrong(Proxy configured, String problem) {
        return new IllegalArgumentException("the active proxy '" + configured.getId() + "' " + problem);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
