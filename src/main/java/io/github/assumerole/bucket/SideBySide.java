package io.github.assumerole.bucket;

import io.github.assumerole.role.AccessFailed;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Asks many questions at once, but never more than a server likes. */
final class SideBySide {
    private static final int AT_ONCE = 16;

    private SideBySide() {}

    /**
     * The answer to each question.
     *
     * @throws RuntimeException what the first question that failed threw; those not yet asked are dropped then
     */
    static <Q, A> Map<Q, A> ask(Collection<Q> questions, Function<Q, A> answer) {
        if (questions.isEmpty()) {
            return Map.of();
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(AT_ONCE, questions.size()), SideBySide::thread);
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
            throw new AccessFailed("Cannot look at the buckets", "the build was interrupted.", List.of(), stopped);
        }
    }

    /** Never keeps a JVM alive that wants to end. */
    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "assume-role-look");
        thread.setDaemon(true);
        return thread;
    }
}
