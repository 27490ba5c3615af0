package io.github.assumerole.build;

import io.github.assumerole.role.Secret;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.role.SingleFlightCache;
import io.github.assumerole.role.StsCache;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.SessionData;

/**
 * The state of one build, in the Maven session and not in static fields, which a Maven daemon would keep. Each class
 * realm of this plugin has its own; what they must have in common is in maps of JDK types.
 */
public final class BuildState {
    private static final String ISSUED = "io.github.assumerole.issued";
    private static final String SHARED = "io.github.assumerole.shared";
    private static final String REPORTS = "io.github.assumerole.reports";

    private final SessionData data;
    private final Map<Object, Object> values = new ConcurrentHashMap<>();
    private final StsCache sts = StsCache.empty();
    private final SingleFlightCache<Secret> tokens = new SingleFlightCache<>(new ConcurrentHashMap<>());
    private final ConcurrentMap<String, CompletableFuture<Optional<Secret>>> mfaCodes = new ConcurrentHashMap<>();
    private final Set<Path> credentialsFiles = ConcurrentHashMap.newKeySet();
    private final Set<String> logged = ConcurrentHashMap.newKeySet();
    // By the project and the prefix.
    private final Map<List<String>, SessionCredentials> credentials = new ConcurrentHashMap<>();
    private final Map<List<String>, Map<String, Secret>> properties = new ConcurrentHashMap<>();

    private BuildState(SessionData data) {
        this.data = data;
    }

    public static BuildState of(MavenSession session) {
        SessionData data = session.getRepositorySession().getData();
        // Compare-and-set, since modules start in parallel and SessionData has no computeIfAbsent before resolver 1.7.
        if (data.get(BuildState.class) == null) {
            data.set(BuildState.class, null, new BuildState(data));
        }
        return (BuildState) data.get(BuildState.class);
    }

    /**
     * A value that is made once in this build.
     *
     * @param key all that the value depends on; its text contains no secret
     */
    public <T> T once(Object key, Class<T> type, Supplier<T> creator) {
        return type.cast(values.computeIfAbsent(key, missing -> creator.get()));
    }

    /** Closes the values that have connections; the goals of a build that is ending make new ones. */
    public void close() {
        values.values().removeIf(value -> value instanceof Closeable closeable && closed(closeable));
    }

    private static boolean closed(Closeable closeable) {
        try {
            closeable.close();
            return true;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The STS responses. */
    public StsCache sts() {
        return sts;
    }

    /** The authorization tokens of CodeArtifact. */
    public SingleFlightCache<Secret> tokens() {
        return tokens;
    }

    /** The codes of MFA devices; empty after a prompt without an answer. */
    public ConcurrentMap<String, CompletableFuture<Optional<Secret>>> mfaCodes() {
        return mfaCodes;
    }

    /** The contents of export targets that all modules have in common; of all realms. */
    public ConcurrentMap<String, Supplier<String>> shared() {
        return map(SHARED);
    }

    /** The execution that writes a report file, by its path; of all realms. */
    public ConcurrentMap<String, String> reports() {
        return map(REPORTS);
    }

    /**
     * The secrets of every session that STS issued in this build, renewed ones too, and those that AWS issued for
     * these; of all realms.
     */
    public List<IssuedSecret> issued() {
        return this.<List<String>, Supplier<String>>map(ISSUED).entrySet().stream()
                .map(secret -> new IssuedSecret(
                        secret.getKey().get(0),
                        secret.getKey().get(1),
                        Secret.of(secret.getValue().get())))
                .toList();
    }

    public void addIssued(SessionCredentials session) {
        addIssued(session, "secret access key", session.secretAccessKey());
        addIssued(session, "session token", session.sessionToken());
    }

    /** @param name what it is, for messages; differs between the secrets of a session */
    public void addIssued(SessionCredentials session, String name, Secret secret) {
        // A supplier, whose text is not the secret.
        this.<List<String>, Supplier<String>>map(ISSUED)
                .put(List.of(session.assumedRoleArn(), name, session.accessKeyId()), secret::reveal);
    }

    /** The files that {@code exportTo} writes and that are deleted when the build ends. */
    public Set<Path> credentialsFiles() {
        return Set.copyOf(credentialsFiles);
    }

    public void addCredentialsFile(Path file) {
        credentialsFiles.add(file);
    }

    /** Whether this build logs a message for the first time. */
    public boolean isFirst(String message) {
        return logged.add(message);
    }

    /** The credentials that assume-role exported for a project with a prefix. */
    public Optional<SessionCredentials> credentials(MavenProject project, String prefix) {
        return Optional.ofNullable(credentials.get(key(project, prefix)));
    }

    public void putCredentials(MavenProject project, String prefix, SessionCredentials session) {
        credentials.put(key(project, prefix), session);
    }

    /** The properties that assume-role published to a project with a prefix. */
    Map<String, Secret> properties(MavenProject project, String prefix) {
        return properties.getOrDefault(key(project, prefix), Map.of());
    }

    /** Whether assume-role or list-buckets published a property to a project. */
    public boolean publishes(MavenProject project, String property) {
        return properties.entrySet().stream()
                .anyMatch(published -> published.getKey().get(0).equals(project.getId())
                        && published.getValue().containsKey(property));
    }

    void putProperties(MavenProject project, String prefix, Map<String, Secret> published) {
        properties.put(key(project, prefix), Map.copyOf(published));
    }

    @SuppressWarnings("unchecked")
    private <K, V> ConcurrentMap<K, V> map(String name) {
        data.set(name, null, new ConcurrentHashMap<K, V>());
        return (ConcurrentMap<K, V>) data.get(name);
    }

    private static List<String> key(MavenProject project, String prefix) {
        return List.of(project.getId(), prefix);
    }
}
