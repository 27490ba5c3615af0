package io.github.assumerole.role;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/** Asks once for each distinct request of a build, and again when the credentials are about to end. */
public final class CachingRoleAssumer implements RoleAssumer {
    private final Supplier<RoleAssumer> delegate;
    private final String asker;
    private final Answers answers;
    private final Duration minRemaining;
    private final Clock clock;

    /**
     * @param delegate makes the one that really asks, only when it is needed: its classes are many
     * @param asker tells apart who asks where (origin of the credentials, region, endpoint); never secret
     * @param minRemaining credentials with less life left than this are renewed
     */
    public CachingRoleAssumer(
            Supplier<RoleAssumer> delegate, String asker, Answers answers, Duration minRemaining, Clock clock) {
        this.delegate = delegate;
        this.asker = asker;
        this.answers = answers;
        this.minRemaining = minRemaining;
        this.clock = clock;
    }

    @Override
    public SessionCredentials assume(AssumeRoleRequest request) {
        return SessionRecord.read(answers.to(
                request.fingerprint() + " " + asker,
                known -> !SessionRecord.read(known)
                        .expiration()
                        .isBefore(clock.instant().plus(minRemaining)),
                "Cannot assume " + request.role(),
                () -> SessionRecord.of(delegate.get().assume(request))));
    }
}
