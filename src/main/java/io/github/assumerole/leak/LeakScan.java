package io.github.assumerole.leak;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Searches directories for known secrets: in files, in archive entries, and in the names of both. Writes nothing, and
 * keeps the secrets only while it is referenced.
 */
public final class LeakScan {
    private final SecretPatterns patterns;
    private final ScanLimits limits;
    private final Opener opener;

    /** @throws IllegalArgumentException without secrets: a scan for nothing would prove nothing */
    public LeakScan(List<KnownSecret> secrets, ScanLimits limits) {
        this(secrets, limits, LeakScan::open);
    }

    LeakScan(List<KnownSecret> secrets, ScanLimits limits, Opener opener) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("no secrets to search for");
        }
        this.patterns = new SecretPatterns(secrets);
        this.limits = limits;
        this.opener = opener;
    }

    /** Opens a file for reading. */
    @FunctionalInterface
    interface Opener {
        InputStream open(Path file) throws IOException;
    }

    /** Fails if the file has become a link since it was found. */
    static InputStream open(Path file) throws IOException {
        return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Scans directories, or single files, on as many threads as there are processors.
     *
     * @param roots a root that is a link is followed, but no link below it; one that does not exist is empty; one in
     *     another root is scanned once
     * @param excluded files and directories to leave out
     * @throws IllegalStateException when the thread is interrupted
     */
    public LeakReport scan(Collection<Path> roots, Collection<Path> excluded) {
        Findings findings = new Findings();
        List<FoundFile> files = new FileCollector(new NameScanner(patterns), findings).files(roots, excluded);
        // Largest first, so that no thread gets one of them at the end.
        files.sort(Comparator.comparingLong(FoundFile::size).reversed());
        int threads = Math.max(1, Math.min(files.size(), Runtime.getRuntime().availableProcessors()));
        Queue<FoundFile> queue = new ConcurrentLinkedQueue<>(files);
        inParallel(threads, () -> scan(queue)).forEach(findings::add);
        return findings.report();
    }

    private Findings scan(Queue<FoundFile> files) {
        Findings findings = new Findings();
        try (StreamScanner scanner = new StreamScanner(patterns, limits, findings)) {
            for (FoundFile file = files.poll(); file != null; file = files.poll()) {
                scan(file, scanner, findings);
            }
        }
        return findings;
    }

    private void scan(FoundFile file, StreamScanner scanner, Findings findings) {
        try (InputStream in = opener.open(file.path())) {
            findings.count(ScanStatistics.FILE);
            scanner.scan(file.location(), in, limits.budget(file.size()));
        } catch (NoSuchFileException vanished) {
            findings.count(ScanStatistics.VANISHED);
        } catch (IOException failure) {
            findings.unscanned(file.location(), Unscanned.reason(failure));
        }
    }

    private static <T> List<T> inParallel(int threads, Callable<T> task) {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : executor.invokeAll(Collections.nCopies(threads, task))) {
                results.add(result.get());
            }
            return results;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the scan was interrupted", interrupted);
        } catch (ExecutionException broken) {
            throw new IllegalStateException("the scan failed", broken.getCause());
        } finally {
            executor.shutdownNow();
        }
    }
}
