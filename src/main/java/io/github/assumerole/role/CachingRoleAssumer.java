package io.github.assumerole.role;

import java.time.Instant;
import java.util.function.Supplier;

/** Sends each distinct request of a build once, and again when its session is about to expire. */
public final class CachingRoleAssumer implements RoleAssumer {
    private final Supplier<RoleAssumer> delegate;
    private final String asker;
    private final StsCache cache;
    private final Supplier<Instant> neededUntil;

    /**
     * @param delegate makes the assumer that calls STS, only when it is needed: it loads many classes
     * @param asker tells apart who calls which server (base credentials, region, endpoint); contains no secret
     * @param neededUntil a session that expires before this instant is renewed
     */
    public CachingRoleAssumer(
            Supplier<RoleAssumer> delegate, String asker, StsCache cache, Supplier<Instant> neededUntil) {
        this.delegate = delegate;
        this.asker = asker;
        this.cache = cache;
        this.neededUntil = neededUntil;
    }

    @Override
    public SessionCredentials assume(AssumeRoleRequest request) {
        return cache.session(
                request.fingerprint() + " " + asker,
                neededUntil.get(),
                "Cannot assume " + request.role(),
                () -> delegate.get().assume(request));
    }
}
