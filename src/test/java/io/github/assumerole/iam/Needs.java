package io.github.assumerole.iam;

import io.github.assumerole.role.ExternalId;
import io.github.assumerole.role.RoleArn;
import io.github.assumerole.role.SessionTags;
import io.github.assumerole.role.SourceIdentity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Test data: roles from the least to everything that can be configured. */
final class Needs {
    static final RoleArn ROLE = RoleArn.parse("arn:aws:iam::111122223333:role/ci/deployer");
    static final IamPrincipal BOB = IamPrincipal.parse("arn:aws:iam::444455556666:user/bob");
    static final TrustPolicy WHOLE_ACCOUNT = trust(Optional.empty(), SessionTags.NONE);

    /** Syntax of all output languages, such as a policy variable and an HCL expression. */
    static final String HOSTILE =
            "${aws:username} $${x} %{if true} \"q\" b\\ * ? \u00e9 \uD83D\uDE00 \u2028 \u001b[31m\nnew: [a] #c 'x' !Ref A";

    private Needs() {}

    static PolicyRequest least() {
        return of(WHOLE_ACCOUNT);
    }

    static PolicyRequest all() {
        TrustPolicy trust = new PrincipalTrustPolicy(
                Optional.of(BOB),
                Optional.of(new ExternalId("shop-42")),
                true,
                new SessionTags(Map.of("Project", "shop", "Cost Centre", "K\u00f6ln"), Set.of("Project")),
                Optional.of(new SourceIdentity("bob")));
        List<Permission> permissions = List.of(
                Permission.onAccount("s3:ListAllMyBuckets"),
                Permission.onBucket("s3:GetBucketTagging", "aws", "app-*"),
                Permission.onBucket("s3:GetBucketTagging", "aws", "logs"));
        return new PolicyRequest(ROLE, trust, permissions, Duration.ofHours(2));
    }

    static PolicyRequest token() {
        TrustPolicy trust = new WebIdentityTrustPolicy(
                OidcIssuer.parse("gitlab.com"), "sts.amazonaws.com", Optional.of("project_path:shop/*"));
        return of(trust, Permission.onAccount("s3:ListAllMyBuckets"));
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

    static PolicyRequest lasting(Duration duration) {
        return new PolicyRequest(ROLE, WHOLE_ACCOUNT, List.of(), duration);
    }
}
