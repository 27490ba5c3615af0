package io.github.assumerole.build;

import io.github.assumerole.role.AwsAccessException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.SessionData;

/**
 * Runs clean-ups when the build ends, however it ends. Only an extension can register a listener before the build, but
 * Maven reads the listener from the request at each event, so one that is set during the build gets the end event; on
 * Ctrl-C, a shutdown hook of the JVM runs.
 */
public final class BuildEndCleanup {
    private static final String CLEAN_UPS = "io.github.assumerole.cleanUps";
    private static final String ENDED = "ended";

    private final ConcurrentMap<String, Runnable> cleanUps;

    private BuildEndCleanup(ConcurrentMap<String, Runnable> cleanUps) {
        this.cleanUps = cleanUps;
    }

    /** The clean-ups of this build; the first call registers the listener and the shutdown hook. */
    public static BuildEndCleanup of(MavenSession session, Consumer<String> warnings) {
        return of(session.getRequest(), session.getRepositorySession().getData(), warnings);
    }

    @SuppressWarnings("unchecked")
    static BuildEndCleanup of(MavenExecutionRequest request, SessionData data, Consumer<String> warnings) {
        ConcurrentMap<String, Runnable> mine = new ConcurrentHashMap<>();
        // Of JDK types, so that two class realms of the plugin share one listener.
        if (data.set(CLEAN_UPS, null, mine)) {
            listen(request, () -> runAll(mine, warnings));
        }
        return new BuildEndCleanup((ConcurrentMap<String, Runnable>) data.get(CLEAN_UPS));
    }

    /**
     * Runs {@code cleanUp} once when the build ends.
     *
     * @param name what is cleaned up; only the last clean-up of a name runs
     */
    public void run(String name, Runnable cleanUp) {
        cleanUps.put(name, cleanUp);
    }

    /**
     * Restores, when the build ends, what was there before the first export.
     *
     * @param name what is restored; only the first restoration of a name runs
     */
    void restore(String name, Supplier<Runnable> restoration) {
        cleanUps.computeIfAbsent(name, first -> restoration.get());
    }

    /**
     * Runs an export that is cleaned up when the build ends, unless the clean-up has begun: on Ctrl-C the goals
     * continue for a while, and nothing would clean up after them.
     *
     * @throws AwsAccessException if the clean-up has begun
     */
    <T> T export(String attempt, Supplier<T> export) {
        synchronized (cleanUps) {
            if (cleanUps.containsKey(ENDED)) {
                throw new AwsAccessException(attempt, "the build is ending.", List.of("run the build again"));
            }
            return export.get();
        }
    }

    private static void listen(MavenExecutionRequest request, Runnable end) {
        Thread hook = new Thread(end, "assume-role clean-up");
        Runtime.getRuntime().addShutdownHook(hook);
        Runnable ended = () -> {
            end.run();
            // Or a Maven daemon would keep the hook and all that it references.
            removeHook(hook);
        };
        request.setExecutionListener(listener(ended, request.getExecutionListener()));
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // Then it runs and has nothing left to do.
        }
    }

    private static void runAll(ConcurrentMap<String, Runnable> cleanUps, Consumer<String> warnings) {
        // One at a time: the shutdown hook can run during Maven's end event, or during an export.
        synchronized (cleanUps) {
            Map<String, Runnable> all = new HashMap<>(cleanUps);
            cleanUps.clear();
            cleanUps.put(ENDED, () -> {});
            all.forEach((name, cleanUp) -> {
                try {
                    cleanUp.run();
                } catch (RuntimeException failed) {
                    warnings.accept("Not cleaned up, " + name + ": " + failed.getMessage());
                }
            });
        }
    }

    /** A proxy, because it also forwards events that only a newer Maven has. */
    private static ExecutionListener listener(Runnable ended, ExecutionListener former) {
        return (ExecutionListener) Proxy.newProxyInstance(
                ExecutionListener.class.getClassLoader(),
                new Class<?>[] {ExecutionListener.class},
                (proxy, method, arguments) -> {
                    if (method.getDeclaringClass() == Object.class) {
                        return ofObject(proxy, method, arguments);
                    }
                    if (method.getName().equals("sessionEnded")) {
                        ended.run();
                    }
                    return former == null ? null : forward(former, method, arguments);
                });
    }

    private static Object forward(ExecutionListener former, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(former, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private static Object ofObject(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "assume-role";
        };
    }
}
