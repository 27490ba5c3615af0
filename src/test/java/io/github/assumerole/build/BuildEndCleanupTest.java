package io.github.assumerole.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.role.AwsAccessException;
import java.io.File;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.maven.execution.AbstractExecutionListener;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenExecutionRequest;
import org.eclipse.aether.DefaultSessionData;
import org.eclipse.aether.SessionData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class BuildEndCleanupTest {
    private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();
    private final SessionData data = new DefaultSessionData();
    private final List<String> happened = new ArrayList<>();

    @Test
    void cleansUpBeforeMavenTellsTheResult() {
        request.setExecutionListener(recorder());
        end().run("file", () -> happened.add("clean-up"));

        listener().sessionEnded(null);

        assertEquals(List.of("clean-up", "sessionEnded"), happened);
    }

    @Test
    void cleansUpOnce() {
        end().run("file", () -> happened.add("clean-up"));
        listener().sessionEnded(null);
        listener().sessionEnded(null);
        assertEquals(List.of("clean-up"), happened);
    }

    @Test
    void letsPlacesBeFilledUntilTheEndAndNoLonger() {
        assertEquals("file a", end().export("Cannot write", () -> "file a"));
        listener().sessionEnded(null);

        AwsAccessException failure =
                assertThrows(AwsAccessException.class, () -> end().export("Cannot write", () -> "file b"));

        assertEquals("Cannot write", failure.attempted());
        assertEquals("the build is ending.", failure.cameBack());
    }

    /** On Ctrl-C the JVM cleans up while the goals still run. */
    @Test
    void waitsForAPlaceThatIsBeingFilled() throws Exception {
        end().run("file", () -> happened.add("clean-up"));
        ExecutionListener listener = listener();
        Thread ctrlC = new Thread(() -> listener.sessionEnded(null));

        end().export("Cannot write", () -> {
            ctrlC.start();
            while (ctrlC.getState() != Thread.State.BLOCKED) {
                Thread.onSpinWait();
            }
            return happened.add("written");
        });
        ctrlC.join();

        assertEquals(List.of("written", "clean-up"), happened);
    }

    @Test
    void listensOnceHoweverManyModulesAsk() {
        end().run("a", () -> happened.add("a"));
        ExecutionListener first = listener();
        end().run("b", () -> happened.add("b"));

        assertSame(first, listener());
        listener().sessionEnded(null);
        happened.sort(null);
        assertEquals(List.of("a", "b"), happened);
    }

    @Test
    void keepsTheLastCleanUpOfAName() {
        end().run("file", () -> happened.add("first"));
        end().run("file", () -> happened.add("second"));
        listener().sessionEnded(null);
        assertEquals(List.of("second"), happened);
    }

    @Test
    void goesOnAfterACleanUpThatFails() {
        request.setExecutionListener(recorder());
        end().run("a", () -> {
            throw new IllegalStateException("in use");
        });
        end().run("b", () -> happened.add("b"));

        listener().sessionEnded(null);

        happened.sort(null);
        assertEquals(List.of("b", "sessionEnded", "warning: Not cleaned up, a: in use"), happened);
    }

    @Test
    void handsEveryEventOn() throws ReflectiveOperationException {
        request.setExecutionListener(recorder());
        end();
        List<String> events = new ArrayList<>();
        for (var event : ExecutionListener.class.getMethods()) {
            event.invoke(listener(), (Object) null);
            events.add(event.getName());
        }
        assertEquals(events, happened);
    }

    @Test
    void needsNoFormerListener() throws ReflectiveOperationException {
        end();
        for (var event : ExecutionListener.class.getMethods()) {
            event.invoke(listener(), (Object) null);
        }
        assertEquals(List.of(), happened);
    }

    @Test
    void letsAFormerListenerFailInItsOwnWords() {
        IllegalStateException broken = new IllegalStateException("broken");
        request.setExecutionListener(new AbstractExecutionListener() {
            @Override
            public void mojoStarted(ExecutionEvent event) {
                throw broken;
            }
        });
        end();
        assertSame(broken, assertThrows(IllegalStateException.class, () -> listener()
                .mojoStarted(null)));
    }

    @Test
    void hasAListenerThatIsAnObjectLikeAnother() {
        end();
        ExecutionListener listener = listener();
        assertEquals(listener, listener);
        assertNotEquals(listener, recorder());
        assertEquals(listener.hashCode(), listener.hashCode());
        assertEquals("the listener of assume-role", listener.toString());
    }

    @Test
    void takesCleanUpsOfManyThreads() throws Exception {
        AtomicInteger cleaned = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> modules = IntStream.range(0, 100)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> end().run("module " + i, cleaned::incrementAndGet)))
                    .toList();
            for (Future<?> module : modules) {
                module.get();
            }
        } finally {
            threads.shutdownNow();
        }
        listener().sessionEnded(null);
        assertEquals(100, cleaned.get());
    }

    @Test
    void cleansUpOnceWhenTheJvmEndsInstead() throws Exception {
        assertEquals(List.of("clean-up on assume-role clean-up"), outputOf("exit"));
    }

    @Test
    void leavesNothingToDoForTheJvmAfterTheSession() throws Exception {
        assertEquals(List.of("clean-up on main"), outputOf("end"));
    }

    /** Runs {@link #main} in a JVM of its own, since it is the end of one that matters. */
    private static List<String> outputOf(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-cp",
                System.getProperty("java.class.path"),
                BuildEndCleanupTest.class.getName()));
        command.addAll(Arrays.asList(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines = process.inputReader().lines().toList();
        process.waitFor(30, TimeUnit.SECONDS);
        return lines;
    }

    /** Ends a session, if the argument says so, and the JVM. */
    public static void main(String[] arguments) {
        MavenExecutionRequest request = new DefaultMavenExecutionRequest();
        BuildEndCleanup.of(request, new DefaultSessionData(), System.out::println)
                .run(
                        "file",
                        () -> System.out.println(
                                "clean-up on " + Thread.currentThread().getName()));
        if (arguments[0].equals("end")) {
            request.getExecutionListener().sessionEnded(null);
        }
        System.exit(0);
    }

    private BuildEndCleanup end() {
        return BuildEndCleanup.of(request, data, warning -> happened.add("warning: " + warning));
    }

    private ExecutionListener listener() {
        return request.getExecutionListener();
    }

    private ExecutionListener recorder() {
        return (ExecutionListener) Proxy.newProxyInstance(
                ExecutionListener.class.getClassLoader(),
                new Class<?>[] {ExecutionListener.class},
                (proxy, method, arguments) -> {
                    if (method.getDeclaringClass() == Object.class) {
                        return method.getName().equals("equals") ? (Object) false : (Object) 0;
                    }
                    happened.add(method.getName());
                    return null;
                });
    }
}
