package io.github.assumerole.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.ClearSystemProperty;
import org.junit.jupiter.api.util.SetSystemProperty;

class SdkLoggingTest {
    private static final String LEVEL = "org.slf4j.simpleLogger.log.software.amazon.awssdk";

    @Test
    @ClearSystemProperty(key = LEVEL)
    void silencesSdkWhenFacadeIsCreated() {
        try (Scene scene = new Scene()) {
            scene.open();

            assertEquals("info", System.getProperty(LEVEL));
        }
    }

    @Test
    @SetSystemProperty(key = LEVEL, value = "debug")
    void keepsLevelSetByUser() {
        SdkLogging.quieten();

        assertEquals("debug", System.getProperty(LEVEL));
    }
}
