package io.github.assumerole.leak.archive;

import java.io.IOException;

/** The rest of a file is not scanned because it exceeds a limit. */
public final class ScanLimitExceededException extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param reason follows the name of the file and "not scanned: " in the message */
    ScanLimitExceededException(String reason) {
        super(reason);
    }
}
