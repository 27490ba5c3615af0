package io.github.assumerole.leak.archive;

/**
 * Receives the parts of an archive while its {@link PeekableInput} is read. Each entry is read to its end; when that
 * fails, the rest of the archive can still be read.
 */
public interface ArchiveVisitor {
    /** The next {@code count} bytes, all of them in the buffer, belong to the archive itself; they are skipped. */
    void archiveBytes(int count);

    /** The next {@code length} bytes are a stored entry, or fewer if the input ends early. */
    void stored(String name, long length) throws ScanLimitExceededException;

    /** The next bytes are a deflated entry. */
    void deflated(String name, InflatedStream.Trailer trailer) throws ScanLimitExceededException;

    /** An entry that cannot be read; the reason follows "not scanned: " in the message. */
    void unreadable(String name, String reason) throws ScanLimitExceededException;
}
