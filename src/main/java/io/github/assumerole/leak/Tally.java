package io.github.assumerole.leak;

/**
 * How much was looked at, and what was not.
 *
 * @param files how many files were opened
 * @param entries how many entries of archives were found in them
 * @param bytes how many bytes were searched, those that came out of archives among them
 * @param skipped how many links and special files, such as sockets, were passed over
 * @param excluded how many files and directories were left out on demand
 * @param vanished how many files and directories were gone before they could be looked at
 */
public record Tally(long files, long entries, long bytes, long skipped, long excluded, long vanished) {
    static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0);
    static final Tally FILE = new Tally(1, 0, 0, 0, 0, 0);
    static final Tally ENTRY = new Tally(0, 1, 0, 0, 0, 0);
    static final Tally SKIPPED = new Tally(0, 0, 0, 1, 0, 0);
    static final Tally EXCLUDED = new Tally(0, 0, 0, 0, 1, 0);
    static final Tally VANISHED = new Tally(0, 0, 0, 0, 0, 1);

    static Tally bytes(long count) {
        return new Tally(0, 0, count, 0, 0, 0);
    }

    Tally plus(Tally other) {
        return new Tally(
                files + other.files,
                entries + other.entries,
                bytes + other.bytes,
                skipped + other.skipped,
                excluded + other.excluded,
                vanished + other.vanished);
    }
}
