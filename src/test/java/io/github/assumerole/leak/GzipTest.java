package io.github.assumerole.leak;

import static io.github.assumerole.leak.Looked.bytes;
import static io.github.assumerole.leak.Looked.places;
import static io.github.assumerole.leak.Looked.unscanned;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class GzipTest {
    private static final int HAS_ALL = 0x1f;

    @Test
    void isUnpacked() {
        assertFound("file!/content#4", Packed.gzip(bytes("key=" + Values.KEY)));
    }

    /** As one content: no member ends where a line does. */
    @Test
    void isUnpackedInAllItsMembers() {
        byte[] members = Packed.together(
                Packed.gzip(bytes("first")),
                Packed.gzip(bytes(Values.KEY.substring(0, 7))),
                Packed.gzip(new byte[0]),
                Packed.gzip(bytes(Values.KEY.substring(7))));
        assertFound("file!/content#5", members);
    }

    @Test
    void mayHaveAllThatAHeaderCanHave() {
        byte[] member = Packed.gzip(bytes(Values.KEY));
        member[3] = HAS_ALL;
        byte[] header = Arrays.copyOf(member, 10);
        byte[] rest = Arrays.copyOfRange(member, 10, member.length);
        byte[] with = Packed.together(header, bytes("\3\0a\0cname\0comment\0cc"), rest);
        assertFound("file!/content#0", Packed.together(with, with));
    }

    @Test
    void hidesNothingInItsHeader() {
        byte[] member = Packed.gzip(bytes("fine"));
        member[3] = 8;
        byte[] header = Arrays.copyOf(member, 10);
        byte[] rest = Arrays.copyOfRange(member, 10, member.length);
        byte[] with = Packed.together(header, bytes(Values.KEY + "\0"), rest);
        assertFound("file#10", Packed.together(with, with));
    }

    @Test
    void hidesNothingBehindIt() {
        byte[] gzip = Packed.gzip(bytes("fine"));
        assertFound("file#" + (gzip.length + 3), Packed.together(gzip, new byte[3], bytes(Values.KEY)));
        assertFound("file!/a#0", Packed.together(gzip, new byte[3], Packed.zip("a", Values.KEY)));
    }

    /** Whatever bit is flipped, it is either told, or the content could be read all the same. */
    @Test
    void isToldWhenItIsDamaged() {
        byte[] gzip = Packed.gzip(bytes(Values.random(new Random(1), 200) + Values.KEY));
        int told = 0;
        for (int bit = 8 * 10; bit < 8 * gzip.length - 32; bit++) {
            byte[] damaged = gzip.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            LeakReport report = Looked.at(damaged);
            boolean isTold = !report.unscanned().isEmpty();
            assertTrue(isTold || places(report).equals(List.of("file!/content#200")), "bit " + bit);
            told += isTold ? 1 : 0;
        }
        assertTrue(told > 1000);
    }

    @Test
    void isToldWhenItBreaksOff() {
        byte[] gzip = Packed.gzip(bytes(Values.random(new Random(1), 200)));
        for (int length = 11; length < gzip.length; length++) {
            assertEquals(List.of("file!/content: it breaks off"), unscanned(Looked.at(Arrays.copyOf(gzip, length))));
        }
    }

    @Test
    void isNoneWithoutTheRightBeginning() {
        for (String beginning :
                List.of("\37\213", "\37\213\10", "\37\213\7\0\0\0\0\0\0\0\0", "\37\213\10\377\0\0\0\0\0\0\0")) {
            assertFound("file#" + beginning.length(), bytes(beginning + Values.KEY));
        }
    }

    private static void assertFound(String place, byte[] bytes) {
        LeakReport report = Looked.at(bytes);
        assertEquals(List.of(place), places(report));
        assertEquals(List.of(), report.unscanned());
    }
}
