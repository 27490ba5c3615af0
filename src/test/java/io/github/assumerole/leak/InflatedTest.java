package io.github.assumerole.leak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

/** A stream as any other. */
final class InflatedTest {
    @Test
    void givesItsBytesOneByOneToo() throws IOException {
        Source source = new Source();
        source.open(new ByteArrayInputStream(Packed.deflated(new byte[] {0, (byte) 0xff})));
        Inflater inflater = new Inflater(true);
        try (Inflated inflated = new Inflated(source, inflater, new Budget(2), checksum -> false)) {
            assertEquals(0, inflated.read());
            assertEquals(0xff, inflated.read());
            assertEquals(-1, inflated.read());
        } finally {
            inflater.end();
        }
    }
}
