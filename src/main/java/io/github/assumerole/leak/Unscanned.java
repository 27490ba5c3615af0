package io.github.assumerole.leak;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Objects;

/**
 * A place that could not be looked at, or not to its end: whether it holds a secret is not known.
 *
 * @param place where it is
 * @param reason why, as it reads on after "not scanned: "
 */
public record Unscanned(Place place, String reason) {
    public Unscanned {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(reason, "reason");
    }

    /** In words that name no path, for that may hold a secret. */
    static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "access to it is denied";
        }
        String words = failure instanceof FileSystemException ofFile ? ofFile.getReason() : failure.getMessage();
        return words == null ? "reading it ended with " + failure.getClass().getSimpleName() : words;
    }

    /** A sentence of one line without a full stop. */
    public String message() {
        return place + " was not scanned: " + reason;
    }
}
