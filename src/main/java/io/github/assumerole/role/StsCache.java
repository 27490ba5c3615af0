package io.github.assumerole.role;

import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The STS responses of a build. Keys distinguish who calls which endpoint for what; they contain no secret. */
public record StsCache(SingleFlightCache<SessionCredentials> sessions, SingleFlightCache<Caller> callers) {

    public static StsCache empty() {
        return new StsCache(
                new SingleFlightCache<>(new ConcurrentHashMap<>()), new SingleFlightCache<>(new ConcurrentHashMap<>()));
    }

    /**
     * A session, requested unless a cached one is valid long enough.
     *
     * @param neededUntil a session that expires before this instant is renewed
     */
    public SessionCredentials session(
            String key, Instant neededUntil, String attempt, Supplier<SessionCredentials> request) {
        return sessions.get(key, cached -> !cached.expiration().isBefore(neededUntil), attempt, request);
    }

    /** The identity of a caller, which does not change during a build. */
    public Caller caller(String key, String attempt, Supplier<Caller> request) {
        return callers.get(key, cached -> true, attempt, request);
    }
}
