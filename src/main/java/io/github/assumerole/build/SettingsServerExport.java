package io.github.assumerole.build;

import io.github.assumerole.export.CredentialExport;
import io.github.assumerole.export.SharedTarget;
import io.github.assumerole.role.Secret;
import io.github.assumerole.role.SessionCredentials;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * A server of the settings, in memory only: user name, password and passphrase are access key ID, secret access key and
 * session token, for plugins that look up the server when they run. The token is also in {@code <auth>} of its
 * configuration, where docker-maven-plugin reads it. Maven resolves the authentication of repositories before the first
 * goal, so its own downloads and deployments do not use it.
 */
final class SettingsServerExport implements CredentialExport {
    private final String serverId;
    private final Settings settings;
    private final MavenExecutionRequest request;
    private final SharedTarget target;

    SettingsServerExport(
            String serverId,
            Settings settings,
            MavenExecutionRequest request,
            ConcurrentMap<String, Supplier<String>> shared,
            boolean parallel) {
        this.serverId = serverId;
        this.settings = settings;
        this.request = request;
        this.target = new SharedTarget("settingsServer (" + serverId + ")", shared, parallel);
    }

    @Override
    public String accept(SessionCredentials credentials) {
        target.export(credentials, () -> {
            // Maven 3 reads the servers from the request, Maven 4 has its own list. A new list each time, since another
            // thread can be iterating over the present one.
            request.setServers(with(credentials, request.getServers()));
            settings.setServers(with(credentials, settings.getServers()));
        });
        return "server " + serverId + " of the settings";
    }

    /** Keeps everything else that settings.xml has for the server, and adds the server if there is none. */
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
        server.setConfiguration(with(credentials.sessionToken(), (Xpp3Dom) server.getConfiguration()));
        servers.add(server);
        return servers;
    }

    /** Keeps the other elements, in a copy: another thread can be reading the present one. */
    private static Xpp3Dom with(Secret token, Xpp3Dom presentOrNull) {
        Xpp3Dom configuration = presentOrNull == null ? new Xpp3Dom("configuration") : new Xpp3Dom(presentOrNull);
        Xpp3Dom auth = configuration.getChild("auth");
        if (auth == null) {
            auth = new Xpp3Dom("auth");
            configuration.addChild(auth);
        }
        auth.setValue(token.reveal());
        return configuration;
    }
}
