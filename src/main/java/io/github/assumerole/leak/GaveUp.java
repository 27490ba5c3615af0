package io.github.assumerole.leak;

import java.io.IOException;

/** It would take too much to look through the rest of a file. */
final class GaveUp extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param reason reads on after the name of the file and "not scanned: " */
    GaveUp(String reason) {
        super(reason);
    }
}
