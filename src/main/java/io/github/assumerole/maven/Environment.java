package io.github.assumerole.maven;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** The environment variables of a build. */
final class Environment {
    private static final String PREFIX = "env.";

    private Environment() {}

    /** The system properties of a Maven session with the prefix {@code env.}. */
    static Map<String, String> of(Properties systemProperties) {
        Map<String, String> variables = new HashMap<>();
        for (String name : systemProperties.stringPropertyNames()) {
            if (name.startsWith(PREFIX)) {
                variables.put(name.substring(PREFIX.length()), systemProperties.getProperty(name));
            }
        }
        return variables;
    }
}
