package io.github.assumerole.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.assumerole.role.SessionRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

class BuildMemoryTest {
    private static final Map<String, String> RECORD = Map.of("accessKeyId", "ASIAONE");

    private final MavenProject app = Build.project("app");
    private final Build build = new Build(app);

    @Test
    void isSharedByAllThatKnowTheSession() {
        assertEquals(RECORD, ask(build, () -> RECORD));

        assertEquals(RECORD, ask(build, () -> fail("it was answered before")));
    }

    @Test
    void isNotSharedByTwoBuilds() {
        ask(build, () -> RECORD);
        build.memory().mfaCodes().put("device", new CompletableFuture<>());
        build.memory().shared().put("place", "holder");
        build.memory().rememberCredentials(app, "aws.", RECORD);
        build.memory().rememberProperties(app, "aws.", RECORD);

        Build next = new Build(app);

        assertEquals(Map.of(), ask(next, Map::of));
        assertTrue(next.memory().mfaCodes().isEmpty());
        assertTrue(next.memory().shared().isEmpty());
        assertTrue(next.memory().credentials(app, "aws.").isEmpty());
        assertTrue(next.memory().properties(app, "aws.").isEmpty());
    }

    @Test
    void remembersByProjectAndPrefix() {
        build.memory().rememberCredentials(app, "aws.", RECORD);

        assertEquals(RECORD, build.memory().credentials(app, "aws."));
        assertEquals(Map.of(), build.memory().credentials(app, "deploy."));
        assertEquals(Map.of(), build.memory().credentials(Build.project("lib"), "aws."));
        assertEquals(Map.of(), build.memory().properties(app, "aws."), "credentials are no properties");
    }

    @Test
    void holdsTypesOfTheJdkOnly() {
        build.memory()
                .rememberCredentials(
                        app, "aws.", SessionRecord.of(Sessions.of("ASIAONE", Optional.of("444455556666"))));
        build.memory().rememberProperties(app, "aws.", RECORD);
        build.memory().mfaCodes().put("device", CompletableFuture.completedFuture(Optional.of("123456")));
        build.memory().shared().put("place", "holder");
        ask(build, () -> RECORD);

        Map<String, Object> data = new HashMap<>();
        for (String key : List.of("answers", "mfaCodes", "shared", "credentials", "properties")) {
            String whole = "io.github.assumerole." + key;
            data.put(whole, build.session().getRepositorySession().getData().get(whole));
        }

        assertEquals(5, data.values().stream().filter(Map.class::isInstance).count());
        assertEquals(
                List.of(),
                parts(data)
                        .map(Object::getClass)
                        .filter(type -> type.getClassLoader() != null)
                        .toList());
    }

    @Test
    void isCreatedOnceByTwoThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 2000; round++) {
                BuildMemory memory = new Build(app).memory();
                CyclicBarrier start = new CyclicBarrier(2);
                Callable<Object> create = () -> {
                    start.await();
                    return memory.shared();
                };
                List<Future<Object>> created = threads.invokeAll(List.of(create, create));

                assertSame(created.get(0).get(), created.get(1).get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Map<String, String> ask(Build build, Supplier<Map<String, String>> answer) {
        return build.memory().answers().to("question", known -> true, "Cannot ask", answer);
    }

    /** An object and all that it holds. */
    private static Stream<Object> parts(Object whole) {
        Collection<?> held = List.of();
        if (whole instanceof Map<?, ?> map) {
            held = Stream.concat(map.keySet().stream(), map.values().stream()).toList();
        } else if (whole instanceof CompletableFuture<?> future) {
            held = List.of(future.join());
        }
        return Stream.concat(Stream.of(whole), held.stream().flatMap(BuildMemoryTest::parts));
    }
}
