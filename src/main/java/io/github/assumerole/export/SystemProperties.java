package io.github.assumerole.export;

import io.github.assumerole.role.Secret;
import io.github.assumerole.role.SessionCredentials;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * The system properties of the default credential provider chains of the AWS SDK for Java, 1.x and 2.x, so that plugins
 * in this JVM need no configuration. The former values are restored when the build ends.
 */
public final class SystemProperties implements CredentialExport {
    private static final String KEY_ID = "aws.accessKeyId";
    private static final String SECRET_KEY = "aws.secretAccessKey";
    private static final String TOKEN = "aws.sessionToken";

    /** The name that the AWS SDK for Java 1.x uses. */
    private static final String SECRET_KEY_OF_SDK_1 = "aws.secretKey";

    private static final List<String> NAMES = List.of(KEY_ID, SECRET_KEY, SECRET_KEY_OF_SDK_1, TOKEN);

    private static final String REPLACED = "replacedSystemProperties";
    private static final String ORIGINAL = "originalSystemProperty.";

    private final Properties properties;
    private final ConcurrentMap<String, Supplier<String>> shared;
    private final SharedTarget target;

    /**
     * @param properties those of the JVM
     * @param shared as of {@link SharedTarget}
     * @param parallel whether modules are built in parallel
     */
    public SystemProperties(Properties properties, ConcurrentMap<String, Supplier<String>> shared, boolean parallel) {
        this.properties = properties;
        this.shared = shared;
        this.target = new SharedTarget("systemProperties", shared, parallel);
    }

    @Override
    public String accept(SessionCredentials credentials) {
        target.export(credentials, () -> replace(credentials));
        return "system properties aws.*";
    }

    /**
     * The value of a system property before the first export. Base credentials are looked up here: with exported ones,
     * roles would be chained by accident.
     */
    public Optional<String> original(String name) {
        synchronized (shared) {
            return NAMES.contains(name) && shared.containsKey(REPLACED)
                    ? Optional.ofNullable(shared.get(ORIGINAL + name)).map(Supplier::get)
                    : Optional.ofNullable(properties.getProperty(name));
        }
    }

    /** Restores the values before the first export, if there was one. */
    public void restore() {
        synchronized (shared) {
            if (shared.remove(REPLACED) != null) {
                NAMES.forEach(this::restore);
            }
        }
    }

    private void replace(SessionCredentials credentials) {
        if (shared.putIfAbsent(REPLACED, () -> "true") == null) {
            NAMES.forEach(this::save);
        }
        properties.setProperty(KEY_ID, credentials.accessKeyId());
        properties.setProperty(SECRET_KEY, credentials.secretAccessKey().reveal());
        properties.setProperty(
                SECRET_KEY_OF_SDK_1, credentials.secretAccessKey().reveal());
        properties.setProperty(TOKEN, credentials.sessionToken().reveal());
    }

    private void save(String name) {
        Optional.ofNullable(properties.getProperty(name))
                .map(Secret::of)
                .ifPresent(value -> shared.put(ORIGINAL + name, value::reveal));
    }

    private void restore(String name) {
        Optional.ofNullable(shared.remove(ORIGINAL + name))
                .ifPresentOrElse(
                        original -> properties.setProperty(name, original.get()), () -> properties.remove(name));
    }
}
