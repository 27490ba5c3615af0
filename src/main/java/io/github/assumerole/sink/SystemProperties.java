package io.github.assumerole.sink;

import io.github.assumerole.role.SessionCredentials;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentMap;

/**
 * The system properties in which the AWS SDK's default chain looks first: plugins of this JVM that use it find the
 * credentials without being configured. What was there before comes back when the build ends.
 */
public final class SystemProperties implements CredentialSink {
    private static final String KEY_ID = "aws.accessKeyId";
    private static final String SECRET_KEY = "aws.secretAccessKey";
    private static final String TOKEN = "aws.sessionToken";
    private static final List<String> NAMES = List.of(KEY_ID, SECRET_KEY, TOKEN);

    private static final String REPLACED = "replaced";
    private static final String ORIGINAL = "original ";

    private final Properties properties;
    private final ConcurrentMap<String, String> memory;
    private final SharedPlace place;

    /**
     * @param properties those of the system
     * @param memory lives as long as the build; of types of the JDK, since two realms of the plugin share it
     * @param parallel whether modules are built side by side
     */
    public SystemProperties(Properties properties, ConcurrentMap<String, String> memory, boolean parallel) {
        this.properties = properties;
        this.memory = memory;
        this.place = new SharedPlace("systemProperties", memory, parallel);
    }

    @Override
    public String accept(SessionCredentials credentials) {
        Triple triple = Triple.of(credentials, "Cannot set the system properties aws.*");
        place.occupy(credentials, () -> replace(triple));
        return "system properties aws.*";
    }

    /**
     * The value that a system property had before the first credentials were accepted. Base credentials are looked up
     * here: those that we have put there ourselves would chain one role to another by accident.
     */
    public Optional<String> original(String name) {
        synchronized (memory) {
            return NAMES.contains(name) && memory.containsKey(REPLACED)
                    ? Optional.ofNullable(memory.get(ORIGINAL + name))
                    : Optional.ofNullable(properties.getProperty(name));
        }
    }

    /** Puts back what was there before the first credentials were accepted; does nothing when none were. */
    @Override
    public void takeBack() {
        synchronized (memory) {
            if (memory.remove(REPLACED) != null) {
                NAMES.forEach(this::putBack);
            }
        }
    }

    private void replace(Triple triple) {
        if (memory.putIfAbsent(REPLACED, "yes") == null) {
            NAMES.forEach(this::remember);
        }
        properties.setProperty(KEY_ID, triple.accessKeyId());
        properties.setProperty(SECRET_KEY, triple.secretAccessKey());
        properties.setProperty(TOKEN, triple.sessionToken());
    }

    private void remember(String name) {
        Optional.ofNullable(properties.getProperty(name)).ifPresent(value -> memory.put(ORIGINAL + name, value));
    }

    private void putBack(String name) {
        String original = memory.remove(ORIGINAL + name);
        if (original == null) {
            properties.remove(name);
        } else {
            properties.setProperty(name, original);
        }
    }
}
