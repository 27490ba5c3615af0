package io.github.assumerole.leak;

/**
 * What was scanned, and what was not.
 *
 * @param files how many files were opened
 * @param entries how many archive entries were found in them
 * @param bytes how many bytes were searched, including inflated ones
 * @param skipped how many links and special files, such as sockets, were skipped
 * @param excluded how many files and directories were excluded
 * @param vanished how many files and directories were deleted before they could be scanned
 */
public record ScanStatistics(long files, long entries, long bytes, long skipped, long excluded, long vanished) {
    static final ScanStatistics NOTHING = new ScanStatistics(0, 0, 0, 0, 0, 0);
    static final ScanStatistics FILE = new ScanStatistics(1, 0, 0, 0, 0, 0);
    static final ScanStatistics ENTRY = new ScanStatistics(0, 1, 0, 0, 0, 0);
    static final ScanStatistics SKIPPED = new ScanStatistics(0, 0, 0, 1, 0, 0);
    static final ScanStatistics EXCLUDED = new ScanStatistics(0, 0, 0, 0, 1, 0);
    static final ScanStatistics VANISHED = new ScanStatistics(0, 0, 0, 0, 0, 1);

    static ScanStatistics bytes(long count) {
        return new ScanStatistics(0, 0, count, 0, 0, 0);
    }

    ScanStatistics plus(ScanStatistics other) {
        return new ScanStatistics(
                files + other.files,
                entries + other.entries,
                bytes + other.bytes,
                skipped + other.skipped,
                excluded + other.excluded,
                vanished + other.vanished);
    }
}
