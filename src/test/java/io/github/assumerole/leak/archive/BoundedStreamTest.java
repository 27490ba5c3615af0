package io.github.assumerole.leak.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A stream as any other, but for its end. */
final class BoundedStreamTest {
    private final PeekableInput source = new PeekableInput();

    @Test
    void readsSingleBytes() throws IOException {
        BoundedStream slice = of(2);
        assertEquals(0, slice.read());
        assertEquals(0xff, slice.read());
        assertEquals(-1, slice.read());
        assertEquals(2, source.position());
    }

    @Test
    void endsWithItsInput() throws IOException {
        BoundedStream slice = of(4);
        assertEquals(3, slice.read(new byte[10]));
        assertThrows(EOFException.class, slice::read);
    }

    private BoundedStream of(long length) {
        source.open(new ByteArrayInputStream(new byte[] {0, (byte) 0xff, 1}));
        return new BoundedStream(source, length);
    }
}
