package io.github.assumerole.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.ClearSystemProperty;

class SdkLoggingTest {
    private static final String LEVEL = "org.slf4j.simpleLogger.log.software.amazon.awssdk";
    private static final String LEVEL_OF_MAVEN_4 = "maven.logger.log.software.amazon.awssdk";

    private final Properties properties = new Properties();

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
    void keepsALevelThatTheUserConfigured() {
        properties.setProperty(LEVEL, "debug");

        assertFalse(SdkLogging.quieten(properties, false));

        assertEquals(Map.of(LEVEL, "debug"), properties);
    }

    @Test
    void setsThePropertyOfMaven4() {
        assertTrue(SdkLogging.quieten(properties, true));
        assertFalse(SdkLogging.quieten(properties, true));

        assertEquals(Map.of(LEVEL_OF_MAVEN_4, "off"), properties);
    }

    @Test
    void keepsALevelThatTheUserConfiguredForMaven4() {
        properties.setProperty(LEVEL_OF_MAVEN_4, "debug");
        assertFalse(SdkLogging.quieten(properties, true));
        assertEquals(Map.of(LEVEL_OF_MAVEN_4, "debug"), properties);

        properties.clear();
        properties.setProperty(LEVEL, "debug");
        assertFalse(SdkLogging.quieten(properties, true), "Maven 4 reads this one, too");
        assertEquals(Map.of(LEVEL, "debug"), properties);
    }

    @Test
    void turnsTheLogOffOnMaven3ThoughThePropertyOfMaven4IsSet() {
        properties.setProperty(LEVEL_OF_MAVEN_4, "debug");

        assertTrue(SdkLogging.quieten(properties, false));
    }
}
