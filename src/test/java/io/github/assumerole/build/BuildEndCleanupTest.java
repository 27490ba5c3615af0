package io.github.assumerole.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.role.AwsAccessException;
import java.io.File;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class BuildEndCleanupTest {
    private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();
    private final SessionData data = new DefaultSessionData();
    private final List<String> happened = new ArrayList<>();

    @Test
    void cleansUpOnceBeforeOtherListeners() {
        request.setExecutionListener(recorder());
        end().run("file", () -> happened.add("clean-up"));

        listener().sessionEnded(null);
        listener().sessionEnded(null);

        assertEquals(List.of("clean-up", "sessionEnded", "sessionEnded"), happened);
    }

    @Test
    void rejectsAnExportAfterTheEnd() {
        assertEquals("file a", end().export("Cannot write", () -> "file a"));
        listener().sessionEnded(null);

        AwsAccessException failure =
                assertThrows(AwsAccessException.class, () -> end().export("Cannot write", () -> "file b"));

        assertEquals("Cannot write", failure.attempted());
        assertEquals("the build is ending.", failure.cameBack());
    }

    /** On Ctrl-C the JVM cleans up while the goals still run. */
    @Test
    void waitsForARunningExport() throws Exception {
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
    void registersOneListenerAndTheLastCleanUpOfEachName() {
        end().run("a", () -> happened.add("replaced"));
        ExecutionListener first = listener();
        end().run("a", () -> happened.add("a"));
        end().run("b", () -> happened.add("b"));

        assertSame(first, listener());
        listener().sessionEnded(null);
        happened.sort(null);
        assertEquals(List.of("a", "b"), happened);
    }

    @Test
    void continuesAfterACleanUpThatFails() {
        request.setExecutionListener(recorder());
        end().run("a", () -> {
            throw new IllegalStateException("in use");
        });
        end().run("b", () -> happened.add("b"));

        listener().sessionEnded(null);

        happened.sort(null);
        assertEquals(List.of("b", "sessionEnded", "warning: Not cleaned up, a: in use"), happened);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void forwardsAllEventsToAFormerListener(boolean hasFormer) throws ReflectiveOperationException {
        request.setExecutionListener(hasFormer ? recorder() : null);
        end();
        List<String> events = new ArrayList<>();
        for (var event : ExecutionListener.class.getMethods()) {
            event.invoke(listener(), (Object) null);
            events.add(event.getName());
        }
        assertEquals(hasFormer ? events : List.of(), happened);
    }

    @Test
    void throwsTheExceptionOfAFormerListener() {
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
    void hasAListenerWithTheMethodsOfObject() {
        end();
        ExecutionListener listener = listener();
        assertEquals(listener, listener);
        assertNotEquals(listener, recorder());
        assertEquals(listener.hashCode(), listener.hashCode());
        assertEquals("assume-role", listener.toString());
    }

    @Test
    void acceptsCleanUpsOfManyThreads() {
        AtomicInteger cleaned = new AtomicInteger();
        IntStream.range(0, 100).parallel().forEach(i -> end().run("module " + i, cleaned::incrementAndGet));

        listener().sessionEnded(null);

        assertEquals(100, cleaned.get());
    }

    @ParameterizedTest
    @CsvSource({"exit, clean-up on assume-role clean-up", "end, clean-up on main"})
    void cleansUpOnceWhenTheJvmExits(String how, String expected) throws Exception {
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BuildEndCleanupTest.class.getName(),
                        how)
                .redirectErrorStream(true)
                .start();
        assertEquals(List.of(expected), process.inputReader().lines().toList());
        process.waitFor(30, TimeUnit.SECONDS);
    }

    /** Ends the session, if the argument says so, and the JVM. */
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
