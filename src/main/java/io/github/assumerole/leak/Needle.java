package io.github.assumerole.leak;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What shows of a secret in a {@link PlainText}.
 *
 * @param secret whose trace it is
 * @param disguises what was done to the secret that no {@code PlainText} undoes
 * @param text what to look for
 */
record Needle(KnownSecret secret, Set<Disguise> disguises, byte[] text) {
    /**
     * How many characters at the beginning may be missing: a percent sign that happens to stand before a secret makes
     * an escape of the secret's first two characters.
     */
    static final int HEAD = PlainText.MAX_SWALLOWED;

    private static final int BASE64_GROUP = 3;
    private static final int BITS_OF_BYTE = 8;
    private static final int BITS_OF_DIGIT = 6;

    /** All that there is to look for. */
    static List<Needle> of(KnownSecret secret) {
        byte[] ascii = secret.value().reveal().getBytes(StandardCharsets.US_ASCII);
        byte[] wide = secret.value().reveal().getBytes(StandardCharsets.UTF_16LE);
        // From the first letter to the last, both byte orders have the same bytes.
        byte[] utf16 = Arrays.copyOf(wide, wide.length - 1);
        return Stream.of(
                        Stream.of(new Needle(secret, Set.of(), secret.plainText())),
                        base64(secret, Set.of(Disguise.BASE64), ascii),
                        base64(secret, Set.of(Disguise.BASE64, Disguise.UTF_16), utf16),
                        hexadecimal(secret, ascii))
                .flatMap(needles -> needles)
                .toList();
    }

    /** One for each number of bytes that may stand before the secret in a group of three. */
    private static Stream<Needle> base64(KnownSecret secret, Set<Disguise> disguises, byte[] value) {
        return IntStream.range(0, BASE64_GROUP).mapToObj(before -> {
            byte[] bytes = new byte[before + value.length];
            System.arraycopy(value, 0, bytes, before, value.length);
            byte[] digits = Base64.getEncoder().encode(bytes);
            int from = (before * BITS_OF_BYTE + BITS_OF_DIGIT - 1) / BITS_OF_DIGIT;
            int to = bytes.length * BITS_OF_BYTE / BITS_OF_DIGIT;
            return new Needle(secret, disguises, Arrays.copyOfRange(digits, from, to));
        });
    }

    private static Stream<Needle> hexadecimal(KnownSecret secret, byte[] value) {
        return Stream.of(HexFormat.of(), HexFormat.of().withUpperCase())
                .map(format -> format.formatHex(value).getBytes(StandardCharsets.US_ASCII))
                .map(digits -> new Needle(secret, Set.of(Disguise.HEX), digits));
    }
}
