package io.github.assumerole.maven;

import io.github.assumerole.role.Answers;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.role.SessionRecord;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.SessionData;

/**
 * What one build remembers, in the Maven session: no static field, since a daemon's JVM outlives the build, and types
 * of the JDK only, since two realms of this plugin in one build share it.
 */
final class BuildMemory {
    private static final String ANSWERS = "io.github.assumerole.answers";
    private static final String MFA_CODES = "io.github.assumerole.mfaCodes";
    private static final String SHARED = "io.github.assumerole.shared";
    private static final String CREDENTIALS = "io.github.assumerole.credentials";
    private static final String PROPERTIES = "io.github.assumerole.properties";

    private static final String ISSUED = "io.github.assumerole.issued";
    private static final String FILES = "io.github.assumerole.credentialsFiles";
    private static final String SAID = "io.github.assumerole.said";
    private static final String REPORTS = "io.github.assumerole.reports";

    private final SessionData data;

    BuildMemory(MavenSession session) {
        this.data = session.getRepositorySession().getData();
    }

    /** What STS answered. */
    Answers answers() {
        return new Answers(map(ANSWERS));
    }

    /** The codes of MFA devices, each asked for once. */
    ConcurrentMap<String, CompletableFuture<Optional<String>>> mfaCodes() {
        return map(MFA_CODES);
    }

    /** What places that the whole build shares hold of ours, and what they held before. */
    ConcurrentMap<String, String> shared() {
        return map(SHARED);
    }

    /** Every session that STS issued in this build, renewed ones too, as {@link SessionRecord} writes it. */
    Collection<Map<String, String>> issued() {
        return this.<Map<String, String>>map(ISSUED).values();
    }

    void rememberIssued(SessionCredentials credentials) {
        map(ISSUED).put(credentials.accessKeyId(), SessionRecord.of(credentials));
    }

    /** The files that hold credentials because somebody asked for it, until the build ends. */
    List<Path> credentialsFiles() {
        return this.<String>map(FILES).values().stream().map(Path::of).toList();
    }

    void rememberCredentialsFile(Path file) {
        map(FILES).put(file.toString(), file.toString());
    }

    /** Whether something is said for the first time in this build. */
    boolean isNews(String topic) {
        return map(SAID).putIfAbsent(topic, topic) == null;
    }

    /** Which execution writes a report's file, by its path. */
    ConcurrentMap<String, String> reports() {
        return map(REPORTS);
    }

    /** The credentials that were handed to the project under a prefix, if any. */
    Map<String, String> credentials(MavenProject project, String prefix) {
        return this.<Map<String, String>>map(CREDENTIALS).getOrDefault(key(project, prefix), Map.of());
    }

    void rememberCredentials(MavenProject project, String prefix, Map<String, String> credentials) {
        map(CREDENTIALS).put(key(project, prefix), credentials);
    }

    /** The properties of the project that are ours under a prefix. */
    Map<String, String> properties(MavenProject project, String prefix) {
        return this.<Map<String, String>>map(PROPERTIES).getOrDefault(key(project, prefix), Map.of());
    }

    void rememberProperties(MavenProject project, String prefix, Map<String, String> properties) {
        map(PROPERTIES).put(key(project, prefix), properties);
    }

    private static String key(MavenProject project, String prefix) {
        return project.getId() + " " + prefix;
    }

    @SuppressWarnings("unchecked")
    private <V> ConcurrentMap<String, V> map(String name) {
        // Compare-and-set, since modules start side by side and SessionData has no computeIfAbsent before resolver 1.7.
        data.set(name, null, new ConcurrentHashMap<String, V>());
        return (ConcurrentMap<String, V>) data.get(name);
    }
}
