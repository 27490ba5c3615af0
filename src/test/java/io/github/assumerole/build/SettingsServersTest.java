package io.github.assumerole.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.role.BaseCredentialsSource.Keys;
import io.github.assumerole.role.Secret;
import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.InvalidConfigurationException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsServersTest {
    private static final String KEY_ID = "AKIAIOSFODNN7EXAMPLE";
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    private static final String TOKEN = "IQoJb3JpZ2luX2VjEXAMPLETOKEN==";

    private final Settings settings = new Settings();
    private final ConfigurationProblems problems = new ConfigurationProblems();

    @TempDir
    private Path folder;

    @Test
    void readsKeysAndToken() {
        server("aws", KEY_ID, SECRET, TOKEN);

        assertEquals(
                new Keys("the server aws of settings.xml", KEY_ID, Secret.of(SECRET), Optional.of(Secret.of(TOKEN))),
                keys("aws").orElseThrow());
        assertTrue(problems.isEmpty());
    }

    @Test
    void decryptsPasswordAndPassphrase() {
        server("aws", KEY_ID, SettingsSecurity.encrypted(SECRET), SettingsSecurity.encrypted(TOKEN));

        Keys keys = keys("aws").orElseThrow();

        assertEquals(Secret.of(SECRET), keys.secretAccessKey());
        assertEquals(Optional.of(Secret.of(TOKEN)), keys.sessionToken());
    }

    @Test
    void doesNotChangeTheSettings() {
        String encrypted = SettingsSecurity.encrypted(SECRET);
        server("aws", KEY_ID, encrypted, null);

        keys("aws");

        assertEquals(encrypted, settings.getServer("aws").getPassword());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void acceptsAServerWithoutPassphrase(String passphrase) {
        server("aws", KEY_ID, SECRET, passphrase);
        assertEquals(Optional.empty(), keys("aws").orElseThrow().sessionToken());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void returnsNothingWithoutAServerId(String serverId) {
        assertEquals(Optional.empty(), keys(serverId));
        assertTrue(problems.isEmpty());
    }

    @Test
    void listsTheServersIfTheServerIsMissing() {
        server("central", "a", "b", null);
        server("aws-ci", "a", "b", null);
        assertRejected("settings.xml has no <server> with the ID 'aws'; it has central, aws-ci");
    }

    @Test
    void reportsSettingsWithoutServers() {
        assertRejected("settings.xml has no <server> with the ID 'aws'; it has no servers");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,    secret, 'has no <username>, the access key ID'",
                "' ',  secret, 'has no <username>, the access key ID'",
                "AKIA, -,      'has no <password>, the secret access key'",
                "AKIA, '',     'has no <password>, the secret access key'",
                "-,    -,      'has no <username>, the access key ID, and no <password>, the secret access key'",
                // Maven 3 does not decrypt the username.
                "{e=}, secret, 'has a <username> that is still encrypted; check settings-security.xml, or encrypt it"
                        + " again with `mvn --encrypt-password`'",
                "AKIA, ${env.NO_SUCH_SECRET}, 'has a <password> with an undefined ${property} or ${env.VARIABLE}'"
            })
    void rejectsAnInvalidServer(String username, String password, String problem) {
        server("aws", username, password, null);
        assertRejected("the server 'aws' of settings.xml " + problem);
    }

    @Test
    void rejectsAPasswordThatCannotBeDecrypted() {
        server("aws", KEY_ID, SettingsSecurity.encrypted(SECRET), null);

        String problem = problemWith(SettingsSecurity.missingIn(folder));

        assertTrue(
                problem.startsWith("serverId: the server 'aws' of settings.xml cannot be decrypted: "
                        + "Failed to decrypt password for server aws: "),
                problem);
        assertTrue(
                problem.endsWith("; check settings-security.xml, or encrypt it again with `mvn --encrypt-password`"),
                problem);
        assertFalse(problem.contains(settings.getServer("aws").getPassword()), problem);
    }

    @Test
    void rejectsAPassphraseThatCannotBeDecrypted() {
        server("aws", KEY_ID, SECRET, SettingsSecurity.encrypted(TOKEN));

        String problem = problemWith(SettingsSecurity.missingIn(folder));

        assertTrue(problem.contains("Failed to decrypt passphrase for server aws"), problem);
    }

    @Test
    void rejectsAPasswordThatIsEncryptedWithAnotherMasterPassword() {
        server("aws", KEY_ID, "{jSMOWnoPFgsHVpMvz5VrIt5kRbzGpI8u+9EF1iFQyJQ=}", null);

        String problem = problemWith(SettingsSecurity.in(folder));

        assertTrue(problem.contains("cannot be decrypted"), problem);
        assertFalse(problem.contains("jSMOW"), problem);
    }

    private void server(String id, String username, String password, String passphrase) {
        Server server = new Server();
        server.setId(id);
        server.setUsername(username);
        server.setPassword(password);
        server.setPassphrase(passphrase);
        settings.addServer(server);
    }

    private Optional<Keys> keys(String serverId) {
        return new SettingsServers(settings, SettingsSecurity.in(folder).decrypter()).keys(serverId, problems);
    }

    private void assertRejected(String problem) {
        assertEquals("serverId: " + problem, problemWith(SettingsSecurity.in(folder)));
    }

    private String problemWith(SettingsSecurity security) {
        assertEquals(Optional.empty(), new SettingsServers(settings, security.decrypter()).keys("aws", problems));
        return assertThrows(InvalidConfigurationException.class, problems::throwIfAny)
                .getMessage();
    }
}
