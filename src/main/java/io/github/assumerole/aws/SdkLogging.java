package io.github.assumerole.aws;

/** Silences the SDK's debug log under {@code mvn -X}: it prints STS responses with session tokens. */
public final class SdkLogging {
    private static final String LEVEL = "org.slf4j.simpleLogger.log.software.amazon.awssdk";

    private SdkLogging() {}

    /**
     * Raises the level of the SDK's loggers, unless the user configured it by name. Must be called before the first
     * class of the SDK is loaded: a logger reads its level once.
     *
     * @return whether this call changed the level
     */
    public static boolean quieten() {
        return System.getProperties().putIfAbsent(LEVEL, "info") == null;
    }

    /** Undoes {@link #quieten()}. */
    public static void restore() {
        System.clearProperty(LEVEL);
    }
}
