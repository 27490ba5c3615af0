package io.github.assumerole.build;

import io.github.assumerole.role.BaseCredentialsSource.Keys;
import io.github.assumerole.role.Secret;
import io.github.assumerole.text.ConfigurationProblems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** AWS credentials in a server of settings.xml. */
public record SettingsServers(Settings settings, SettingsDecrypter decrypter) {

    /**
     * The credentials of a server: username, password and passphrase are access key ID, secret access key and session
     * token.
     *
     * @return empty without a server ID, or after a problem was added to {@code problems}
     */
    public Optional<Keys> keys(String serverId, ConfigurationProblems problems) {
        return problems.optional("serverId", serverId, this::read);
    }

    private Keys read(String id) {
        Server server = decrypted(find(id));
        requireKeys(server);
        return new Keys(
                "the server " + id + " of settings.xml",
                server.getUsername(),
                Secret.of(server.getPassword()),
                Optional.ofNullable(server.getPassphrase())
                        .filter(token -> !token.isBlank())
                        .map(Secret::of));
    }

    private static void requireKeys(Server server) {
        List<String> missing = new ArrayList<>();
        if (isBlank(server.getUsername())) {
            missing.add("<username>, the access key ID");
        }
        if (isBlank(server.getPassword())) {
            missing.add("<password>, the secret access key");
        }
        if (!missing.isEmpty()) {
            throw wrong(server.getId(), "has no " + String.join(", and no ", missing));
        }
    }

    private Server find(String id) {
        return Optional.ofNullable(settings.getServer(id))
                .orElseThrow(() ->
                        new IllegalArgumentException("settings.xml has no <server> with the ID '" + id + "'; it has "
                                + settings.getServers().stream()
                                        .map(Server::getId)
                                        .reduce((one, other) -> one + ", " + other)
                                        .orElse("no servers")));
    }

    private Server decrypted(Server server) {
        Decryption decryption = new Decryption(decrypter, problem -> wrong(server.getId(), problem));
        eachText(server, decryption::requireDefined);
        Server decrypted =
                decryption.decrypt(new DefaultSettingsDecryptionRequest(server)).getServer();
        eachText(decrypted, decryption::requireDecrypted);
        return decrypted;
    }

    private static void eachText(Server server, BiConsumer<String, String> check) {
        check.accept("<username>", server.getUsername());
        check.accept("<password>", server.getPassword());
        check.accept("<passphrase>", server.getPassphrase());
    }

    private static IllegalArgumentException wrong(String id, String problem) {
        return new IllegalArgumentException("the server '" + id + "' of settings.xml " + problem);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
