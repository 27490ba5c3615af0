package io.github.assumerole.role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class StsCacheTest {
    private final StsCache cache = StsCache.empty();

    @Test
    void requestsCallerOncePerKey() {
        Caller bob = new Caller("arn:aws:iam::111122223333:user/bob", Optional.of("111122223333"));

        assertEquals(bob, cache.caller("bob", "Cannot get the caller", () -> bob));
        assertEquals(bob, cache.caller("bob", "Cannot get the caller", () -> fail("the caller is cached")));
    }
}
