package io.github.assumerole.goal.credentials;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.goal.GoalTest;
import io.github.assumerole.standin.StandardWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.apache.maven.plugin.Mojo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.RestoreSystemProperties;

/**
 * How often a build reads the shared config and credentials files: once, and for each client that it makes. The SDK
 * reads the default files for each client, even if the client is configured with their content.
 */
@RestoreSystemProperties
class SharedFileReadsTest extends GoalTest {
    private Path config;
    private Path credentials;

    @BeforeEach
    void writeFiles() throws IOException {
        noParameter("endpointUrl");
        parameter("profile", "ci");
        parameter("roleArn", StandardWorld.CI_DEPLOY);
        config = Files.writeString(
                directory.toPath().resolve("config"),
                "[profile ci]\nregion = eu-west-1\nmax_attempts = 2\nendpoint_url = " + aws.endpoint() + "\n");
        credentials = Files.writeString(
                directory.toPath().resolve("credentials"),
                "[ci]\naws_access_key_id = " + StandardWorld.BOB_KEY_ID + "\naws_secret_access_key = "
                        + StandardWorld.BOB_SECRET + "\n");
        System.setProperty("aws.configFile", config.toString());
        System.setProperty("aws.sharedCredentialsFile", credentials.toString());
    }

    @Test
    void readsEachFileOnceInBuild() throws Exception {
        Mojo[] goals = {assumeRole(), assumeRole("roleSessionName=other"), listBuckets("minBuckets=1")};

        assertEquals(List.of(1 + 3L, 1 + 3L), reads(goals), "two clients for STS and one for S3");
    }

    @Test
    void readsNoFileForRepeatedGoal() throws Exception {
        assumeRole().execute();

        assertEquals(List.of(0L, 0L), reads(assumeRole()));
    }

    @Test
    void readsFilesAgainAfterChange() throws Exception {
        assertEquals(List.of(1 + 1L, 1 + 1L), reads(assumeRole()), "one client");
        Files.setLastModifiedTime(config, FileTime.fromMillis(0));

        assertEquals(List.of(1 + 1L, 1 + 1L), reads(listBuckets("minBuckets=1")), "one client");
    }

    @Test
    void readsEachFileOnceForPolicy() throws Exception {
        assertEquals(List.of(1L, 1L), reads(iamPolicy("minBuckets=1")));
    }

    /** The reads of the config file and those of the credentials file. */
    private List<Long> reads(Mojo... goals) throws Exception {
        Path dump = directory.toPath().resolve("reads.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.FileRead").withThreshold(Duration.ZERO).withoutStackTrace();
            recording.start();
            for (Mojo goal : goals) {
                goal.execute();
            }
            recording.stop();
            recording.dump(dump);
        }
        List<String> ends = RecordingFile.readAllEvents(dump).stream()
                .filter(read -> read.getBoolean("endOfFile"))
                .map(read -> read.getString("path"))
                .toList();
        return Stream.of(config, credentials)
                .map(file -> ends.stream().filter(file.toString()::equals).count())
                .toList();
    }
}
