package io.github.assumerole.bucket;

import io.github.assumerole.role.AwsAccessException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Makes calls in parallel, up to a limit. */
public final class ParallelCalls {
    private static final int MAX_THREADS = 16;

    private ParallelCalls() {}

    /**
     * The result of the call for each input, in their order.
     *
     * @throws RuntimeException the exception of the first call that failed; calls that have not started are dropped
     */
    public static <T, R> Map<T, R> run(Collection<T> inputs, Function<T, R> call) {
        if (inputs.isEmpty()) {
            return Map.of();
        }
        ExecutorService threads =
                Executors.newFixedThreadPool(Math.min(MAX_THREADS, inputs.size()), ParallelCalls::thread);
        try {
            Map<T, Future<R>> futures = new LinkedHashMap<>();
            inputs.forEach(input -> futures.put(input, threads.submit(() -> call.apply(input))));
            Map<T, R> results = new LinkedHashMap<>();
            futures.forEach((input, future) -> results.put(input, get(future)));
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static <R> R get(Future<R> result) {
        try {
            return result.get();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AwsAccessException("Cannot query the buckets", "the build was interrupted.", List.of(), stopped);
        }
    }

    /** A daemon thread, which does not keep the JVM running. */
    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "assume-role-query");
        thread.setDaemon(true);
        return thread;
    }
}
