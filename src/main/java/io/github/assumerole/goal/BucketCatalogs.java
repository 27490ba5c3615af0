package io.github.assumerole.goal;

import io.github.assumerole.aws.Aws;
import io.github.assumerole.aws.BucketQuery;
import io.github.assumerole.bucket.AccountContext;
import io.github.assumerole.bucket.BucketCatalog;
import io.github.assumerole.bucket.SharedListingCatalog;
import io.github.assumerole.bucket.SharedListings;
import io.github.assumerole.build.BuildState;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.BaseCredentialsSource;
import io.github.assumerole.role.Caller;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.InvalidConfigurationException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.maven.project.MavenProject;

/**
 * Opens the catalog with the credentials of the configured role, else with those that assume-role has obtained for the
 * project, else with those of the role of the configured profile, else, if allowed, with the base credentials.
 */
record BucketCatalogs(AwsContext context) {
    /**
     * The catalog for a goal of a project.
     *
     * @param prefix of the properties of the credentials that assume-role has obtained
     * @param allowBase whether to use base credentials
     * @throws AwsAccessException if there are no credentials
     */
    Found find(MavenProject project, BuildState state, String prefix, boolean allowBase, BucketQuery query) {
        return find(state.credentials(project, prefix), allowBase, query)
                .orElseThrow(() -> noCredentials(project, prefix));
    }

    private AwsAccessException noCredentials(MavenProject project, String prefix) {
        return new AwsAccessException(
                "Cannot list any buckets",
                "no credentials found. Checked, in this order:\n  - roleArn: not configured\n  - assume-role with propertyPrefix "
                        + prefix + ": did not run in " + project.getArtifactId() + " in this build\n  - "
                        + context.connection()
                                .profile()
                                .map(profile -> "profile " + profile + ": assumes no role")
                                .orElse("profile: not configured")
                        + "\n  - base credentials: allowDefaultCredentials is false",
                List.of(
                        "set <roleArn>, or -Dassume-role.roleArn=arn:aws:iam::<account>:role/<name>",
                        "run assume-role before this goal in the same module, with the same <propertyPrefix>",
                        "to use the account of the base credentials: -Dassume-role.allowDefaultCredentials"));
    }

    /** Empty without any credentials. */
    Optional<Found> find(Optional<SessionCredentials> published, boolean allowBase, BucketQuery query) {
        if (context.request().isPresent()) {
            return Optional.of(ofRole(published, query));
        }
        if (published.isPresent()) {
            return Optional.of(ofPublished(published.get(), query));
        }
        if (context.profileRole().isPresent()) {
            ConfigurationProblems problems = new ConfigurationProblems();
            context.rejectRoleOptions(problems);
            problems.throwIfAny();
            return Optional.of(ofRole(published, query));
        }
        return allowBase ? Optional.of(ofBase(query)) : Optional.empty();
    }

    private Found ofRole(Optional<SessionCredentials> published, BucketQuery query) {
        RoleSession assumed = context.assume();
        log(assumed.sentence(now(), published));
        return ofSession(assumed.credentials(), query);
    }

    private Found ofPublished(SessionCredentials credentials, BucketQuery query) {
        if (!credentials.expiration().isAfter(now())) {
            throw new AwsAccessException(
                    "Cannot list the buckets as " + credentials.assumedRoleArn(),
                    "the published credentials expired at " + credentials.expiration() + ".",
                    List.of(
                            "run assume-role again before this goal, or set <roleArn> for this goal as well",
                            "raise <durationSeconds>"));
        }
        context.allowed().check("the session " + credentials.assumedRoleArn(), credentials.accountId());
        return ofSession(credentials, query);
    }

    private Found ofBase(BucketQuery query) {
        if (context.connection().origin() instanceof BaseCredentialsSource.WebIdentity) {
            throw new InvalidConfigurationException(
                    "allowDefaultCredentials",
                    "is true, but a web identity token can only be exchanged for a role; set <roleArn>, or run"
                            + " assume-role before this goal");
        }
        Aws.OwnBuckets base = context.aws().ownBuckets(query);
        Optional<String> accountId = base.caller().flatMap(Caller::accountId);
        context.allowed().check("the base credentials", accountId);
        base.caller().ifPresent(caller -> log("Using the base credentials of " + caller.arn()));
        return new Found(base.catalog(), new AccountContext(accountId, Optional.empty()), () -> base.caller()
                .map(caller -> key(caller.arn(), context.connection().region(), query)));
    }

    private Found ofSession(SessionCredentials credentials, BucketQuery query) {
        return new Found(
                context.aws().buckets(credentials, query),
                new AccountContext(credentials.accountId(), Optional.of(credentials.roleName())),
                () -> Optional.of(key(
                        credentials.assumedRoleArn() + " " + credentials.accessKeyId(),
                        context.connection().region().or(() -> Optional.of(credentials.region())),
                        query)));
    }

    private String key(String caller, Optional<String> region, BucketQuery query) {
        return caller + ", region " + region + ", endpoints "
                + context.connection().endpoints().custom() + ", " + query;
    }

    private void log(String line) {
        context.services().log().accept(line);
    }

    private Instant now() {
        return context.services().clock().instant();
    }

    /**
     * A catalog, and the account and role that it is opened with.
     *
     * @param listing returns a key that differs between listings that could differ; empty if the caller is unknown
     */
    record Found(BucketCatalog catalog, AccountContext account, Supplier<Optional<String>> listing) {

        /** The catalog with a listing that gates of the build share, as long as it is not older than {@code maxAge}. */
        BucketCatalog sharing(SharedListings listings, Duration maxAge, Clock clock) {
            if (maxAge.isZero()) {
                return catalog;
            }
            return listing.get()
                    .<BucketCatalog>map(key -> new SharedListingCatalog(catalog, listings, key, maxAge, clock))
                    .orElse(catalog);
        }
    }
}
