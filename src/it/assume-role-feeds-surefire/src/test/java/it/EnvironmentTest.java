package it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EnvironmentTest {
    @Test
    void holdsTheCredentialsOfTheRole() {
        assertTrue(System.getenv("AWS_ACCESS_KEY_ID").startsWith("ASIA"));
        assertEquals(40, System.getenv("AWS_SECRET_ACCESS_KEY").length());
        assertTrue(System.getenv("AWS_SESSION_TOKEN").length() > 100);
    }
}
