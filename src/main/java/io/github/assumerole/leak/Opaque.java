package io.github.assumerole.leak;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Streams whose bytes tell little, since they are packed in a way that is not unpacked here. */
final class Opaque {
    /** How such streams begin, in hexadecimal digits. */
    private static final Map<String, Pattern> BEGINNINGS = Map.of(
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

    private Opaque() {}

    /** The name of the way in which all that follows in the source is packed, if it is one of those. */
    static Optional<String> packing(Source source) throws IOException {
        if (!source.has(LONGEST)) {
            return Optional.empty();
        }
        String beginning = HexFormat.of().formatHex(source.buffer(), source.at(), source.at() + LONGEST);
        return BEGINNINGS.entrySet().stream()
                .filter(packing -> packing.getValue().matcher(beginning).lookingAt())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
