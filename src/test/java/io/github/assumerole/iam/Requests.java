package io.github.assumerole.iam;

import io.github.assumerole.role.ExternalId;
import io.github.assumerole.role.RoleArn;
import io.github.assumerole.role.SessionTags;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Policy requests, from the minimal to one with every option. */
final class Requests {
    static final RoleArn ROLE = RoleArn.parse("arn:aws:iam::111122223333:role/ci/deployer");
    static final IamPrincipal BOB = new IamPrincipal("arn:aws:iam::444455556666:user/bob");
    static final TrustPolicy ACCOUNT_TRUST = trust(Optional.empty(), SessionTags.NONE);

    static final Permission LIST_BUCKETS = Permission.onAccount("s3:ListAllMyBuckets");

    /** Syntax of all output languages, such as a policy variable and an HCL expression. */
    static final String HOSTILE =
            "${aws:username} $${x} %{if true} \"q\" b\\ * ? \u00e9 \uD83D\uDE00 \u2028 \u001b[31m\nnew: [a] #c 'x' !Ref A";

    private Requests() {}

    static PolicyRequest minimal() {
        return of(ACCOUNT_TRUST);
    }

    static PolicyRequest full() {
        TrustPolicy trust = new PrincipalTrustPolicy(
                Optional.of(BOB),
                Optional.of(new ExternalId("shop-42")),
                true,
                new SessionTags(Map.of("Project", "shop", "Cost Centre", "K\u00f6ln"), Set.of("Project")),
                Optional.empty());
        List<Permission> permissions = List.of(
                LIST_BUCKETS,
                Permission.onBucket("s3:GetBucketTagging", "aws", "app-*"),
                Permission.onBucket("s3:GetBucketTagging", "aws", "logs"));
        return new PolicyRequest(ROLE, trust, permissions, Duration.ofHours(2));
    }

    static PolicyRequest webIdentity() {
        return of(new WebIdentityTrustPolicy(
                OidcIssuer.parse("gitlab.com"), "sts.amazonaws.com", Optional.of("project_path:shop/*")));
    }

    static PolicyRequest hostile() {
        TrustPolicy trust = trust(Optional.empty(), new SessionTags(Map.of("a${\"b}", HOSTILE), Set.of("a${\"b}")));
        return new PolicyRequest(
                RoleArn.parse("arn:aws:iam::111122223333:role/a${b}*?%{\"\\/1+deployer"),
                trust,
                List.of(),
                Duration.ofHours(1));
    }

    static PolicyRequest of(TrustPolicy trust, Permission... permissions) {
        return new PolicyRequest(ROLE, trust, List.of(permissions), Duration.ofHours(1));
    }

    static TrustPolicy trust(Optional<IamPrincipal> caller, SessionTags tags) {
        return new PrincipalTrustPolicy(caller, Optional.empty(), false, tags, Optional.empty());
    }

    static PolicyRequest withDuration(Duration duration) {
        return new PolicyRequest(ROLE, ACCOUNT_TRUST, List.of(), duration);
    }
}
