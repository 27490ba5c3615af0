package io.github.assumerole.leak;

import static io.github.assumerole.leak.Scanned.assertFound;
import static io.github.assumerole.leak.Scanned.bytes;
import static io.github.assumerole.leak.Scanned.unscanned;
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
        byte[] tar = TestArchives.together(
                TestArchives.tar("a", bytes("fine")), TestArchives.tar("b/c", bytes("key=" + TestSecrets.KEY)), END);
        assertFound("file!/b/c#4", tar);
        assertEquals(2, Scanned.at(tar).statistics().entries());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 472, 511, 512, 513, 200_000})
    void isOpenedAfterAnEntryOfAnyLength(int length) {
        byte[] tar = TestArchives.together(
                TestArchives.tar("a", new byte[length]), TestArchives.tar("b", bytes(TestSecrets.KEY)), END);
        assertFound("file!/b#0", tar);
    }

    /** As in a container image. */
    @Test
    void isOpenedWithNestedArchives() {
        byte[] layer =
                TestArchives.gzip(TestArchives.tar("app/x.jar", TestArchives.zip("x.properties", TestSecrets.KEY)));
        assertFound(
                "file!/layer.tar.gz!/content!/app/x.jar!/x.properties#0",
                TestArchives.together(
                        TestArchives.tar("config.json", bytes("{}")), TestArchives.tar("layer.tar.gz", layer), END));
    }

    @Test
    void countsEmptyEntries() {
        byte[] tar =
                TestArchives.together(TestArchives.tar("a/", new byte[0]), TestArchives.tar("a/b", new byte[0]), END);
        assertEquals(2, Scanned.at(tar).statistics().entries());
    }

    @Test
    void readsANameThatFillsTheHeader() {
        String name = "n".repeat(100);
        assertFound("file!/" + name + "#0", TestArchives.tar(name, bytes(TestSecrets.KEY)));
    }

    @Test
    void readsBinarySizesBeyondEightGigabytes() {
        byte[] tar = TestArchives.tar("a", bytes("x".repeat(0x400) + TestSecrets.KEY));
        byte[] size = new byte[12];
        size[0] = (byte) 0x80;
        size[10] = 4;
        size[11] = (byte) TestSecrets.KEY.length();
        System.arraycopy(size, 0, tar, 124, 12);
        TestArchives.sign(tar);
        assertFound("file!/a#1024", TestArchives.together(tar, END));
    }

    @Test
    void isReportedWhenTruncated() {
        byte[] tar = TestArchives.tar("a", new byte[2000]);
        assertEquals(List.of("file!/a: unexpected end of file"), unscanned(Scanned.at(Arrays.copyOf(tar, 1500))));
    }

    @Test
    void acceptsAMissingEndOfArchive() {
        byte[] tar = TestArchives.tar("a", bytes(TestSecrets.KEY));
        assertFound("file!/a#0", Arrays.copyOf(tar, 512 + TestSecrets.KEY.length()));
    }

    @Test
    void isIgnoredWithAWrongChecksum() {
        byte[] tar = TestArchives.tar("a", bytes(TestSecrets.KEY));
        tar[0] = 'b';
        assertFound("file#512", TestArchives.together(tar, END));
    }

    /** A name of more than 100 characters is in a separate entry before that of the file. */
    @Test
    void isScannedWithALongName() {
        String name = "n".repeat(100) + TestSecrets.KEY;
        byte[] tar = TestArchives.together(
                TestArchives.tar("././@LongLink", bytes(name)), TestArchives.tar(name.substring(0, 100), new byte[3]));
        assertFound("file!/././@LongLink#100", tar);
    }

    @Test
    void isFollowedByScannedBytes() {
        byte[] tar = TestArchives.together(TestArchives.tar("a", new byte[3]), END);
        assertFound("file#" + tar.length, TestArchives.together(tar, bytes(TestSecrets.KEY)));
    }
}
