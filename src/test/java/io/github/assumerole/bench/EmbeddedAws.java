package io.github.assumerole.bench;

import io.github.assumerole.standin.LocalAws;
import io.github.assumerole.standin.StandardWorld;
import io.github.assumerole.standin.World;
import java.time.Instant;

/** Makes embedded servers with many buckets. */
final class EmbeddedAws {
    /** A bucket that exists. */
    static final String REQUIRED = "app-artifacts";

    private static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");

    private EmbeddedAws() {}

    /** With this number of buckets in the account of the role. */
    static LocalAws start(int buckets) {
        World world = World.builder()
                .account(
                        StandardWorld.BUILD_ACCOUNT,
                        account -> account.user(
                                "bob",
                                StandardWorld.BOB_KEY_ID,
                                StandardWorld.BOB_SECRET,
                                user -> user.policy(
                                        """
                                {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*"}}""")))
                .account(StandardWorld.TARGET_ACCOUNT, account -> {
                    account.role("ci-deploy", role -> role.trusts(StandardWorld.BOB_ARN));
                    account.bucket(REQUIRED, "eu-central-1", CREATED);
                    account.generatedBuckets("bucket-of-a-usual-length-", buckets - 1);
                })
                .build();
        return LocalAws.start(world);
    }
}
