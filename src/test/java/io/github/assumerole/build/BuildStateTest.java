package io.github.assumerole.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.goal.Build;
import io.github.assumerole.goal.Sessions;
import io.github.assumerole.role.Secret;
import io.github.assumerole.role.SessionCredentials;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

class BuildStateTest {
    private static final SessionCredentials ONE = Sessions.of("ASIAIOSFODNN7EXAMPLE", Optional.of("444455556666"));

    private final MavenProject app = Build.project("app");
    private final Build build = new Build(app);

    @Test
    void isTheSameInAllGoalsOfABuild() {
        assertSame(build.state(), build.state());
        assertNotSame(build.state(), new Build(app).state());
    }

    @Test
    void separatesBuildsInMapsOfJdkTypesToo() {
        build.state().shared().put("target", () -> "role");
        build.state().reports().put("file", "execution");
        build.state().addIssued(ONE);

        BuildState next = new Build(app).state();

        assertTrue(next.shared().isEmpty());
        assertTrue(next.reports().isEmpty());
        assertTrue(next.issued().isEmpty());
    }

    @Test
    void separatesProjectsAndPrefixes() {
        Map<String, Secret> published = Map.of("aws.region", Secret.of("eu-west-1"));
        build.state().putCredentials(app, "aws.", ONE);
        build.state().putProperties(app, "deploy.", published);

        assertEquals(Optional.of(ONE), build.state().credentials(app, "aws."));
        assertEquals(Optional.empty(), build.state().credentials(app, "deploy."));
        assertEquals(Optional.empty(), build.state().credentials(Build.project("lib"), "aws."));
        assertEquals(published, build.state().properties(app, "deploy."));
        assertEquals(Map.of(), build.state().properties(app, "aws."));
    }

    @Test
    void logsAMessageOnce() {
        assertTrue(build.state().isFirst("a"));
        assertTrue(build.state().isFirst("b"));
        assertFalse(build.state().isFirst("a"));
    }

    @Test
    void isCreatedOnceByTwoThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 2000; round++) {
                Build fresh = new Build(app);
                CyclicBarrier start = new CyclicBarrier(2);
                Callable<Object> create = () -> {
                    start.await();
                    return fresh.state();
                };
                List<Future<Object>> created = threads.invokeAll(List.of(create, create));

                assertSame(created.get(0).get(), created.get(1).get());
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
