package io.github.assumerole.aws;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Carries out what sees secrets on a thread that ends with it. The XML parser below the SDK keeps the text of its last
 * document in a thread-local, and the SDK's signer a key: on a thread of Maven's own, which a daemon keeps, they would
 * outlive the build.
 */
final class PassingThread {
    private PassingThread() {}

    /** Waits for what the work tells, or throws what it throws; an interruption is for the work to answer. */
    static <T> T call(Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread thread = new Thread(task, "assume-role-call");
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException early) {
                    interrupted = true;
                    thread.interrupt();
                } catch (ExecutionException thrown) {
                    throw unchecked(thrown.getCause());
                }
            }
        } finally {
            SigningKeys.forget();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException unchecked(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return (RuntimeException) thrown;
    }
}
