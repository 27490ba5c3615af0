package io.github.assumerole.leak;

import static io.github.assumerole.leak.Scanned.assertFound;
import static io.github.assumerole.leak.Scanned.bytes;
import static io.github.assumerole.leak.Scanned.locations;
import static io.github.assumerole.leak.Scanned.unscanned;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class GzipTest {
    private static final int HAS_ALL = 0x1f;
    private static final int HAS_NAME = 0x08;

    @Test
    void isInflated() {
        assertFound("file!/content#4", TestArchives.gzip(bytes("key=" + TestSecrets.KEY)));
    }

    /** All members are one content. */
    @Test
    void isInflatedInAllMembers() {
        byte[] members = TestArchives.together(
                TestArchives.gzip(bytes("first")),
                TestArchives.gzip(bytes(TestSecrets.KEY.substring(0, 7))),
                TestArchives.gzip(new byte[0]),
                TestArchives.gzip(bytes(TestSecrets.KEY.substring(7))));
        assertFound("file!/content#5", members);
    }

    @Test
    void acceptsAllOptionalHeaderFields() {
        byte[] member = TestArchives.gzip(bytes(TestSecrets.KEY), HAS_ALL, "\3\0a\0cname\0comment\0cc");
        assertFound("file!/content#0", TestArchives.together(member, member));
    }

    @Test
    void isScannedInItsHeader() {
        byte[] member = TestArchives.gzip(bytes("fine"), HAS_NAME, TestSecrets.KEY + "\0");
        assertFound("file#10", TestArchives.together(member, member));
    }

    @Test
    void isFollowedByScannedBytes() {
        byte[] gzip = TestArchives.gzip(bytes("fine"));
        assertFound("file#" + (gzip.length + 3), TestArchives.together(gzip, new byte[3], bytes(TestSecrets.KEY)));
        assertFound("file!/a#0", TestArchives.together(gzip, new byte[3], TestArchives.zip("a", TestSecrets.KEY)));
    }

    /** With any bit flipped, the damage is reported, or the content is read. */
    @Test
    void isReportedWhenDamaged() {
        byte[] gzip = TestArchives.gzip(bytes(TestSecrets.random(new Random(1), 200) + TestSecrets.KEY));
        int reported = 0;
        for (int bit = 8 * 10; bit < 8 * gzip.length - 32; bit++) {
            byte[] damaged = gzip.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            LeakReport report = Scanned.at(damaged);
            boolean isReported = !report.unscanned().isEmpty();
            assertTrue(isReported || locations(report).equals(List.of("file!/content#200")), "bit " + bit);
            reported += isReported ? 1 : 0;
        }
        assertTrue(reported > 1000);
    }

    @Test
    void isReportedWhenTruncated() {
        byte[] gzip = TestArchives.gzip(bytes(TestSecrets.random(new Random(1), 200)));
        for (int length = 11; length < gzip.length; length++) {
            assertEquals(
                    List.of("file!/content: unexpected end of file"),
                    unscanned(Scanned.at(Arrays.copyOf(gzip, length))));
        }
    }

    @Test
    void isIgnoredWithoutTheMagicBytes() {
        for (String beginning :
                List.of("\37\213", "\37\213\10", "\37\213\7\0\0\0\0\0\0\0\0", "\37\213\10\377\0\0\0\0\0\0\0")) {
            assertFound("file#" + beginning.length(), bytes(beginning + TestSecrets.KEY));
        }
    }
}
