package io.github.assumerole.standin.sts;

import io.github.assumerole.standin.http.AwsErrorException;
import io.github.assumerole.standin.iam.AccessKey;
import io.github.assumerole.standin.iam.AccessKeyStore;
import io.github.assumerole.standin.iam.RoleSession;
import io.github.assumerole.standin.text.XmlWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/** Issues the credentials for an allowed request, and writes the response elements that all operations share. */
final class SessionIssuer {
    private final AccessKeyStore keys;
    private final InstantSource clock;

    SessionIssuer(AccessKeyStore keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** @throws AwsErrorException when the role does not allow a session that long */
    Consumer<XmlWriter> issue(RoleSession session, SessionRequest request) {
        if (request.duration().compareTo(session.role().maxSessionDuration()) > 0) {
            throw AwsErrorException.validation(
                    "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
        }
        Instant expiration = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(request.duration());
        AccessKey key = keys.issue(session, expiration);
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
