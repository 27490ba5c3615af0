package io.github.assumerole.leak;

import io.github.assumerole.leak.archive.ArchiveVisitor;
import io.github.assumerole.leak.archive.BoundedStream;
import io.github.assumerole.leak.archive.Gzip;
import io.github.assumerole.leak.archive.InflatedStream;
import io.github.assumerole.leak.archive.PeekableInput;
import io.github.assumerole.leak.archive.ScanBudget;
import io.github.assumerole.leak.archive.ScanLimitExceededException;
import io.github.assumerole.leak.archive.Tar;
import io.github.assumerole.leak.archive.UnsupportedCompression;
import io.github.assumerole.leak.archive.Zip;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.Inflater;

/** Scans one stream at a time and, with a nested scanner, each entry of an archive in it. Not thread-safe. */
final class StreamScanner implements ArchiveVisitor, AutoCloseable {
    private final SecretPatterns patterns;
    private final ScanLimits limits;
    private final Findings findings;
    private final int depth;

    private final NameScanner names;
    private final PatternSearch search;
    private final PeekableInput input = new PeekableInput();
    private final Inflater inflater = new Inflater(true);
    private StreamScanner inner;

    private ScanLocation location;
    private ScanBudget budget;

    StreamScanner(SecretPatterns patterns, ScanLimits limits, Findings findings) {
        this(patterns, limits, findings, 0);
    }

    private StreamScanner(SecretPatterns patterns, ScanLimits limits, Findings findings, int depth) {
        this.patterns = patterns;
        this.limits = limits;
        this.findings = findings;
        this.depth = depth;
        this.names = new NameScanner(patterns);
        this.search = new PatternSearch(patterns);
    }

    /**
     * Scans a stream to its end.
     *
     * @throws IOException when not all of it could be read; what was read was searched
     */
    void scan(ScanLocation location, InputStream in, ScanBudget budget) throws IOException {
        this.location = location;
        this.budget = budget;
        input.open(in);
        try {
            Optional<String> compression = UnsupportedCompression.compression(input);
            if (compression.isPresent()) {
                reportUnscanned(location, compression.get() + " compression is not supported");
            }
            new Gzip(input, this).walk();
            new Tar(input, this).walk();
            new Zip(input, this).walk();
        } finally {
            archiveBytes(input.buffered());
            findings.leaked(location, false, search.take());
        }
    }

    @Override
    public void archiveBytes(int count) {
        search.scan(input.position(), input.buffer(), input.at(), count);
        input.skip(count);
        findings.count(ScanStatistics.bytes(count));
    }

    @Override
    public void stored(String name, long length) throws ScanLimitExceededException {
        enter(name, new BoundedStream(input, length));
    }

    @Override
    public void deflated(String name, InflatedStream.Trailer trailer) throws ScanLimitExceededException {
        enter(name, new InflatedStream(input, inflater, budget, trailer));
    }

    @Override
    public void unreadable(String name, String reason) throws ScanLimitExceededException {
        reportUnscanned(found(name), reason);
    }

    private void enter(String name, InputStream content) throws ScanLimitExceededException {
        ScanLocation entry = found(name);
        if (depth == limits.depth()) {
            reportUnscanned(location, "archives are opened only to a nesting depth of " + depth);
            return;
        }
        if (inner == null) {
            inner = new StreamScanner(patterns, limits, findings, depth + 1);
        }
        try {
            inner.scan(entry, content, budget);
        } catch (ScanLimitExceededException tooMuch) {
            throw tooMuch;
        } catch (IOException broken) {
            reportUnscanned(entry, Unscanned.reason(broken));
        }
    }

    private ScanLocation found(String name) {
        ScannedName read = names.read(name);
        ScanLocation entry = location.entry(read.shown());
        findings.count(ScanStatistics.ENTRY);
        findings.leaked(entry, true, read.matches());
        return entry;
    }

    private void reportUnscanned(ScanLocation unscanned, String reason) throws ScanLimitExceededException {
        if (findings.unscanned(unscanned, reason)) {
            budget.countUnreadable();
        }
    }

    @Override
    public void close() {
        inflater.end();
        if (inner != null) {
            inner.close();
        }
    }
}
