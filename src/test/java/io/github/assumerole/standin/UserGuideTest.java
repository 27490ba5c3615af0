package io.github.assumerole.standin;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.Test;

final class UserGuideTest {
    @Test
    void containsTheEndpointAndEveryRole() {
        String guide = UserGuide.render(
                URI.create("http://127.0.0.1:1"), World.standard().build());

        assertTrue(guide.contains("export AWS_ENDPOINT_URL=http://127.0.0.1:1\n"), guide);
        assertTrue(guide.contains("  " + StandardWorld.TEAM_DEPLOYER + "\n"), guide);
    }
}
