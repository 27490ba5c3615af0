package io.github.assumerole.goal;

import io.github.assumerole.role.AssumeRoleRequest;
import io.github.assumerole.role.Caller;
import io.github.assumerole.role.RoleArn;
import io.github.assumerole.role.RoleAssumer;
import io.github.assumerole.role.RoleChain;
import io.github.assumerole.role.RoleChainRequest;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.text.ConfigurationProblems;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Assumes roles, once per build for each distinct request. */
record RoleSessions(AwsContext context) {
    RoleSession open(RoleChainRequest request) {
        if (request.isCapped()) {
            context.services()
                    .log()
                    .accept("Reduced durationSeconds from " + request.duration().toSeconds()
                            + " to 3600: role chaining is limited to one hour.");
        }
        List<AssumeRoleRequest> hops = request.hops(this::caller);
        RoleArn role = hops.get(hops.size() - 1).role();
        rejectOtherAccount(role);
        AtomicBoolean called = new AtomicBoolean();
        RoleChain chain = new RoleChain(
                session -> {
                    called.set(true);
                    RoleAssumer assumer = context.aws().roleAssumer(session);
                    return hop -> registered(assumer.assume(hop));
                },
                context.connection().cacheKey(),
                context.services().cache(),
                this::neededUntil);
        SessionCredentials credentials = chain.assume(hops);
        return checked(new RoleSession(role, request.sessionName(), credentials, called.get()));
    }

    /** @param role the last request of the configured profile */
    RoleSession open(AssumeRoleRequest role) {
        rejectOtherAccount(role.role());
        AtomicBoolean called = new AtomicBoolean();
        Instant until = neededUntil();
        SessionCredentials credentials = context.services()
                .cache()
                .session(
                        "role of the profile, " + context.connection().cacheKey(),
                        until,
                        "Cannot assume " + role.role(),
                        () -> {
                            called.set(true);
                            return registered(context.aws().profileSession(until));
                        });
        return checked(new RoleSession(role.role(), role.sessionName(), credentials, called.get()));
    }

    private Instant neededUntil() {
        return context.services().clock().instant().plus(context.minRemaining());
    }

    /** Masks and records a new session before it is used. */
    private SessionCredentials registered(SessionCredentials session) {
        context.mask().register(session);
        context.issued().accept(session);
        return session;
    }

    private RoleSession checked(RoleSession session) {
        SessionCredentials credentials = session.credentials();
        context.allowed().check("the session " + credentials.assumedRoleArn(), credentials.accountId());
        return session;
    }

    /** Identity of the base credentials, requested once per build. */
    Caller caller() {
        return context.services()
                .cache()
                .caller(
                        context.connection().cacheKey(),
                        "Cannot determine the account of the base credentials",
                        () -> context.aws().caller());
    }

    /** Again, because a role name has been completed with the account of the caller. */
    private void rejectOtherAccount(RoleArn role) {
        ConfigurationProblems problems = new ConfigurationProblems();
        context.allowed().check(problems, role);
        problems.throwIfAny();
    }
}
