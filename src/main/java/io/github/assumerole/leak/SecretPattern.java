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
 * The characters of a secret in a {@link NormalizedText}.
 *
 * @param secret the secret that it reveals
 * @param encodings the encodings that {@code NormalizedText} does not decode
 * @param text the characters to search for
 */
record SecretPattern(KnownSecret secret, Set<Encoding> encodings, byte[] text) {
    /**
     * How many characters can be missing at the beginning: a percent sign right before a secret makes an escape of the
     * first two characters.
     */
    static final int HEAD = NormalizedText.MAX_HEAD_IN_ESCAPE;

    private static final int BASE64_GROUP = 3;
    private static final int BITS_OF_BYTE = 8;
    private static final int BITS_OF_DIGIT = 6;

    /** All patterns of a secret. */
    static List<SecretPattern> of(KnownSecret secret) {
        byte[] ascii = secret.value().reveal().getBytes(StandardCharsets.US_ASCII);
        byte[] wide = secret.value().reveal().getBytes(StandardCharsets.UTF_16LE);
        // Between the first and the last letter, both byte orders have the same bytes.
        byte[] utf16 = Arrays.copyOf(wide, wide.length - 1);
        return Stream.of(
                        Stream.of(new SecretPattern(secret, Set.of(), secret.plainText())),
                        base64(secret, Set.of(Encoding.BASE64), ascii),
                        base64(secret, Set.of(Encoding.BASE64, Encoding.UTF_16), utf16),
                        hexadecimal(secret, ascii))
                .flatMap(patterns -> patterns)
                .toList();
    }

    /** One for each number of bytes that can precede the secret in a group of three. */
    private static Stream<SecretPattern> base64(KnownSecret secret, Set<Encoding> encodings, byte[] value) {
        return IntStream.range(0, BASE64_GROUP).mapToObj(before -> {
            byte[] bytes = new byte[before + value.length];
            System.arraycopy(value, 0, bytes, before, value.length);
            byte[] digits = Base64.getEncoder().encode(bytes);
            int from = (before * BITS_OF_BYTE + BITS_OF_DIGIT - 1) / BITS_OF_DIGIT;
            int to = bytes.length * BITS_OF_BYTE / BITS_OF_DIGIT;
            return new SecretPattern(secret, encodings, Arrays.copyOfRange(digits, from, to));
        });
    }

    private static Stream<SecretPattern> hexadecimal(KnownSecret secret, byte[] value) {
        return Stream.of(HexFormat.of(), HexFormat.of().withUpperCase())
                .map(format -> format.formatHex(value).getBytes(StandardCharsets.US_ASCII))
                .map(digits -> new SecretPattern(secret, Set.of(Encoding.HEX), digits));
    }
}
