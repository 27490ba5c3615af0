package it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

class CredentialsFileTest {
    @Test
    void containsTheCredentialsOfTheRole() throws Exception {
        List<String> lines = Files.readAllLines(Path.of(System.getenv("AWS_SHARED_CREDENTIALS_FILE")));
        assertEquals("[default]", lines.get(0));
        assertTrue(lines.get(1).startsWith("aws_access_key_id = ASIA"));
    }

    /** The profile runner-by-role, which Maven's environment selects, has a role in Maven's own config file. */
    @Test
    void isWhatTheSdkUsesForTheInheritedProfile() throws Exception {
        assertEquals("runner-by-role", System.getenv("AWS_PROFILE"));
        AwsCredentials used = DefaultCredentialsProvider.create().resolveCredentials();
        assertEquals(
                "aws_access_key_id = " + used.accessKeyId(),
                Files.readAllLines(Path.of(System.getenv("AWS_SHARED_CREDENTIALS_FILE"))).get(1));
    }
}
