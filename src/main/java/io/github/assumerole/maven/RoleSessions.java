package io.github.assumerole.maven;

import io.github.assumerole.role.AllowedAccounts;
import io.github.assumerole.role.Answers;
import io.github.assumerole.role.AssumeRoleRequest;
import io.github.assumerole.role.Caller;
import io.github.assumerole.role.CallerRecord;
import io.github.assumerole.role.RoleArn;
import io.github.assumerole.role.RoleAssumer;
import io.github.assumerole.role.RoleChain;
import io.github.assumerole.role.RolePlan;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.role.Validation;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Assumes roles for a goal, once a build for each distinct request. */
final class RoleSessions {
    private final String asker;
    private final Function<Optional<SessionCredentials>, RoleAssumer> assumers;
    private final Supplier<Caller> caller;
    private final Answers answers;
    private final AllowedAccounts allowed;
    private final Duration minRemaining;
    private final Consumer<String> log;
    private final Clock clock;

    /**
     * @param asker tells apart who asks where; never secret
     * @param assumers makes who assumes a role: with the credentials of a session, or with those that the build starts
     *     from
     * @param caller asks who we are
     * @param allowed the accounts that may be used
     * @param minRemaining sessions with less life left than this are renewed
     */
    RoleSessions(
            String asker,
            Function<Optional<SessionCredentials>, RoleAssumer> assumers,
            Supplier<Caller> caller,
            Answers answers,
            AllowedAccounts allowed,
            Duration minRemaining,
            Consumer<String> log,
            Clock clock) {
        this.asker = asker;
        this.assumers = assumers;
        this.caller = caller;
        this.answers = answers;
        this.allowed = allowed;
        this.minRemaining = minRemaining;
        this.log = log;
        this.clock = clock;
    }

    RoleSession open(RolePlan plan) {
        if (plan.isCapped()) {
            log.accept("durationSeconds is " + plan.duration().toSeconds() + ", but taken for 3600: STS gives a caller"
                    + " that is itself an assumed role no more.");
        }
        List<AssumeRoleRequest> hops = plan.hops(this::caller);
        RoleArn role = hops.get(hops.size() - 1).role();
        refuseOtherAccount(role);
        AtomicBoolean asked = new AtomicBoolean();
        RoleChain chain = new RoleChain(
                session -> {
                    asked.set(true);
                    return assumers.apply(session);
                },
                asker,
                answers,
                minRemaining,
                clock);
        SessionCredentials credentials = chain.walk(hops);
        allowed.check("the session " + credentials.assumedRoleArn(), credentials.accountId());
        return new RoleSession(role, plan.sessionName(), credentials, asked.get());
    }

    /** Who we are before any role is assumed; asked once a build. */
    Caller caller() {
        return CallerRecord.read(answers.to(
                "caller " + asker,
                known -> true,
                "Cannot tell whose account the build works for",
                () -> CallerRecord.of(caller.get())));
    }

    /** A role that was named without its account has one now. */
    private void refuseOtherAccount(RoleArn role) {
        Validation validation = new Validation();
        allowed.check(validation, role);
        validation.finish();
    }
}
