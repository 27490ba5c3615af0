package io.github.assumerole.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.export.SystemProperties;
import io.github.assumerole.goal.Build;
import io.github.assumerole.goal.Sessions;
import io.github.assumerole.role.SessionCredentials;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

/**
 * What two class realms of this plugin have in common, as of modules with different plugin repositories. In the other
 * realm, every class of ours is another class.
 */
class ClassRealmsTest {
    private static final SessionCredentials SESSION = Sessions.of("ASIAIOSFODNN7EXAMPLE", Optional.of("444455556666"));

    private final MavenProject app = Build.project("app");
    private final Build build = new Build(app);
    private final Properties properties = new Properties();

    /** Runs in the other realm, with types of Maven and the JDK only. */
    public static final class Goal implements UnaryOperator<List<Object>> {
        @Override
        public List<Object> apply(List<Object> arguments) {
            BuildState state = BuildState.of((MavenSession) arguments.get(0));
            SystemProperties system = new SystemProperties((Properties) arguments.get(1), state.shared(), true);
            if (arguments.size() > 2) {
                state.addIssued(SESSION);
                system.accept(SESSION);
                state.putCredentials((MavenProject) arguments.get(2), "aws.", SESSION);
            }
            List<Object> seen = new ArrayList<>();
            seen.add(state);
            seen.add(system.original("aws.accessKeyId"));
            seen.add(state.issued().size());
            return seen;
        }
    }

    @Test
    void keepTheirOwnSessions() throws Exception {
        Object other = runInOtherRealm(app).get(0);

        assertNotSame(BuildState.class, other.getClass());
        assertEquals(BuildState.class.getName(), other.getClass().getName());
        assertEquals(Optional.empty(), build.state().credentials(app, "aws."));
    }

    /** Base credentials that are a session of the other realm would chain one role to another by accident. */
    @Test
    void shareTheOriginalSystemProperties() throws Exception {
        properties.setProperty("aws.accessKeyId", "AKIA");
        runInOtherRealm(app);

        SystemProperties system = new SystemProperties(properties, build.state().shared(), true);
        assertEquals("ASIAIOSFODNN7EXAMPLE", properties.getProperty("aws.accessKeyId"));
        assertEquals(Optional.of("AKIA"), system.original("aws.accessKeyId"));
        assertEquals(Optional.of("AKIA"), runInOtherRealm().get(1));

        system.restore();

        assertEquals("AKIA", properties.getProperty("aws.accessKeyId"));
    }

    /** Or check-leaks would overlook them. */
    @Test
    void shareTheSecretsThatWereIssued() throws Exception {
        runInOtherRealm(app);
        build.state().addIssued(Sessions.of("ASIATWOSFODNNEXAMPLE", Optional.empty()));

        assertEquals(
                List.of(
                        "secret-ASIAIOSFODNN7EXAMPLE",
                        "secret-ASIATWOSFODNNEXAMPLE",
                        "token-ASIAIOSFODNN7EXAMPLE",
                        "token-ASIATWOSFODNNEXAMPLE"),
                build.state().issued().stream()
                        .map(IssuedSecret::value)
                        .map(value -> value.reveal())
                        .sorted()
                        .toList());
        assertEquals(4, runInOtherRealm().get(2));
    }

    @Test
    void printNoSecretInWhatTheyShare() throws Exception {
        properties.setProperty("aws.secretAccessKey", "secret-of-the-user");
        runInOtherRealm(app);

        ConcurrentMap<String, Supplier<String>> shared = build.state().shared();
        Object issued = build.session().getRepositorySession().getData().get("io.github.assumerole.issued");

        assertTrue(shared.containsKey("originalSystemProperty.aws.secretAccessKey"));
        String text = shared + " " + issued;
        assertEquals(
                List.of(),
                List.of("secret-", "token-").stream().filter(text::contains).toList());
    }

    private List<Object> runInOtherRealm(MavenProject... project) throws ReflectiveOperationException {
        List<Object> arguments = new ArrayList<>(List.of(build.session(), properties));
        arguments.addAll(List.of(project));
        Class<?> goal = Class.forName(Goal.class.getName(), true, new OtherRealm());
        @SuppressWarnings("unchecked")
        UnaryOperator<List<Object>> run =
                (UnaryOperator<List<Object>>) goal.getConstructor().newInstance();
        return run.apply(arguments);
    }

    /** Loads our classes itself, and all others from the parent. */
    private static final class OtherRealm extends ClassLoader {
        private OtherRealm() {
            super(ClassRealmsTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("io.github.assumerole.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? define(name) : loaded;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream bytes = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] code = bytes.readAllBytes();
                return defineClass(name, code, 0, code.length);
            } catch (IOException unreadable) {
                throw new ClassNotFoundException(name, unreadable);
            }
        }
    }
}
