package io.github.assumerole.leak;

import io.github.assumerole.role.Secret;
import java.util.Random;
import java.util.stream.Collectors;

/** Secrets like those of AWS. */
final class TestSecrets {
    static final String KEY = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private TestSecrets() {}

    static KnownSecret key(String value) {
        return new KnownSecret("arn:aws:iam::111122223333:role/ci", "secret access key", Secret.of(value));
    }

    static KnownSecret key() {
        return key(KEY);
    }

    static KnownSecret token(String value) {
        return new KnownSecret("arn:aws:iam::111122223333:role/ci", "session token", Secret.of(value));
    }

    static String random(Random random, int length) {
        return random(random, length, BASE64);
    }

    static String random(Random random, int length, String alphabet) {
        return random.ints(length, 0, alphabet.length())
                .mapToObj(index -> String.valueOf(alphabet.charAt(index)))
                .collect(Collectors.joining());
    }
}
