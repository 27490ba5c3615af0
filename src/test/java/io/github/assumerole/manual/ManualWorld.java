package io.github.assumerole.manual;

import io.github.assumerole.standin.StandardWorld;
import io.github.assumerole.standin.World;
import io.github.assumerole.standin.WorldBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The embedded AWS with the roles that the manual names. */
final class ManualWorld {
    private static final Pattern ROLE = Pattern.compile("arn:aws:iam::(\\d{12}):role/([\\w/+=,.@-]*\\w)");
    private static final String PERMISSIONS =
            """
            {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Resource": "*", "Action": [
              "s3:ListAllMyBuckets", "s3:ListBucket", "s3:GetBucket*", "s3:GetEncryptionConfiguration",
              "s3:GetLifecycleConfiguration", "s3:GetReplicationConfiguration", "sts:AssumeRole",
              "codeartifact:GetAuthorizationToken", "sts:GetServiceBearerToken"]}}""";

    private static final Set<String> STANDARD = Set.of(
            StandardWorld.CI_RUNNER,
            StandardWorld.CI_DEPLOY,
            StandardWorld.PARTNER,
            StandardWorld.MFA_ONLY,
            StandardWorld.NO_PERMISSION,
            StandardWorld.SHORT,
            StandardWorld.TEAM_DEPLOYER,
            StandardWorld.OIDC,
            StandardWorld.HEAD_ONLY,
            StandardWorld.LIST_ONLY,
            StandardWorld.PUBLISHER,
            StandardWorld.EMPTY_CI_DEPLOY);

    private static final Set<String> ROLES = roles(Markdown.blocks());

    private ManualWorld() {}

    static World build() {
        WorldBuilder world = World.standard();
        ROLES.forEach(arn -> add(arn, world));
        return world.build();
    }

    private static Set<String> roles(List<CodeBlock> blocks) {
        Set<String> arns = new TreeSet<>();
        blocks.forEach(block ->
                ROLE.matcher(block.text()).results().map(MatchResult::group).forEach(arns::add));
        arns.removeAll(STANDARD);
        return arns;
    }

    private static void add(String arn, WorldBuilder world) {
        String[] parts = arn.split(":", 6);
        String path = parts[5].substring("role".length(), parts[5].lastIndexOf('/') + 1);
        String name = parts[5].substring(parts[5].lastIndexOf('/') + 1);
        world.account(
                parts[4],
                account -> account.role(name, role -> role.path(path)
                        .trusts(
                                StandardWorld.BOB_ARN,
                                "arn:aws:iam::111122223333:root",
                                "arn:aws:iam::444455556666:root")
                        .maxSessionDuration(Duration.ofHours(12))
                        .allowTagSession()
                        .allowSourceIdentity()
                        .permissions(PERMISSIONS)));
    }
}
