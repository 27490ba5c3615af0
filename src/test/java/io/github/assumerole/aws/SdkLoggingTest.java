package io.github.assumerole.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.ClearSystemProperty;
import org.junit.jupiter.api.util.SetSystemProperty;

class SdkLoggingTest {
    private static final String LEVEL = "org.slf4j.simpleLogger.log.software.amazon.awssdk";

    @Test
    @ClearSystemProperty(key = LEVEL)
    void turnsTheLogOffOnceAndRestoresIt() {
        assertTrue(SdkLogging.quieten());
        assertEquals("off", System.getProperty(LEVEL));
        assertFalse(SdkLogging.quieten(), "a second goal must not restore it");

        SdkLogging.restore();

        assertNull(System.getProperty(LEVEL));
    }

    @Test
    @SetSystemProperty(key = LEVEL, value = "debug")
    void keepsALevelThatTheUserConfigured() {
        assertFalse(SdkLogging.quieten());

        assertEquals("debug", System.getProperty(LEVEL));
    }
}
