package io.github.assumerole.aws;

/** Silences the SDK's debug log under {@code mvn -X}: it prints STS responses with session tokens. */
public final class SdkLogging {
    private static final String LEVEL = "org.slf4j.simpleLogger.log.software.amazon.awssdk";

    private SdkLogging() {}

    /**
     * Raises the level of the SDK's loggers, unless the user has set it by name. Has to come before the first class of
     * the SDK: a logger reads its level once.
     */
    public static void quieten() {
        if (System.getProperty(LEVEL) == null) {
            System.setProperty(LEVEL, "info");
        }
    }
}
