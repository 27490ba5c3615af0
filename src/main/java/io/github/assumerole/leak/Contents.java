package io.github.assumerole.leak;

/**
 * Is told what there is in a container, by whoever walks the container's {@link Source}. An entry is looked through to
 * its end; when that fails, the rest of the container can still be walked.
 */
interface Contents {
    /** The next {@code count} bytes, all of them in view, belong to the container itself; they are skipped. */
    void own(int count);

    /** The next {@code length} bytes are an entry, or fewer if the source breaks off. */
    void stored(String name, long length) throws GaveUp;

    /** The next bytes are an entry that is deflated. */
    void deflated(String name, Inflated.Trailer trailer) throws GaveUp;

    /** Next is an entry that cannot be read: the reason reads on after "not scanned: ". */
    void unreadable(String name, String reason) throws GaveUp;
}
