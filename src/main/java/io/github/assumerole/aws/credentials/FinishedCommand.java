package io.github.assumerole.aws.credentials;

import io.github.assumerole.role.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A shell command that has ended. Its output was never in a file.
 *
 * @param output the last 64 KiB of the standard output
 * @param errors the last 64 KiB of the standard error
 */
record FinishedCommand(int exitCode, Secret output, Secret errors) {
    private static final long POLL_MILLIS = 20;

    /**
     * Runs a command without input. Neither the command nor its children survive the time limit, an interruption, or
     * the end of the JVM. What a command that has ended leaves in the background, such as an agent, keeps running.
     *
     * @throws TimeoutException if it does not end in time
     */
    static FinishedCommand run(Secret command, Duration limit)
            throws IOException, InterruptedException, TimeoutException {
        Process process = new ProcessBuilder(shell(command.reveal())).start();
        Thread atExit = new Thread(() -> kill(process));
        try {
            Runtime.getRuntime().addShutdownHook(atExit);
            process.getOutputStream().close();
            return awaitEnd(process, limit);
        } finally {
            kill(process);
            forget(atExit);
        }
    }

    private static List<String> shell(String command) {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        return windows ? List.of("cmd.exe", "/C", command) : List.of("sh", "-c", command);
    }

    /** Reads only what is available: a child in the background may keep the output open for as long as it runs. */
    private static FinishedCommand awaitEnd(Process process, Duration limit)
            throws IOException, InterruptedException, TimeoutException {
        Tail output = new Tail();
        Tail errors = new Tail();
        long start = System.nanoTime();
        while (true) {
            boolean ended = process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
            output.drain(process.getInputStream());
            errors.drain(process.getErrorStream());
            if (ended) {
                return new FinishedCommand(
                        process.exitValue(),
                        output.text(StandardCharsets.UTF_8),
                        errors.text(Charset.defaultCharset()));
            }
            if (System.nanoTime() - start > limit.toNanos()) {
                throw new TimeoutException();
            }
        }
    }

    private static void kill(Process process) {
        if (process.isAlive()) {
            Stream<ProcessHandle> children = process.descendants().toList().stream();
            process.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static void forget(Thread atExit) {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException shuttingDown) {
            // The hook runs anyway.
        }
    }

    /** The end of a stream, of limited size. */
    private static final class Tail {
        private static final int MAX_BYTES = 64 * 1024;

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        private void drain(InputStream stream) throws IOException {
            for (int available = stream.available(); available > 0; available = stream.available()) {
                bytes.writeBytes(stream.readNBytes(Math.min(available, MAX_BYTES)));
                shorten();
            }
        }

        private void shorten() {
            if (bytes.size() > MAX_BYTES) {
                byte[] all = bytes.toByteArray();
                bytes.reset();
                bytes.write(all, all.length - MAX_BYTES, MAX_BYTES);
            }
        }

        private Secret text(Charset charset) {
            return Secret.of(bytes.toString(charset));
        }
    }
}
