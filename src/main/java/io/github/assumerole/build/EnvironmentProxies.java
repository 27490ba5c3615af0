package io.github.assumerole.build;

import io.github.assumerole.role.HttpProxies;
import io.github.assumerole.role.HttpProxy;
import io.github.assumerole.role.HttpProxy.Login;
import io.github.assumerole.role.Secret;
import io.github.assumerole.text.ConfigurationProblems;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The proxies of the JVM's system properties and of the environment variables HTTPS_PROXY, HTTP_PROXY and NO_PROXY, in
 * upper or lower case.
 */
public final class EnvironmentProxies {
    /** Scheme, login, host and port, and what some tools append; a login may contain any character. */
    private static final Pattern PROXY = Pattern.compile(
            "(?:http://|(?![a-z][a-z0-9+.-]*://))(?:(?<login>.*)@)?(?<host>\\[[0-9a-f:.]+]|[^\\s:/@\\[\\]]+)(?::(?<port>[0-9]{1,5}))?/?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ENCODED = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");
    private static final int DEFAULT_PORT = 80;
    private static final int MAX_PORT = 65_535;

    private final Map<String, String> environment;
    private final Properties systemProperties;

    public EnvironmentProxies(Map<String, String> environment, Properties systemProperties) {
        this.environment = environment;
        this.systemProperties = systemProperties;
    }

    /**
     * For HTTPS, the proxy of HTTPS, else that of HTTP.
     *
     * @param schemes those of the servers that are called; what no call would use is not read
     * @return without a proxy that is invalid, after a problem was added to {@code problems}
     */
    public HttpProxies read(ConfigurationProblems problems, Predicate<String> schemes) {
        Optional<HttpProxy> https = schemes.test("https")
                ? property("https", problems).or(() -> variable("HTTPS_PROXY", problems))
                : Optional.empty();
        boolean needsHttp = schemes.test("http") || schemes.test("https") && https.isEmpty();
        Optional<HttpProxy> http =
                needsHttp ? property("http", problems).or(() -> variable("HTTP_PROXY", problems)) : Optional.empty();
        return new HttpProxies(http, https.or(() -> http));
    }

    private Optional<HttpProxy> property(String scheme, ConfigurationProblems problems) {
        String name = scheme + ".proxyHost";
        return text(systemProperties.getProperty(name)).flatMap(host -> {
            String port = systemProperties.getProperty(scheme + ".proxyPort", scheme.equals("http") ? "80" : "443");
            if (!isPort(port)) {
                problems.add(scheme + ".proxyPort", "'" + port + "' is not a port, expected 1 to " + MAX_PORT);
                return Optional.empty();
            }
            Optional<Login> login = text(systemProperties.getProperty(scheme + ".proxyUser"))
                    .map(user ->
                            new Login(user, Secret.of(systemProperties.getProperty(scheme + ".proxyPassword", ""))));
            List<String> direct = split(systemProperties.getProperty("http.nonProxyHosts", ""), "\\|")
                    .toList();
            return Optional.of(
                    new HttpProxy(host, Integer.parseInt(port), login, direct, "the system property " + name));
        });
    }

    private Optional<HttpProxy> variable(String name, ConfigurationProblems problems) {
        return value(name).flatMap(text -> {
            Matcher proxy = PROXY.matcher(text);
            if (!proxy.matches() || !isPort(portOf(proxy))) {
                // Never with the value, which can contain a password.
                problems.add(
                        name,
                        "is not the URL of an HTTP proxy, as in http://proxy.example.com:3128; correct it, or configure"
                                + " the proxy in settings.xml");
                return Optional.empty();
            }
            return Optional.of(new HttpProxy(
                    proxy.group("host").replaceAll("[\\[\\]]", ""),
                    Integer.parseInt(portOf(proxy)),
                    Optional.ofNullable(proxy.group("login")).flatMap(EnvironmentProxies::login),
                    split(value("NO_PROXY").orElse(""), "[,\\s]+")
                            .flatMap(EnvironmentProxies::globs)
                            .toList(),
                    name));
        });
    }

    private static String portOf(Matcher proxy) {
        return Optional.ofNullable(proxy.group("port")).orElse(String.valueOf(DEFAULT_PORT));
    }

    private static Optional<Login> login(String text) {
        int colon = text.indexOf(':');
        String user = decoded(colon < 0 ? text : text.substring(0, colon));
        Secret password = Secret.of(colon < 0 ? "" : decoded(text.substring(colon + 1)));
        return user.isEmpty() ? Optional.empty() : Optional.of(new Login(user, password));
    }

    /** Unlike in a form, a plus stands for itself; a percent sign without a code does, too. */
    private static String decoded(String text) {
        return ENCODED.matcher(text)
                .replaceAll(code -> Matcher.quoteReplacement(URLDecoder.decode(code.group(), StandardCharsets.UTF_8)));
    }

    /** A domain stands for itself and its subdomains, with a leading dot or without. */
    private static Stream<String> globs(String entry) {
        String domain = entry.replaceFirst("^\\*?\\.", "");
        return entry.equals("*") ? Stream.of(entry) : Stream.of(domain, "*." + domain);
    }

    /** The value of a variable, of which tools read both spellings. */
    private Optional<String> value(String name) {
        return text(environment.get(name.toLowerCase(Locale.ROOT))).or(() -> text(environment.get(name)));
    }

    private static Stream<String> split(String text, String separator) {
        return Stream.of(text.split(separator)).map(String::strip).filter(entry -> !entry.isEmpty());
    }

    private static Optional<String> text(String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static boolean isPort(String text) {
        return text.matches("[0-9]{1,5}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MAX_PORT;
    }
}
