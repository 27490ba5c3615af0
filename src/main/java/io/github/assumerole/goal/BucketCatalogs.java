package io.github.assumerole.goal;

import io.github.assumerole.aws.Aws;
import io.github.assumerole.aws.BucketQuery;
import io.github.assumerole.bucket.AccountContext;
import io.github.assumerole.bucket.BucketCatalog;
import io.github.assumerole.build.BuildState;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.BaseCredentialsSource;
import io.github.assumerole.role.Caller;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.text.InvalidConfigurationException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whose buckets are listed, and with which credentials: those of the configured role, else what was handed to the
 * project by assume-role, else, when that is allowed, those that the build starts from.
 */
public final class BucketCatalogs {
    private final AwsContext identity;

    public BucketCatalogs(AwsContext identity) {
        this.identity = identity;
    }

    /**
     * The first that there is.
     *
     * @param published what {@link BuildState#credentials} has for the project
     * @param ownAllowed whether the credentials that the build starts from may be used
     */
    public Optional<Found> find(Optional<SessionCredentials> published, boolean ownAllowed, BucketQuery query) {
        if (identity.plan().isPresent()) {
            return Optional.of(ofRole(published, query));
        }
        if (published.isPresent()) {
            return Optional.of(ofPublished(published.get(), query));
        }
        return ownAllowed ? Optional.of(ofEnvironment(query)) : Optional.empty();
    }

    /** The buckets of the account whose role is assumed, unless this build has done so already. */
    private Found ofRole(Optional<SessionCredentials> published, BucketQuery query) {
        RoleSession assumed = identity.assume();
        log(assumed.sentence(now(), published));
        return ofSession(assumed.credentials(), query);
    }

    /** The buckets of the account whose credentials were published. */
    private Found ofPublished(SessionCredentials credentials, BucketQuery query) {
        if (!credentials.expiration().isAfter(now())) {
            throw new AwsAccessException(
                    "Cannot list the buckets as " + credentials.assumedRoleArn(),
                    "the published credentials expired at " + credentials.expiration() + ".",
                    List.of(
                            "run assume-role once more before this goal, or configure <roleArn> here, too",
                            "raise <durationSeconds>"));
        }
        identity.allowed().check("the session " + credentials.assumedRoleArn(), credentials.accountId());
        return ofSession(credentials, query);
    }

    /** The buckets of the account that the build's own credentials belong to. */
    private Found ofEnvironment(BucketQuery query) {
        if (identity.connection().origin() instanceof BaseCredentialsSource.WebIdentity) {
            throw new InvalidConfigurationException(
                    "allowDefaultCredentials",
                    "is true, but a web identity token is exchanged for a role and nothing else; set <roleArn>, or run"
                            + " assume-role before this goal");
        }
        Aws.OwnBuckets own = identity.aws().ownBuckets(query);
        Optional<String> accountId = own.caller().flatMap(Caller::accountId);
        identity.allowed().check("the environment's own credentials", accountId);
        own.caller().ifPresent(caller -> log("Using the environment's own credentials, those of " + caller.arn()));
        return new Found(own.catalog(), new AccountContext(accountId, Optional.empty()));
    }

    private Found ofSession(SessionCredentials credentials, BucketQuery query) {
        return new Found(
                identity.aws().buckets(credentials, query),
                new AccountContext(credentials.accountId(), Optional.of(credentials.roleName())));
    }

    private void log(String line) {
        identity.surroundings().log().accept(line);
    }

    private Instant now() {
        return identity.surroundings().clock().instant();
    }

    /** A catalogue, and whose buckets it lists. */
    public record Found(BucketCatalog catalog, AccountContext viewpoint) {}
}
