package io.github.assumerole.leak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.leak.archive.InflatedStream;
import io.github.assumerole.leak.archive.PeekableInput;
import io.github.assumerole.leak.archive.ScanBudget;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

final class InflatedStreamTest {
    @Test
    void readsSingleBytes() throws IOException {
        PeekableInput input = new PeekableInput();
        input.open(new ByteArrayInputStream(TestArchives.deflated(new byte[] {0, (byte) 0xff})));
        Inflater inflater = new Inflater(true);
        try (InflatedStream inflated = new InflatedStream(input, inflater, new ScanBudget(2), checksum -> false)) {
            assertEquals(0, inflated.read());
            assertEquals(0xff, inflated.read());
            assertEquals(-1, inflated.read());
        } finally {
            inflater.end();
        }
    }
}
