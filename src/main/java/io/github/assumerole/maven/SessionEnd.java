package io.github.assumerole.maven;

import io.github.assumerole.role.AccessFailed;
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
 * Cleans up when the build ends, however it ends. A plugin has no say in that as long as it is not an extension, but
 * Maven asks the request for its listener at each event, so one that is put there while the build runs hears the end;
 * and where Maven does not get that far, as on Ctrl-C, the JVM does.
 */
final class SessionEnd {
    private static final String CLEAN_UPS = "io.github.assumerole.cleanUps";
    private static final String ENDED = "ended";

    private final ConcurrentMap<String, Runnable> cleanUps;

    private SessionEnd(ConcurrentMap<String, Runnable> cleanUps) {
        this.cleanUps = cleanUps;
    }

    /** The end of this build; the first one to ask makes Maven and the JVM tell it. */
    static SessionEnd of(MavenSession session, Consumer<String> warnings) {
        return of(session.getRequest(), session.getRepositorySession().getData(), warnings);
    }

    @SuppressWarnings("unchecked")
    static SessionEnd of(MavenExecutionRequest request, SessionData data, Consumer<String> warnings) {
        ConcurrentMap<String, Runnable> mine = new ConcurrentHashMap<>();
        // Of types of the JDK, so that two realms of the plugin share one listener.
        if (data.set(CLEAN_UPS, null, mine)) {
            listen(request, () -> runAll(mine, warnings));
        }
        return new SessionEnd((ConcurrentMap<String, Runnable>) data.get(CLEAN_UPS));
    }

    /**
     * Has {@code cleanUp} run once, when the build ends.
     *
     * @param name what is cleaned up; the last clean-up of a name is the one that runs
     */
    void run(String name, Runnable cleanUp) {
        cleanUps.put(name, cleanUp);
    }

    /**
     * Fills a place that is emptied when the build ends, unless that has begun: on Ctrl-C the goals go on for a while,
     * and what they left behind then, nobody would clean up.
     *
     * @throws AccessFailed when it has begun
     */
    <T> T fill(String attempt, Supplier<T> place) {
        synchronized (cleanUps) {
            if (cleanUps.containsKey(ENDED)) {
                throw new AccessFailed(attempt, "the build is ending.", List.of("run the build again"));
            }
            return place.get();
        }
    }

    private static void listen(MavenExecutionRequest request, Runnable end) {
        Thread hook = new Thread(end, "assume-role clean-up");
        Runtime.getRuntime().addShutdownHook(hook);
        Runnable ended = () -> {
            end.run();
            // A daemon's JVM goes on, and would keep the hook and all that it holds.
            forget(hook);
        };
        request.setExecutionListener(hearing(ended, request.getExecutionListener()));
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // Then it runs, and finds nothing left to do.
        }
    }

    private static void runAll(ConcurrentMap<String, Runnable> cleanUps, Consumer<String> warnings) {
        // One at a time: the shutdown hook may come while Maven tells the end, or while a place is filled.
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

    /** Hears the session's end, and hands every event on, even one that only a newer Maven knows: hence the proxy. */
    private static ExecutionListener hearing(Runnable ended, ExecutionListener former) {
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
                    return former == null ? null : handOn(former, method, arguments);
                });
    }

    private static Object handOn(ExecutionListener former, Method method, Object[] arguments) throws Throwable {
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
            default -> "the listener of assume-role";
        };
    }
}
