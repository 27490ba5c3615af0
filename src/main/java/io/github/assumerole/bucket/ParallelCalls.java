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
     * The result of each call.
     *
     * @throws RuntimeException the exception of the first call that failed; calls that have not started are dropped
     */
    public static <Q, A> Map<Q, A> run(Collection<Q> questions, Function<Q, A> answer) {
        if (questions.isEmpty()) {
            return Map.of();
        }
        ExecutorService threads =
                Executors.newFixedThreadPool(Math.min(MAX_THREADS, questions.size()), ParallelCalls::thread);
        try {
            Map<Q, Future<A>> asked = new LinkedHashMap<>();
            questions.forEach(question -> asked.put(question, threads.submit(() -> answer.apply(question))));
            Map<Q, A> answers = new LinkedHashMap<>();
            asked.forEach((question, future) -> answers.put(question, get(future)));
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private static <A> A get(Future<A> answer) {
        try {
            return answer.get();
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
