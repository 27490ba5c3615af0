package io.github.assumerole.aws.s3;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.UnaryOperator;

/** Records the body of a response while the SDK reads it, which drops what it does not know. */
final class SettingBody implements UnaryOperator<InputStream> {
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    /** What the SDK has read of the last response. */
    byte[] content() {
        return content.toByteArray();
    }

    @Override
    public InputStream apply(InputStream body) {
        content.reset();
        return new Recording(body);
    }

    private final class Recording extends FilterInputStream {
        private Recording(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int most) throws IOException {
            int count = super.read(into, offset, most);
            content.write(into, offset, Math.max(0, count));
            return count;
        }
    }
}
