package io.github.assumerole.aws.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.InvalidConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.util.RestoreSystemProperties;

@RestoreSystemProperties
class SharedFilesCacheTest {
    private final SharedFilesCache cache = new SharedFilesCache();

    @TempDir
    private Path dir;

    @BeforeEach
    void useFiles() {
        use("config", "credentials");
    }

    @Test
    void keepsFilesThatDoNotChange() throws IOException {
        assertSame(cache.read(), cache.read(), "without files");
        write("config", "[profile ci]\n");

        assertSame(cache.read(), cache.read());
    }

    @Test
    void findsFileThatIsCreatedOrChangedOrDeleted() throws IOException {
        assertEquals(Set.of(), names());
        write("config", "[profile ci]\n");
        assertEquals(Set.of("ci"), names());
        write("credentials", "[deploy]\n");
        assertEquals(Set.of("ci", "deploy"), names());
        write("config", "[profile release]\n");
        assertEquals(Set.of("release", "deploy"), names());
        Files.delete(dir.resolve("config"));
        assertEquals(Set.of("deploy"), names());
    }

    @Test
    void readsFilesOfOtherLocation() throws IOException {
        write("config", "[profile ci]\n");
        write("other", "[profile other]\n");
        assertEquals(Set.of("ci"), names());

        use("other", "credentials");

        assertEquals(Set.of("other"), names());
    }

    @Test
    void readsFileThatIsNoLongerInvalid() throws IOException {
        write("config", "[profile ci\n");
        write("credentials", "x\n");
        ConfigurationProblems problems = new ConfigurationProblems();
        cache.check(problems);
        String both =
                "credentials, line 1: is not in a profile; write the line with the profile's name in brackets above"
                        + " it\nconfig, line 1: begins with '[', but does not end with ']'";

        assertEquals(both, message(problems::throwIfAny));
        assertEquals(both, message(cache::read));
        write("config", "[profile ci]\n");
        write("credentials", "");
        assertEquals(Set.of("ci"), names());
    }

    @Test
    void showsNoSecret() throws IOException {
        write("credentials", "[ci]\naws_secret_access_key = hunter2\n");

        assertFalse(cache.read().toString().contains("hunter2"), "the secret is shown");
    }

    private String message(Runnable action) {
        return assertThrows(InvalidConfigurationException.class, action::run)
                .getMessage()
                .replace(dir + dir.getFileSystem().getSeparator(), "");
    }

    private Set<String> names() {
        return cache.read().profiles().profiles().keySet();
    }

    private void use(String config, String credentials) {
        System.setProperty("aws.configFile", dir.resolve(config).toString());
        System.setProperty("aws.sharedCredentialsFile", dir.resolve(credentials).toString());
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(dir.resolve(file), text);
    }
}
