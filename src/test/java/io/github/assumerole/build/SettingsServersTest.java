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
    void decryptsAsMavenDoes() {
        server("aws", KEY_ID, SettingsSecurity.encrypted(SECRET), SettingsSecurity.encrypted(TOKEN));

        Keys keys = keys("aws").orElseThrow();

        assertEquals(Secret.of(SECRET), keys.secretAccessKey());
        assertEquals(Optional.of(Secret.of(TOKEN)), keys.sessionToken());
    }

    @Test
    void leavesTheSettingsAsTheyAre() {
        String encrypted = SettingsSecurity.encrypted(SECRET);
        server("aws", KEY_ID, encrypted, null);

        keys("aws");

        assertEquals(encrypted, settings.getServer("aws").getPassword());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void needsNoToken(String passphrase) {
        server("aws", KEY_ID, SECRET, passphrase);
        assertEquals(Optional.empty(), keys("aws").orElseThrow().sessionToken());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void looksForNothingWhenNoServerIsNamed(String serverId) {
        assertEquals(Optional.empty(), keys(serverId));
        assertTrue(problems.isEmpty());
    }

    @Test
    void listsTheServersWhenTheOneIsMissing() {
        server("central", "a", "b", null);
        server("aws-ci", "a", "b", null);
        assertRefused("aws", "'aws' is not the id of a <server> in settings.xml; there are central, aws-ci");
    }

    @Test
    void saysThatThereIsNoServerAtAll() {
        assertRefused("aws", "'aws' is not the id of a <server> in settings.xml; there is none at all");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, secret, 'has no <username>, the access key id'",
                "' ', secret, 'has no <username>, the access key id'",
                "AKIA, -, 'has no <password>, the secret access key'",
                "AKIA, '', 'has no <password>, the secret access key'",
                "-, -, 'has no <username>, the access key id, and no <password>, the secret access key'"
            })
    void tellsWhatIsMissing(String username, String password, String problem) {
        server("aws", username, password, null);
        assertRefused("aws", "the server 'aws' of settings.xml " + problem);
    }

    @Test
    void refusesWhatMavenCannotDecryptRatherThanSendIt() {
        server("aws", KEY_ID, SettingsSecurity.encrypted(SECRET), null);

        String problem = refusal("aws", SettingsSecurity.missingIn(folder));

        assertTrue(
                problem.startsWith("serverId: the server 'aws' of settings.xml cannot be decrypted: "
                        + "Failed to decrypt password for server aws: "),
                problem);
        assertTrue(problem.endsWith("; see settings-security.xml, and `mvn --encrypt-password`"), problem);
        assertFalse(problem.contains(settings.getServer("aws").getPassword()), problem);
    }

    @Test
    void refusesATokenThatMavenCannotDecrypt() {
        server("aws", KEY_ID, SECRET, SettingsSecurity.encrypted(TOKEN));

        String problem = refusal("aws", SettingsSecurity.missingIn(folder));

        assertTrue(problem.contains("Failed to decrypt passphrase for server aws"), problem);
    }

    @Test
    void refusesWhatWasEncryptedForAnotherMaster() {
        server("aws", KEY_ID, "{jSMOWnoPFgsHVpMvz5VrIt5kRbzGpI8u+9EF1iFQyJQ=}", null);

        String problem = refusal("aws", SettingsSecurity.in(folder));

        assertTrue(problem.contains("cannot be decrypted"), problem);
        assertFalse(problem.contains("jSMOW"), problem);
    }

    @Test
    void refusesAKeyIdThatLooksEncryptedSinceMavenThreeDoesNotDecryptIt() {
        server("aws", "{jSMOWnoPFgsHVpMvz5VrIt5kRbzGpI8u+9EF1iFQyJQ=}", SECRET, null);
        assertRefused(
                "aws",
                "the server 'aws' of settings.xml has a <username> that is still encrypted; "
                        + "see settings-security.xml, and `mvn --encrypt-password`");
    }

    @Test
    void refusesAVariableThatIsNotDefinedRatherThanDecryptIt() {
        server("aws", KEY_ID, "${env.NO_SUCH_SECRET}", null);
        assertRefused(
                "aws",
                "the server 'aws' of settings.xml has a <password> that holds a ${property} or ${env.VARIABLE} "
                        + "which is not defined");
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

    private void assertRefused(String serverId, String problem) {
        assertEquals("serverId: " + problem, refusal(serverId, SettingsSecurity.in(folder)));
    }

    private String refusal(String serverId, SettingsSecurity security) {
        assertEquals(Optional.empty(), new SettingsServers(settings, security.decrypter()).keys(serverId, problems));
        return assertThrows(InvalidConfigurationException.class, problems::throwIfAny)
                .getMessage();
    }
}
