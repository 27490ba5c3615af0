package io.github.assumerole.maven;

import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.sink.CredentialSink;
import io.github.assumerole.sink.SharedPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentMap;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;

/**
 * A server of the settings, in memory only: user name, password and passphrase are key id, secret key and session token
 * for plugins that look a server up when they run. Repositories had their authentication resolved before the first
 * goal, so downloads and deployments of Maven itself do not see it.
 */
final class SettingsServerSink implements CredentialSink {
    private final String serverId;
    private final Settings settings;
    private final MavenExecutionRequest request;
    private final SharedPlace place;

    /**
     * @param memory lives as long as the build; of types of the JDK, since two realms of the plugin share it
     * @param parallel whether modules are built side by side
     */
    SettingsServerSink(
            String serverId,
            Settings settings,
            MavenExecutionRequest request,
            ConcurrentMap<String, String> memory,
            boolean parallel) {
        this.serverId = serverId;
        this.settings = settings;
        this.request = request;
        this.place = new SharedPlace("settingsServer (" + serverId + ")", memory, parallel);
    }

    @Override
    public String accept(SessionCredentials credentials) {
        place.occupy(credentials, () -> {
            // Maven 3 reads the settings' servers from the request, Maven 4 keeps its own. A new list each time, since
            // another thread may be walking along the present one.
            request.setServers(with(credentials, request.getServers()));
            settings.setServers(with(credentials, settings.getServers()));
        });
        return "server " + serverId + " of the settings";
    }

    /** A server of that id keeps all else that settings.xml says of it; without one, there is a new one. */
    private List<Server> with(SessionCredentials credentials, List<Server> present) {
        List<Server> servers = new ArrayList<>(present);
        Server server = servers.stream()
                .filter(candidate -> serverId.equals(candidate.getId()))
                .findFirst()
                .map(Server::clone)
                .orElseGet(Server::new);
        servers.removeIf(candidate -> serverId.equals(candidate.getId()));
        server.setId(serverId);
        server.setUsername(credentials.accessKeyId());
        server.setPassword(credentials.secretAccessKey().reveal());
        server.setPassphrase(credentials.sessionToken().reveal());
        servers.add(server);
        return servers;
    }
}
