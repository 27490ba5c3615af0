package io.github.assumerole.standin;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/** Turns an admitted request into credentials, and into the part of the answer that all operations share. */
final class SessionIssuer {
    private final Keyring keyring;
    private final ServerClock clock;

    SessionIssuer(Keyring keyring, ServerClock clock) {
        this.keyring = keyring;
        this.clock = clock;
    }

    /** @throws AwsError when the role does not allow a session that long */
    Consumer<Xml> issue(RoleSession session, SessionRequest request) {
        if (request.duration().compareTo(session.role().maxSessionDuration()) > 0) {
            throw AwsError.validation(
                    "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
        }
        Instant expiration = clock.now().truncatedTo(ChronoUnit.SECONDS).plus(request.duration());
        AccessKey key = keyring.issue(session, expiration);
        return result -> {
            result.element("Credentials", credentials -> credentials
                    .element("AccessKeyId", key.id())
                    .element("SecretAccessKey", key.secret())
                    .element("SessionToken", key.sessionToken())
                    .element("Expiration", DateTimeFormatter.ISO_INSTANT.format(expiration)));
            result.element("AssumedRoleUser", user -> user.element("AssumedRoleId", session.userId())
                    .element("Arn", session.arn()));
            request.policies()
                    .ifPresent(
                            policies -> result.element("PackedPolicySize", Integer.toString(policies.packedPercent())));
            session.sourceIdentity().ifPresent(identity -> result.element("SourceIdentity", identity));
        };
    }
}
