package io.github.assumerole.standin.text;

import java.security.SecureRandom;
import java.util.stream.Collectors;

public final class RandomText {
    private static final String ID = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final String BASE64_URL = BASE64.replace('+', '-').replace('/', '_');

    private final SecureRandom random = new SecureRandom();

    public String idCharacters(int length) {
        return draw(ID, length);
    }

    public String base64(int length) {
        return draw(BASE64, length);
    }

    public String base64Url(int length) {
        return draw(BASE64_URL, length);
    }

    private String draw(String alphabet, int length) {
        return random.ints(length, 0, alphabet.length())
                .mapToObj(alphabet::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }
}
