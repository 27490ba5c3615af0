package io.github.assumerole.aws.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Records the start of a body while it is read: the SDK accepts any XML as the response of any call. */
final class XmlRootSniffer extends FilterInputStream {
    private static final int MAX_LENGTH = 1024;
    private static final String NAME = "<(?:[\\w.-]+:)?([A-Za-z_][\\w.-]*)";
    private static final Pattern START = Pattern.compile(
            "\\uFEFF?\\s*(?:<\\?.*?\\?>\\s*|<!--.*?-->\\s*)*" + NAME + "(?:\\s[^>]*?)?(?:/>|>\\s*(?:" + NAME + ")?)",
            Pattern.DOTALL);

    private final byte[] start = new byte[MAX_LENGTH];
    private int length;

    XmlRootSniffer(InputStream body) {
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
        int kept = Math.max(0, Math.min(count, MAX_LENGTH - length));
        System.arraycopy(into, offset, start, length, kept);
        length += kept;
        return count;
    }

    /** Releases the connection, whose request contains a session token: parsers keep what they have read. */
    @Override
    public void close() throws IOException {
        super.close();
        in = InputStream.nullInputStream();
    }

    /**
     * The root element and its first child, if any, without namespaces: such as {@code Tagging/TagSet} or
     * {@code LocationConstraint/}. Empty if the body is not XML.
     */
    Optional<String> path() {
        Matcher matcher = START.matcher(new String(start, 0, length, StandardCharsets.UTF_8));
        return matcher.lookingAt()
                ? Optional.of(matcher.group(1) + "/" + Objects.requireNonNullElse(matcher.group(2), ""))
                : Optional.empty();
    }
}
