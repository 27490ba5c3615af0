package io.github.assumerole.leak;

import static io.github.assumerole.leak.Looked.bytes;
import static io.github.assumerole.leak.Looked.places;
import static io.github.assumerole.leak.Looked.unscanned;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TarTest {
    private static final byte[] END = new byte[1024];

    @Test
    void isOpened() {
        byte[] tar =
                Packed.together(Packed.tar("a", bytes("fine")), Packed.tar("b/c", bytes("key=" + Values.KEY)), END);
        assertFound("file!/b/c#4", tar);
        assertEquals(2, Looked.at(tar).tally().entries());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 472, 511, 512, 513, 200_000})
    void isOpenedToItsEnd(int length) {
        byte[] tar = Packed.together(Packed.tar("a", new byte[length]), Packed.tar("b", bytes(Values.KEY)), END);
        assertFound("file!/b#0", tar);
    }

    /** As an image of a container has them, and a distribution. */
    @Test
    void isOpenedWithWhatIsInIt() {
        byte[] layer = Packed.gzip(Packed.tar("app/x.jar", Packed.zip("x.properties", Values.KEY)));
        assertFound(
                "file!/layer.tar.gz!/content!/app/x.jar!/x.properties#0",
                Packed.together(Packed.tar("config.json", bytes("{}")), Packed.tar("layer.tar.gz", layer), END));
    }

    @Test
    void hasEntriesThatAreEmpty() {
        byte[] tar = Packed.together(Packed.tar("a/", new byte[0]), Packed.tar("a/b", new byte[0]), END);
        assertEquals(2, Looked.at(tar).tally().entries());
    }

    @Test
    void namesAnEntryInFullWhenItsNameFillsTheHeader() {
        String name = "n".repeat(100);
        assertFound("file!/" + name + "#0", Packed.tar(name, bytes(Values.KEY)));
    }

    @Test
    void tellsSizesBeyondEightGigabytesInBinary() {
        byte[] tar = Packed.tar("a", bytes("x".repeat(0x400) + Values.KEY));
        byte[] size = new byte[12];
        size[0] = (byte) 0x80;
        size[10] = 4;
        size[11] = (byte) Values.KEY.length();
        System.arraycopy(size, 0, tar, 124, 12);
        int sum = 8 * ' ';
        for (int at = 0; at < 512; at++) {
            sum += at >= 148 && at < 156 ? 0 : tar[at] & 0xff;
        }
        System.arraycopy(bytes(String.format("%06o\0 ", sum)), 0, tar, 148, 8);
        assertFound("file!/a#1024", Packed.together(tar, END));
    }

    @Test
    void isToldWhenItBreaksOff() {
        byte[] tar = Packed.tar("a", new byte[2000]);
        assertEquals(List.of("file!/a: it breaks off"), unscanned(Looked.at(Arrays.copyOf(tar, 1500))));
    }

    @Test
    void mayEndWithoutAnyZeros() {
        byte[] tar = Packed.tar("a", bytes(Values.KEY));
        assertFound("file!/a#0", Arrays.copyOf(tar, 512 + Values.KEY.length()));
    }

    @Test
    void isNoneWithAWrongChecksum() {
        byte[] tar = Packed.tar("a", bytes(Values.KEY));
        tar[0] = 'b';
        assertFound("file#512", Packed.together(tar, END));
    }

    /** A name of more than a hundred characters has an entry of its own before that of the file. */
    @Test
    void hidesNothingInALongName() {
        String name = "n".repeat(100) + Values.KEY;
        byte[] tar = Packed.together(
                Packed.tar("././@LongLink", bytes(name)), Packed.tar(name.substring(0, 100), new byte[3]));
        assertFound("file!/././@LongLink#100", tar);
    }

    @Test
    void hidesNothingBehindIt() {
        byte[] tar = Packed.together(Packed.tar("a", new byte[3]), END);
        assertFound("file#" + tar.length, Packed.together(tar, bytes(Values.KEY)));
    }

    private static void assertFound(String place, byte[] bytes) {
        LeakReport report = Looked.at(bytes);
        assertEquals(List.of(place), places(report));
        assertEquals(List.of(), report.unscanned());
    }
}
