package io.github.assumerole.role;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Role chaining with a cache: chains with the same first hops share their sessions, and while the last session of a
 * chain is valid, none before it is renewed.
 */
public final class RoleChain {
    private final Function<Optional<SessionCredentials>, RoleAssumer> assumers;
    private final String asker;
    private final StsCache cache;
    private final Supplier<Instant> neededUntil;

    /**
     * @param assumers makes who assumes a role: with the credentials of a session, or with those that the build starts
     *     from
     * @param asker tells apart who asks where (origin of the credentials, region, endpoint); never secret
     * @param neededUntil a session that expires before this instant is renewed
     */
    public RoleChain(
            Function<Optional<SessionCredentials>, RoleAssumer> assumers,
            String asker,
            StsCache cache,
            Supplier<Instant> neededUntil) {
        this.assumers = assumers;
        this.asker = asker;
        this.cache = cache;
        this.neededUntil = neededUntil;
    }

    /**
     * The credentials of the last role.
     *
     * @throws AwsAccessException naming the hop if there is more than one
     */
    public SessionCredentials walk(List<AssumeRoleRequest> hops) {
        return walk(hops, hops.size());
    }

    private SessionCredentials walk(List<AssumeRoleRequest> hops, int hop) {
        List<AssumeRoleRequest> before = hops.subList(0, hop - 1);
        String path = before.stream().map(AssumeRoleRequest::fingerprint).collect(Collectors.joining(" "));
        return new CachingRoleAssumer(
                        () -> numbered(assumers.apply(last(hops, hop - 1)), hop, hops.size()),
                        asker + " via " + path,
                        cache,
                        neededUntil)
                .assume(hops.get(hop - 1));
    }

    private Optional<SessionCredentials> last(List<AssumeRoleRequest> hops, int hop) {
        return hop == 0 ? Optional.empty() : Optional.of(walk(hops, hop));
    }

    private static RoleAssumer numbered(RoleAssumer assumer, int hop, int hops) {
        if (hops == 1) {
            return assumer;
        }
        return request -> {
            try {
                return assumer.assume(request);
            } catch (AwsAccessException failure) {
                throw failure.during("Hop " + hop + " of " + hops);
            }
        };
    }
}
