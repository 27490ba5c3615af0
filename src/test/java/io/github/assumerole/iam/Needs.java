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
    static final Trust WHOLE_ACCOUNT = trust(Optional.empty(), SessionTags.NONE);

    /** Syntax of all output languages, such as a policy variable and an HCL expression. */
    static final String HOSTILE =
            "${aws:username} $${x} %{if true} \"q\" b\\ * ? \u00e9 \uD83D\uDE00 \u2028 \u001b[31m\nnew: [a] #c 'x' !Ref A";

    private Needs() {}

    static RoleNeeds least() {
        return of(WHOLE_ACCOUNT);
    }

    static RoleNeeds all() {
        Trust trust = new CallerTrust(
                Optional.of(BOB),
                Optional.of(new ExternalId("shop-42")),
                true,
                new SessionTags(Map.of("Project", "shop", "Cost Centre", "K\u00f6ln"), Set.of("Project")),
                Optional.of(new SourceIdentity("bob")));
        List<Permission> permissions = List.of(
                Permission.onAccount("s3:ListAllMyBuckets"),
                Permission.onBucket("s3:GetBucketTagging", "aws", "app-*"),
                Permission.onBucket("s3:GetBucketTagging", "aws", "logs"));
        return new RoleNeeds(ROLE, trust, permissions, Duration.ofHours(2));
    }

    static RoleNeeds token() {
        Trust trust = new WebIdentityTrust(
                OidcIssuer.parse("gitlab.com"), "sts.amazonaws.com", Optional.of("project_path:shop/*"));
        return of(trust, Permission.onAccount("s3:ListAllMyBuckets"));
    }

    static RoleNeeds hostile() {
        Trust trust = trust(Optional.empty(), new SessionTags(Map.of("a${\"b}", HOSTILE), Set.of("a${\"b}")));
        return new RoleNeeds(
                RoleArn.parse("arn:aws:iam::111122223333:role/a${b}*?%{\"\\/1+deployer"),
                trust,
                List.of(),
                Duration.ofHours(1));
    }

    static RoleNeeds of(Trust trust, Permission... permissions) {
        return new RoleNeeds(ROLE, trust, List.of(permissions), Duration.ofHours(1));
    }

    static Trust trust(Optional<IamPrincipal> caller, SessionTags tags) {
        return new CallerTrust(caller, Optional.empty(), false, tags, Optional.empty());
    }

    static RoleNeeds lasting(Duration duration) {
        return new RoleNeeds(ROLE, WHOLE_ACCOUNT, List.of(), duration);
    }
}
