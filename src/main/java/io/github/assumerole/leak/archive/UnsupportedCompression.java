package io.github.assumerole.leak.archive;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognizes compressed formats that the JDK cannot decompress. */
public final class UnsupportedCompression {
    /** The first bytes in hexadecimal digits. */
    private static final Map<String, Pattern> SIGNATURES = Map.of(
            "7z", Pattern.compile("377abcaf271c"),
            "bzip2", Pattern.compile("425a683[1-9]314159265359"),
            "deb", Pattern.compile("213c617263683e0a6465"),
            "lz4", Pattern.compile("04224d18"),
            "lzip", Pattern.compile("4c5a495001"),
            "rar", Pattern.compile("526172211a07"),
            "rpm", Pattern.compile("edabeedb"),
            "snappy", Pattern.compile("ff060000734e61507059"),
            "xz", Pattern.compile("fd377a585a00"),
            "zstd", Pattern.compile("28b52ffd"));

    private static final int LONGEST = 10;

    private UnsupportedCompression() {}

    /** The name of the format that the input begins with, if it is one of these. */
    public static Optional<String> compression(PeekableInput input) throws IOException {
        if (!input.has(LONGEST)) {
            return Optional.empty();
        }
        String beginning = HexFormat.of().formatHex(input.buffer(), input.at(), input.at() + LONGEST);
        return SIGNATURES.entrySet().stream()
                .filter(compression -> compression.getValue().matcher(beginning).lookingAt())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
