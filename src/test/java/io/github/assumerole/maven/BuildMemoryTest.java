package io.github.assumerole.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

class BuildMemoryTest {
    private static final Map<String, String> RECORD = Map.of("accessKeyId", "ASIAONE");

    private final MavenProject app = Build.project("app");
    private final Build build = new Build(app);

    @Test
    void isSharedByAllThatKnowTheSession() {
        CompletableFuture<Map<String, String>> answer = new CompletableFuture<>();
        build.memory().answers().put("question", answer);

        assertSame(answer, build.memory().answers().get("question"));
    }

    @Test
    void isNotSharedByTwoBuilds() {
        build.memory().answers().put("question", new CompletableFuture<>());
        build.memory().rememberPublished(app, "aws.", RECORD);

        Build next = new Build(app);

        assertTrue(next.memory().answers().isEmpty());
        assertTrue(next.memory().published(app, "aws.").isEmpty());
    }

    @Test
    void remembersByProjectAndPrefix() {
        build.memory().rememberPublished(app, "aws.", RECORD);

        assertEquals(RECORD, build.memory().published(app, "aws."));
        assertEquals(Map.of(), build.memory().published(app, "deploy."));
        assertEquals(Map.of(), build.memory().published(Build.project("lib"), "aws."));
    }

    @Test
    void holdsTypesOfTheJdkOnly() {
        build.memory()
                .rememberPublished(app, "aws.", SessionRecord.of(Sessions.of("ASIAONE", Optional.of("444455556666"))));
        build.memory().answers().put("question", CompletableFuture.completedFuture(RECORD));

        Map<String, Object> data = new HashMap<>();
        for (String key : List.of("io.github.assumerole.answers", "io.github.assumerole.published")) {
            data.put(key, build.session().getRepositorySession().getData().get(key));
        }

        assertEquals(2, data.values().stream().filter(Map.class::isInstance).count());
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
                    return memory.answers();
                };
                List<Future<Object>> created = threads.invokeAll(List.of(create, create));

                assertSame(created.get(0).get(), created.get(1).get());
            }
        } finally {
            threads.shutdownNow();
        }
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
