package io.github.assumerole.standin;

import io.github.assumerole.standin.iam.Account;
import io.github.assumerole.standin.iam.IamPolicy;
import io.github.assumerole.standin.iam.Role;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

public final class RoleBuilder {
    private static final String MAY_SEE_BUCKETS =
            """
            {"Version": "2012-10-17",
             "Statement": {"Effect": "Allow", "Resource": "*", "Action": [
               "s3:ListAllMyBuckets", "s3:ListBucket", "s3:GetBucket*", "s3:GetEncryptionConfiguration",
               "s3:GetLifecycleConfiguration", "s3:GetReplicationConfiguration"]}}
            """;

    private final String name;
    private final Set<String> trusted = new LinkedHashSet<>();
    private String path = "/";
    private Optional<String> externalId = Optional.empty();
    private boolean requiresMfa;
    private Duration maxSessionDuration = Duration.ofHours(1);
    private Supplier<IamPolicy> permissions = fixed(MAY_SEE_BUCKETS);
    private boolean allowsTagSession;
    private boolean allowsSourceIdentity;
    private Optional<String> audience = Optional.empty();

    RoleBuilder(String name) {
        this.name = name;
    }

    /** With a slash at both ends, such as {@code /team/ci/}. */
    public RoleBuilder path(String path) {
        if (!path.matches("/([^/]+/)*")) {
            throw new IllegalArgumentException("not a path of a role: " + path);
        }
        this.path = path;
        return this;
    }

    /** ARNs of users, roles, sessions, or of an account's root, for all of that account. */
    public RoleBuilder trusts(String... principals) {
        trusted.addAll(List.of(principals));
        return this;
    }

    public RoleBuilder externalId(String externalId) {
        this.externalId = Optional.of(externalId);
        return this;
    }

    public RoleBuilder requiresMfa() {
        requiresMfa = true;
        return this;
    }

    public RoleBuilder maxSessionDuration(Duration maxSessionDuration) {
        this.maxSessionDuration = maxSessionDuration;
        return this;
    }

    /** The identity policy of the role. Default: listing buckets, HeadBucket and reading bucket settings. */
    public RoleBuilder permissions(String json) {
        permissions = fixed(json);
        return this;
    }

    /** The same, read at each call: for a policy that changes while the server runs. */
    public RoleBuilder permissionsOf(Supplier<String> json) {
        permissions = () -> IamPolicy.parse(json.get());
        return this;
    }

    private static Supplier<IamPolicy> fixed(String json) {
        IamPolicy policy = IamPolicy.parse(json);
        return () -> policy;
    }

    public RoleBuilder allowTagSession() {
        allowsTagSession = true;
        return this;
    }

    public RoleBuilder allowSourceIdentity() {
        allowsSourceIdentity = true;
        return this;
    }

    /** Web identity tokens of {@link StandardWorld#OIDC_ISSUER} for the audience. */
    public RoleBuilder trustsWebIdentity(String audience) {
        this.audience = Optional.of(audience);
        return this;
    }

    Role build(Account account) {
        return new Role(
                account,
                path,
                name,
                trusted,
                externalId,
                requiresMfa,
                maxSessionDuration,
                permissions,
                allowsTagSession,
                allowsSourceIdentity,
                audience);
    }
}
