package io.github.assumerole.leak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.leak.archive.ScanBudget;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** What is found in bytes, as if they were a file. */
final class Scanned {
    private static final ScanLocation FILE = new ScanLocation(Path.of("target"), "file");

    private Scanned() {}

    static LeakReport at(byte[] bytes) {
        return at(bytes, ScanLimits.DEFAULT, TestSecrets.key());
    }

    static LeakReport at(byte[] bytes, ScanLimits limits, KnownSecret... secrets) {
        return at(new ByteArrayInputStream(bytes), limits.budget(bytes.length), limits, secrets);
    }

    /** As {@link #at(byte[])}, but each read returns a single byte. */
    static LeakReport withSingleByteReads(byte[] bytes) {
        InputStream single = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int from, int count) {
                return super.read(into, from, Math.min(1, count));
            }
        };
        return at(single, ScanLimits.DEFAULT.budget(bytes.length), ScanLimits.DEFAULT, TestSecrets.key());
    }

    private static LeakReport at(InputStream in, ScanBudget budget, ScanLimits limits, KnownSecret... secrets) {
        Findings findings = new Findings();
        try (StreamScanner scanner = new StreamScanner(new SecretPatterns(List.of(secrets)), limits, findings)) {
            scanner.scan(FILE, in, budget);
        } catch (IOException failure) {
            findings.unscanned(FILE, Unscanned.reason(failure));
        }
        return findings.report();
    }

    /** Asserts that the only leak is at a location, and that everything was scanned. */
    static void assertFound(String location, byte[] bytes) {
        LeakReport report = at(bytes);
        assertEquals(List.of(location), locations(report));
        assertEquals(List.of(), report.unscanned());
    }

    /** The locations of the leaks, with {@code #} and the offset, and {@code #name} before it for a leak in a name. */
    static List<String> locations(LeakReport report) {
        return report.leaks().stream()
                .map(leak -> leak.location().path() + (leak.inName() ? "#name#" : "#") + leak.offset())
                .toList();
    }

    static List<String> unscanned(LeakReport report) {
        return report.unscanned().stream()
                .map(unscanned -> unscanned.location().path() + ": " + unscanned.reason())
                .toList();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
