package io.github.assumerole.leak.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class BoundedStreamTest {
    private final PeekableInput input = new PeekableInput();

    @Test
    void readsSingleBytes() throws IOException {
        BoundedStream stream = of(2);
        assertEquals(0, stream.read());
        assertEquals(0xff, stream.read());
        assertEquals(-1, stream.read());
        assertEquals(2, input.position());
    }

    @Test
    void endsWithItsInput() throws IOException {
        BoundedStream stream = of(4);
        assertEquals(3, stream.read(new byte[10]));
        assertThrows(EOFException.class, stream::read);
    }

    private BoundedStream of(long length) {
        input.open(new ByteArrayInputStream(new byte[] {0, (byte) 0xff, 1}));
        return new BoundedStream(input, length);
    }
}
