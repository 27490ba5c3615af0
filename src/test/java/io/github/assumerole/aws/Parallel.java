package io.github.assumerole.aws;

import static org.junit.jupiter.api.Assertions.assertAll;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;

/** Runs checks in parallel that mostly wait for retries. */
final class Parallel {
    private Parallel() {}

    static void run(Stream<Executable> checks) {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            List<Future<Void>> running = checks.map(check -> threads.<Void>submit(() -> {
                        assertAll(check);
                        return null;
                    }))
                    .toList();
            assertAll(running.stream().map(outcome -> outcome::get));
        } finally {
            threads.shutdownNow();
        }
    }
}
