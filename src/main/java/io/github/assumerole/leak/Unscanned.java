package io.github.assumerole.leak;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/**
 * A location that was not scanned, or not to its end: whether it contains a secret is unknown.
 *
 * @param reason follows "not scanned: " in the message
 */
public record Unscanned(ScanLocation location, String reason) {
    /** Without a path, which can contain a secret. */
    static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "access denied";
        }
        String reason = failure instanceof FileSystemException ofFile ? ofFile.getReason() : failure.getMessage();
        return reason == null ? "read failed with " + failure.getClass().getSimpleName() : reason;
    }

    /** One line without a full stop. */
    public String message() {
        return location + " was not scanned: " + reason;
    }
}
