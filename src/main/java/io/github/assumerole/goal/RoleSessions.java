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

/** Assumes roles for a goal, once in a build for each distinct request. */
final class RoleSessions {
    private final String asker;
    private final Function<Optional<SessionCredentials>, RoleAssumer> assumers;
    private final Supplier<Caller> caller;
    private final StsCache cache;
    private final Supplier<Instant> neededUntil;
    private final AllowedAccounts allowed;
    private final Consumer<String> log;

    /**
     * @param asker tells apart who calls which server; contains no secret
     * @param assumers makes an assumer with the credentials of a session, or else with the base credentials
     * @param caller calls GetCallerIdentity
     * @param neededUntil a session that expires before this instant is renewed
     * @param allowed the accounts that may be used
     */
    RoleSessions(
            String asker,
            Function<Optional<SessionCredentials>, RoleAssumer> assumers,
            Supplier<Caller> caller,
            StsCache cache,
            Supplier<Instant> neededUntil,
            AllowedAccounts allowed,
            Consumer<String> log) {
        this.asker = asker;
        this.assumers = assumers;
        this.caller = caller;
        this.cache = cache;
        this.neededUntil = neededUntil;
        this.allowed = allowed;
        this.log = log;
    }

    RoleSession open(RoleChainRequest plan) {
        if (plan.isCapped()) {
            log.accept("durationSeconds is " + plan.duration().toSeconds() + ", but taken for 3600: STS gives a caller"
                    + " that is itself an assumed role no more.");
        }
        List<AssumeRoleRequest> hops = plan.hops(this::caller);
        RoleArn role = hops.get(hops.size() - 1).role();
        rejectOtherAccount(role);
        AtomicBoolean asked = new AtomicBoolean();
        RoleChain chain = new RoleChain(
                session -> {
                    asked.set(true);
                    return assumers.apply(session);
                },
                asker,
                cache,
                neededUntil);
        SessionCredentials credentials = chain.assume(hops);
        allowed.check("the session " + credentials.assumedRoleArn(), credentials.accountId());
        return new RoleSession(role, plan.sessionName(), credentials, asked.get());
    }

    /** The identity of the base credentials, requested once in a build. */
    Caller caller() {
        return cache.caller(asker, "Cannot tell whose account the build works for", caller);
    }

    /** A role name was completed with the caller's account. */
    private void rejectOtherAccount(RoleArn role) {
        ConfigurationProblems problems = new ConfigurationProblems();
        allowed.check(problems, role);
        problems.throwIfAny();
    }
}
