package it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CredentialsFileTest {
    @Test
    void namesTheCredentialsOfTheRole() throws Exception {
        List<String> lines = Files.readAllLines(Path.of(System.getenv("AWS_SHARED_CREDENTIALS_FILE")));
        assertEquals("[default]", lines.get(0));
        assertTrue(lines.get(1).startsWith("aws_access_key_id"));
        assertTrue(lines.get(1).contains("ASIA"));
    }
}
