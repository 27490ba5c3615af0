package io.github.assumerole.it;

import io.github.assumerole.standin.LocalAws;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Interrupts a build from outside during a call. */
public final class Interruption {
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private Interruption() {}

    /**
     * Waits in the background for a number of calls, then ends the build as Ctrl-C does. Stores the files that exist at
     * that moment in the context as {@code files}.
     *
     * @param context with the embedded AWS that the build calls
     */
    public static void afterCalls(Map<String, Object> context, File basedir, String operation, int calls) {
        LocalAws aws = (LocalAws) context.get("aws");
        Thread watch = new Thread(() -> {
            long end = System.nanoTime() + TIMEOUT.toNanos();
            while (aws.calls(operation).size() < calls && System.nanoTime() < end) {
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
            context.put("files", filesBelow(basedir.toPath()));
            // A JVM handles SIGTERM like Ctrl-C (SIGINT). SIGINT may be ignored in child processes of a shell script.
            ProcessHandle.current()
                    .descendants()
                    .filter(process -> isMaven(process, basedir))
                    .forEach(ProcessHandle::destroy);
        });
        watch.setDaemon(true);
        watch.start();
    }

    private static boolean isMaven(ProcessHandle process, File basedir) {
        ProcessHandle.Info info = process.info();
        return info.command().filter(command -> command.endsWith("java")).isPresent()
                && info.commandLine()
                        .filter(line -> line.contains(basedir.getPath()))
                        .isPresent();
    }

    private static List<String> filesBelow(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toString).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
