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
 *
 * @param assumers makes the assumer that calls STS, only when it is needed: it loads many classes; it calls with the
 *     credentials of a session, or with the base credentials
 * @param cacheKey differs between base credentials, regions and endpoints; contains no secret
 * @param neededUntil a session that expires before this instant is renewed
 */
public record RoleChain(
        Function<Optional<SessionCredentials>, RoleAssumer> assumers,
        String cacheKey,
        StsCache cache,
        Supplier<Instant> neededUntil) {

    /**
     * The credentials of the last role. Each distinct request of a build is sent once, and again when its session is
     * about to expire.
     *
     * @throws AwsAccessException naming the hop if there is more than one
     */
    public SessionCredentials assume(List<AssumeRoleRequest> hops) {
        return assume(hops, hops.size());
    }

    private SessionCredentials assume(List<AssumeRoleRequest> hops, int hop) {
        AssumeRoleRequest request = hops.get(hop - 1);
        String path = hops.subList(0, hop - 1).stream()
                .map(AssumeRoleRequest::fingerprint)
                .collect(Collectors.joining(" "));
        return cache.session(
                request.fingerprint() + " " + cacheKey + " via " + path,
                neededUntil.get(),
                "Cannot assume " + request.role(),
                () -> request(hops, hop));
    }

    private SessionCredentials request(List<AssumeRoleRequest> hops, int hop) {
        Optional<SessionCredentials> previous = hop == 1 ? Optional.empty() : Optional.of(assume(hops, hop - 1));
        RoleAssumer assumer = assumers.apply(previous);
        try {
            return assumer.assume(hops.get(hop - 1));
        } catch (AwsAccessException failure) {
            throw hops.size() == 1 ? failure : failure.during("Hop " + hop + " of " + hops.size());
        }
    }
}
