package io.github.assumerole.aws.sts;

import io.github.assumerole.aws.credentials.BaseCredentials;
import io.github.assumerole.role.AssumeRoleRequest;
import io.github.assumerole.role.Secret;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.role.SessionCredentials.IssueDetails;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.model.AssumedRoleUser;
import software.amazon.awssdk.services.sts.model.Credentials;

/** Reads what the responses of all AssumeRole calls share. */
final class AssumeRoleResponses {
    private static final Pattern ACCOUNT = Pattern.compile("arn:[^:]+:sts::([0-9]{12}):.*");

    private AssumeRoleResponses() {}

    /** The session; empty if the response is incomplete, since the SDK accepts any XML. */
    static Optional<SessionCredentials> read(
            Credentials issued, AssumedRoleUser user, AssumeRoleRequest request, Region region, IssueDetails evidence) {
        boolean complete = issued != null
                && user != null
                && issued.expiration() != null
                && Stream.of(issued.accessKeyId(), issued.secretAccessKey(), issued.sessionToken(), user.arn())
                        .allMatch(BaseCredentials::isPlain);
        if (!complete) {
            return Optional.empty();
        }
        Matcher account = ACCOUNT.matcher(user.arn());
        return Optional.of(new SessionCredentials(
                issued.accessKeyId(),
                Secret.of(issued.secretAccessKey()),
                Secret.of(issued.sessionToken()),
                issued.expiration(),
                user.arn(),
                account.matches()
                        ? Optional.of(account.group(1))
                        : request.role().accountId(),
                region.id(),
                evidence));
    }
}
