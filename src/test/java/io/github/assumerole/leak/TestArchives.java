package io.github.assumerole.leak;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives of the JDK, and archives that the JDK does not write. */
final class TestArchives {
    static final int STORED = 0;
    static final int DEFLATED = 8;
    static final int ENCRYPTED = 1;
    static final int WITH_DESCRIPTOR = 8;

    private TestArchives() {}

    /** A jar of one entry, deflated, with a data descriptor, and with the extra field that marks a jar. */
    static byte[] zip(String name, byte[] content) {
        return written(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                ZipEntry entry = new ZipEntry(name);
                entry.setExtra(HexFormat.of().parseHex("feca0000"));
                zip.putNextEntry(entry);
                zip.write(content);
                zip.closeEntry();
            }
        });
    }

    static byte[] zip(String name, String content) {
        return zip(name, Scanned.bytes(content));
    }

    /** A jar of one entry that is not deflated. */
    static byte[] storedZip(String name, byte[] content) {
        return written(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                ZipEntry entry = new ZipEntry(name);
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(content.length);
                entry.setCrc(checksum(content));
                zip.putNextEntry(entry);
                zip.write(content);
                zip.closeEntry();
            }
        });
    }

    /** An entry of a zip, without a descriptor and without any directory. */
    static byte[] entry(String name, int flags, int method, byte[] content, byte[] data) {
        byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
        boolean described = (flags & WITH_DESCRIPTOR) != 0;
        return ByteBuffer.allocate(30 + nameBytes.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x04034b50)
                .putShort((short) 20)
                .putShort((short) flags)
                .putShort((short) method)
                .putInt(0)
                .putInt(described ? 0 : (int) checksum(content))
                .putInt(described ? 0 : data.length)
                .putInt(described ? 0 : content.length)
                .putShort((short) nameBytes.length)
                .putShort((short) 0)
                .put(nameBytes)
                .put(data)
                .array();
    }

    static byte[] deflatedEntry(String name, String content) {
        byte[] bytes = Scanned.bytes(content);
        return entry(name, 0, DEFLATED, bytes, deflated(bytes));
    }

    static byte[] deflated(byte[] content) {
        return written(out -> {
            Deflater raw = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
            try (OutputStream deflating = new DeflaterOutputStream(out, raw)) {
                deflating.write(content);
            } finally {
                raw.end();
            }
        });
    }

    /** Deflated, without the end, so that more can follow. */
    static byte[] flushed(byte[] content) {
        Deflater raw = new Deflater(Deflater.BEST_COMPRESSION, true);
        raw.setInput(content);
        byte[] buffer = new byte[content.length + 100];
        int length = raw.deflate(buffer, 0, buffer.length, Deflater.FULL_FLUSH);
        raw.end();
        return Arrays.copyOf(buffer, length);
    }

    /** Mebibytes of zeros, deflated. */
    static byte[] deflatedMegabytes(int count) {
        byte[] one = flushed(new byte[1 << 20]);
        return written(out -> {
            for (int index = 0; index < count; index++) {
                out.write(one);
            }
            out.write(deflated(new byte[0]));
        });
    }

    static byte[] gzip(byte[] content) {
        return written(out -> {
            try (OutputStream gzip = new GZIPOutputStream(out)) {
                gzip.write(content);
            }
        });
    }

    /** A gzip member whose header has optional fields. */
    static byte[] gzip(byte[] content, int flags, String fields) {
        byte[] member = gzip(content);
        member[3] = (byte) flags;
        return together(
                Arrays.copyOf(member, 10), Scanned.bytes(fields), Arrays.copyOfRange(member, 10, member.length));
    }

    /** An entry of a tar, with padding, but without the two blocks at the end. */
    static byte[] tar(String name, byte[] content) {
        byte[] block = new byte[512 + (content.length + 511) / 512 * 512];
        put(block, 0, name);
        put(block, 100, "0000644\0");
        put(block, 124, String.format("%011o\0", content.length));
        put(block, 136, "00000000000\0");
        put(block, 156, "0");
        put(block, 257, "ustar\00000");
        sign(block);
        System.arraycopy(content, 0, block, 512, content.length);
        return block;
    }

    /** Sets the checksum of a tar header. */
    static void sign(byte[] block) {
        put(block, 148, "        ");
        int sum = 0;
        for (int at = 0; at < 512; at++) {
            sum += block[at] & 0xff;
        }
        put(block, 148, String.format("%06o\0 ", sum));
    }

    static byte[] together(byte[]... parts) {
        return written(out -> {
            for (byte[] part : parts) {
                out.write(part);
            }
        });
    }

    static long checksum(byte[] content) {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        return checksum.getValue();
    }

    private static void put(byte[] block, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, block, at, bytes.length);
    }

    private interface Writer {
        void write(OutputStream out) throws IOException;
    }

    private static byte[] written(Writer writer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writer.write(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
