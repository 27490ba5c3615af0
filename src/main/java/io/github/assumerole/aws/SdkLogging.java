package io.github.assumerole.aws;

/**
 * Turns the SDK's log off: under {@code mvn -X} it prints STS responses with session tokens, and its warnings quote
 * files and command lines of the user. What matters of them is in the errors of this plugin.
 */
public final class SdkLogging {
    private static final String LEVEL = "org.slf4j.simpleLogger.log.software.amazon.awssdk";

    private SdkLogging() {}

    /**
     * Turns the SDK's loggers off, unless the user configured it by name. Must be called before the first class of the
     * SDK is loaded: a logger reads its level once.
     *
     * @return whether this call changed the level
     */
    public static boolean quieten() {
        return System.getProperties().putIfAbsent(LEVEL, "off") == null;
    }

    /** Undoes {@link #quieten()}. */
    public static void restore() {
        System.clearProperty(LEVEL);
    }
}
