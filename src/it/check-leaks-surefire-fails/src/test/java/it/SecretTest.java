package it;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.junit.jupiter.api.Test;

class SecretTest {
    @Test
    void hasTheSecret() {
        assertNotNull(System.getProperty("aws.secretAccessKey"));
    }
}
