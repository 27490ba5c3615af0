package io.github.assumerole.aws;

import java.util.Properties;
import org.slf4j.LoggerFactory;

/**
 * Turns the SDK's log off: under {@code mvn -X} it prints STS responses with session tokens, and its warnings quote
 * files and command lines of the user. What matters of them is in the errors of this plugin.
 */
public final class SdkLogging {
    private static final String LEVEL = "org.slf4j.simpleLogger.log.software.amazon.awssdk";

    /** The property of Maven 4, which warns about the other one. */
    private static final String LEVEL_OF_MAVEN_4 = "maven.logger.log.software.amazon.awssdk";

    private SdkLogging() {}

    /**
     * Turns the SDK's loggers off, unless the user configured it by name. Must be called before the first class of the
     * SDK is loaded: a logger reads its level once.
     *
     * @return whether this call changed the level
     */
    public static boolean quieten() {
        return quieten(System.getProperties(), isMaven4());
    }

    static boolean quieten(Properties properties, boolean maven4) {
        return !(maven4 && properties.containsKey(LEVEL))
                && properties.putIfAbsent(maven4 ? LEVEL_OF_MAVEN_4 : LEVEL, "off") == null;
    }

    /** Undoes {@link #quieten()}. */
    public static void restore() {
        System.clearProperty(isMaven4() ? LEVEL_OF_MAVEN_4 : LEVEL);
    }

    private static boolean isMaven4() {
        return LoggerFactory.getILoggerFactory().getClass().getName().startsWith("org.apache.maven.slf4j.");
    }
}
