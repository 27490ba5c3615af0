package io.github.assumerole.standin.sdk;

import io.github.assumerole.standin.LocalAws;
import io.github.assumerole.standin.World;
import io.github.assumerole.standin.WorldBuilder;
import org.junit.jupiter.api.AfterEach;

/** A test with an embedded AWS of its own, and SDK clients for it. */
abstract class EmbeddedAwsTest {
    final LocalAws aws;
    final SdkClients sdk;

    EmbeddedAwsTest() {
        this(World.standard());
    }

    EmbeddedAwsTest(WorldBuilder world) {
        aws = LocalAws.start(world.build());
        sdk = new SdkClients(aws);
    }

    @AfterEach
    void close() {
        sdk.close();
        aws.close();
    }
}
