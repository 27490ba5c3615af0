package io.github.assumerole.build;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** The environment variables of a build. */
public final class Environment {
    private static final String PREFIX = "env.";

    private Environment() {}

    /** The system properties of a Maven session with the prefix {@code env.}. */
    public static Map<String, String> of(Properties systemProperties) {
        Map<String, String> variables = new HashMap<>();
        systemProperties.forEach((key, value) -> {
            if (key instanceof String name && value instanceof String text && name.startsWith(PREFIX)) {
                variables.put(name.substring(PREFIX.length()), text);
            }
        });
        return variables;
    }
}
