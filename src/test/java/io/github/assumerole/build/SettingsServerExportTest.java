package io.github.assumerole.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.role.Secret;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.role.SessionCredentials.IssueDetails;
import io.github.assumerole.text.InvalidConfigurationException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;

/** With settings separate from the request, as in Maven 4. */
final class SettingsServerExportTest {
    private final Settings settings = new Settings();
    private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();
    private final ConcurrentMap<String, Supplier<String>> shared = new ConcurrentHashMap<>();

    @Test
    void addsTheServerToTheSettingsAndTheRequest() {
        assertEquals("server s3 of the settings", export().accept(credentials("ASIA1", "ci")));

        assertCredentials("ASIA1", settings.getServer("s3"));
        assertCredentials("ASIA1", inRequest("s3"));
    }

    @Test
    void keepsOtherServersAndElements() {
        Server configured = server("s3");
        configured.setUsername("old");
        configured.setPrivateKey("key");
        Server other = server("nexus");
        settings.setServers(List.of(other, configured));
        request.setServers(List.of(other, configured));

        export().accept(credentials("ASIA1", "ci"));

        assertCredentials("ASIA1", settings.getServer("s3"));
        assertEquals("key", settings.getServer("s3").getPrivateKey());
        assertSame(other, settings.getServer("nexus"));
        assertEquals(2, settings.getServers().size());
        assertEquals(2, request.getServers().size());
        // The former server is not changed, so that no reader gets a mix of two sessions.
        assertEquals("old", configured.getUsername());
    }

    @Test
    void setsTheTokenInTheConfigurationForDocker() {
        export().accept(credentials("ASIA1", "ci"));

        assertEquals(
                "<configuration>\n  <auth>token-ASIA1</auth>\n</configuration>",
                configuration(settings.getServer("s3")));
        assertEquals(configuration(settings.getServer("s3")), configuration(inRequest("s3")));
    }

    @Test
    void keepsOtherElementsOfTheConfiguration() {
        Xpp3Dom present = new Xpp3Dom("configuration");
        for (String name : List.of("email", "auth")) {
            Xpp3Dom child = new Xpp3Dom(name);
            child.setValue("present");
            present.addChild(child);
        }
        Server configured = server("s3");
        configured.setConfiguration(present);
        settings.setServers(List.of(configured));

        export().accept(credentials("ASIA1", "ci"));

        assertEquals(
                "<configuration>\n  <email>present</email>\n  <auth>token-ASIA1</auth>\n</configuration>",
                configuration(settings.getServer("s3")));
        // Another thread can be reading it.
        assertEquals("present", present.getChild("auth").getValue());
    }

    private static String configuration(Server server) {
        return server.getConfiguration()
                .toString()
                .replaceFirst("<\\?xml.*\\?>\\s*", "")
                .strip();
    }

    @Test
    void replacesTheListForConcurrentReaders() {
        request.setServers(List.of(server("nexus")));
        var readerOfTheFormerList = request.getServers().iterator();

        export().accept(credentials("ASIA1", "ci"));

        assertEquals("nexus", readerOfTheFormerList.next().getId());
    }

    @Test
    void acceptsARenewedSession() {
        export().accept(credentials("ASIA1", "ci"));
        export().accept(credentials("ASIA2", "ci"));

        assertCredentials("ASIA2", settings.getServer("s3"));
        assertEquals(1, request.getServers().size());
    }

    @Test
    void rejectsASecondRoleInAParallelBuild() {
        export(true).accept(credentials("ASIA1", "ci"));

        assertThrows(InvalidConfigurationException.class, () -> export(true).accept(credentials("ASIA2", "admin")));
        assertCredentials("ASIA1", settings.getServer("s3"));
    }

    @Test
    void acceptsAnotherRoleForAnotherServer() {
        export(true).accept(credentials("ASIA1", "ci"));
        new SettingsServerExport("other", settings, request, shared, true).accept(credentials("ASIA2", "admin"));

        assertCredentials("ASIA1", settings.getServer("s3"));
        assertCredentials("ASIA2", settings.getServer("other"));
        assertNull(settings.getServer("s4"));
    }

    private SettingsServerExport export() {
        return export(false);
    }

    private SettingsServerExport export(boolean parallel) {
        return new SettingsServerExport("s3", settings, request, shared, parallel);
    }

    private Server inRequest(String id) {
        return request.getServers().stream()
                .filter(server -> server.getId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static void assertCredentials(String accessKeyId, Server server) {
        assertEquals(accessKeyId, server.getUsername());
        assertEquals("secret-" + accessKeyId, server.getPassword());
        assertEquals("token-" + accessKeyId, server.getPassphrase());
    }

    private static Server server(String id) {
        Server server = new Server();
        server.setId(id);
        return server;
    }

    private static SessionCredentials credentials(String accessKeyId, String role) {
        return new SessionCredentials(
                accessKeyId,
                Secret.of("secret-" + accessKeyId),
                Secret.of("token-" + accessKeyId),
                Instant.parse("2026-11-23T12:00:00Z"),
                "arn:aws:sts::111122223333:assumed-role/" + role + "/maven-app",
                Optional.of("111122223333"),
                "eu-central-1",
                new IssueDetails("https://sts.example.com", Optional.empty(), Optional.empty(), "the test"));
    }
}
