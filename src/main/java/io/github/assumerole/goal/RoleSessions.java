package io.github.assumerole.goal;

import io.github.assumerole.role.AllowedAccounts;
import io.github.assumerole.role.AssumeRoleRequest;
import io.github.assumerole.role.Caller;
import io.github.assumerole.role.RoleArn;
import io.github.assumerole.role.RoleAssumer;
import io.github.assumerole.role.RoleChain;
import io.github.assumerole.role.RoleChainRequest;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.role.StsCache;
import io.github.assumerole.text.ConfigurationProblems;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Assumes roles, once per build for each distinct request.
 *
 * @param cacheKey differs between base credentials and between endpoints; contains no secret
 * @param assumers creates an assumer with the credentials of a session, or with the base credentials
 * @param identity calls GetCallerIdentity with the base credentials
 * @param neededUntil a session that expires before this instant is renewed
 */
record RoleSessions(
        String cacheKey,
        Function<Optional<SessionCredentials>, RoleAssumer> assumers,
        Supplier<Caller> identity,
        StsCache cache,
        Supplier<Instant> neededUntil,
        AllowedAccounts allowed,
        Consumer<String> log) {

    RoleSession open(RoleChainRequest request) {
        if (request.isCapped()) {
            log.accept("Reduced durationSeconds from " + request.duration().toSeconds()
                    + " to 3600: role chaining is limited to one hour.");
        }
        List<AssumeRoleRequest> hops = request.hops(this::caller);
        RoleArn role = hops.get(hops.size() - 1).role();
        rejectOtherAccount(role);
        AtomicBoolean called = new AtomicBoolean();
        RoleChain chain = new RoleChain(
                session -> {
                    called.set(true);
                    return assumers.apply(session);
                },
                cacheKey,
                cache,
                neededUntil);
        SessionCredentials credentials = chain.assume(hops);
        return checked(new RoleSession(role, request.sessionName(), credentials, called.get()));
    }

    /**
     * The session of the role of a profile.
     *
     * @param role the last request of the profile
     * @param session opens the session of the profile, valid until an instant
     */
    RoleSession open(AssumeRoleRequest role, Function<Instant, SessionCredentials> session) {
        rejectOtherAccount(role.role());
        AtomicBoolean called = new AtomicBoolean();
        Instant until = neededUntil.get();
        SessionCredentials credentials =
                cache.session("role of the profile, " + cacheKey, until, "Cannot assume " + role.role(), () -> {
                    called.set(true);
                    return session.apply(until);
                });
        return checked(new RoleSession(role.role(), role.sessionName(), credentials, called.get()));
    }

    private RoleSession checked(RoleSession session) {
        SessionCredentials credentials = session.credentials();
        allowed.check("the session " + credentials.assumedRoleArn(), credentials.accountId());
        return session;
    }

    /** Identity of the base credentials, requested once per build. */
    Caller caller() {
        return cache.caller(cacheKey, "Cannot determine the account of the base credentials", identity);
    }

    /** Again, because a role name has been completed with the account of the caller. */
    private void rejectOtherAccount(RoleArn role) {
        ConfigurationProblems problems = new ConfigurationProblems();
        allowed.check(problems, role);
        problems.throwIfAny();
    }
}
