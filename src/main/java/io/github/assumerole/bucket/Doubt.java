package io.github.assumerole.bucket;

import io.github.assumerole.role.AccessFailed;
import java.util.Objects;

/**
 * Why something could not be looked at.
 *
 * @param failure what was tried, what came back, what to try
 * @param kind what helps against it
 * @param evidence how the server answered
 */
public record Doubt(AccessFailed failure, Kind kind, Evidence evidence) {
    /** What helps against a doubt. */
    public enum Kind {
        /** A permission: the credentials are good, but may not look. */
        DENIED,
        /** Time: throttled, an error of the server, a broken connection. */
        PASSING,
        /** Neither: bad credentials, or an answer that makes no sense. */
        LASTING
    }

    /** Takes what is known. */
    public Doubt {
        Objects.requireNonNull(failure, "failure");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(evidence, "evidence");
    }
}
