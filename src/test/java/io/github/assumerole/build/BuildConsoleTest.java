package io.github.assumerole.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

final class BuildConsoleTest {
    private final Properties systemProperties = new Properties();

    @Test
    void isNotSystemOut() {
        assertNotSame(System.out, BuildConsole.find(systemProperties).orElseThrow());
    }

    @Test
    void isEmptyInTheMavenDaemon() {
        systemProperties.setProperty("mvnd.home", "anywhere");
        assertEquals(Optional.empty(), BuildConsole.find(systemProperties));
    }
}
