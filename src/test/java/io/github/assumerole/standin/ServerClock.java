package io.github.assumerole.standin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** The time as the server believes it to be. */
final class ServerClock {
    private final Clock base;
    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

    ServerClock(Clock base) {
        this.base = base;
    }

    Instant now() {
        return base.instant().plus(offset.get());
    }

    void advance(Duration by) {
        offset.accumulateAndGet(by, Duration::plus);
    }
}
