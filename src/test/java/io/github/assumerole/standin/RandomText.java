package io.github.assumerole.standin;

import java.security.SecureRandom;
import java.util.stream.Collectors;

final class RandomText {
    private static final String ID = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final String BASE64_URL = BASE64.replace('+', '-').replace('/', '_');

    private final SecureRandom random = new SecureRandom();

    String idCharacters(int length) {
        return draw(ID, length);
    }

    String base64(int length) {
        return draw(BASE64, length);
    }

    String base64Url(int length) {
        return draw(BASE64_URL, length);
    }

    private String draw(String alphabet, int length) {
        return random.ints(length, 0, alphabet.length())
                .mapToObj(alphabet::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }
}
