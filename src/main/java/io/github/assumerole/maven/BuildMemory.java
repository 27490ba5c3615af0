package io.github.assumerole.maven;

import java.util.Map;
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
    private static final String PUBLISHED = "io.github.assumerole.published";

    private final SessionData data;

    BuildMemory(MavenSession session) {
        this.data = session.getRepositorySession().getData();
    }

    /** What STS answered, by request. */
    ConcurrentMap<String, CompletableFuture<Map<String, String>>> answers() {
        return map(ANSWERS);
    }

    /** The credentials that were handed to the project under a prefix, if any. */
    Map<String, String> published(MavenProject project, String prefix) {
        return this.<Map<String, String>>map(PUBLISHED).getOrDefault(key(project, prefix), Map.of());
    }

    void rememberPublished(MavenProject project, String prefix, Map<String, String> credentials) {
        map(PUBLISHED).put(key(project, prefix), credentials);
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
